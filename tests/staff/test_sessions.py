"""A copy of the database, however fresh, is nobody's cookie."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from staff.sessions import SessionStore, row_key
from tests.factories import PASSWORD, make_user
from tests.staff.password_links import ask, choose, link_in
from tests.staff.signing_in import STEP, code_for, give_app, sign_in
from tests.whole_database import every_text

pytestmark = pytest.mark.django_db
DESK = "/admin/"


def is_in(client, cookie):
    visitor = client.__class__()
    visitor.cookies["sessionid"] = cookie
    return visitor.get(DESK).status_code == 200


@pytest.fixture
def at_work(client):
    """Several people signed in, with and without a second factor."""
    for role in ("manager", "coordinator", "editor"):
        person = make_user(role)
        session = client.__class__()
        if role == "coordinator":
            give_app(person)
            sign_in(session, person)
            session.post(STEP, {"code": code_for("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")})
        else:
            sign_in(session, person)
        assert session.get(DESK).status_code == 200
    return session


def test_no_text_in_the_database_is_a_session_cookie(at_work, client):
    assert Session.objects.count() >= 3
    assert is_in(client, at_work.cookies["sessionid"].value), "the cookie itself does"
    texts = set(every_text())
    assert len(texts) > 100
    rows = {text for row in Session.objects.all() for text in (row.session_key, row.session_data)}
    assert rows <= texts
    assert not any(list(SessionStore(text).items()) for text in texts)
    assert not any(is_in(client, text) for text in rows)


def test_nothing_can_be_read_from_a_row(at_work):
    for row in Session.objects.all():
        assert row.get_decoded() == {}
        assert str(at_work.session["_auth_user_id"]) not in row.session_data.split(":")
    assert at_work.cookies["sessionid"].value not in set(every_text())


def test_a_link_for_a_new_password_cannot_be_taken_from_the_database(client):
    """Between opening the link and choosing, its token waits in the session."""
    ana = make_user()
    ask(client, ana.email)
    token = link_in(mail.outbox[0].body).strip("/").rpartition("/")[2]
    client.get(link_in(mail.outbox[0].body))
    assert token in str(dict(client.session))
    assert token not in " ".join(every_text())
    assert choose(client, link_in(mail.outbox[0].body)).status_code == 302


def test_a_row_put_in_the_place_of_another_opens_nothing(at_work, client):
    """As somebody would who can write to the database, and has a cookie of their own."""
    manager, other = make_user("manager"), make_user("author")
    theirs, own = client.__class__(), client.__class__()
    sign_in(theirs, manager)
    sign_in(own, other)
    data = Session.objects.get(pk=row_key(theirs.cookies["sessionid"].value)).session_data
    cookie = own.cookies["sessionid"].value
    Session.objects.filter(pk=row_key(cookie)).update(session_data=data)
    assert not is_in(client, cookie)


@pytest.mark.parametrize("data", ["", "x", "A" * 80, "🙂", "eyJhIjoxfQ:1wX:abc"])
def test_a_damaged_row_is_an_empty_session(at_work, client, data):
    cookie = at_work.cookies["sessionid"].value
    Session.objects.filter(pk=row_key(cookie)).update(session_data=data)
    assert not is_in(client, cookie)


@pytest.mark.parametrize(
    "cookie", ["", "short", "x" * 5000, "ünïcode-cookie", "a b;c", "\x7f" * 40]
)
def test_a_strange_cookie_is_no_session(client, cookie):
    client.cookies["sessionid"] = cookie
    assert client.get("/admin/login/").status_code == 200


def test_signing_in_and_out_leave_no_row_behind(client):
    person = make_user("editor")
    client.get("/admin/login/")
    sign_in(client, person)
    first = client.cookies["sessionid"].value
    assert Session.objects.count() == 1
    client.post("/admin/logout/")
    assert Session.objects.count() == 0
    assert not is_in(client, first)


def test_a_new_number_at_sign_in_takes_what_was_there_and_drops_the_old_row():
    session = SessionStore()
    session["seen"] = "tea"
    session.save()
    old = session.session_key
    session.cycle_key()
    assert session.session_key != old
    assert SessionStore(session.session_key)["seen"] == "tea"
    assert not SessionStore(old).exists(old)
    assert list(Session.objects.values_list("pk", flat=True)) == [row_key(session.session_key)]
    session.flush()
    assert Session.objects.count() == 0


def test_a_session_that_is_over_opens_nothing_and_is_cleared_away(at_work, client):
    cookie = at_work.cookies["sessionid"].value
    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        assert not is_in(client, cookie)
        call_command("clearsessions")
    assert Session.objects.count() == 0


def test_the_worker_clears_them_away():
    from outbox import jobs

    session = SessionStore()
    session.set_expiry(-10)
    session.save()
    jobs.registered["staff: forget sessions that are over"].run()
    assert Session.objects.count() == 0


def test_ending_somebodys_sessions_ends_theirs_and_nobody_elses(client):
    ana, ben = make_user("editor"), make_user("editor")
    theirs, others = client.__class__(), client.__class__()
    sign_in(theirs, ana)
    sign_in(others, ben)
    ana.refresh_from_db()
    ana.end_sessions()
    assert theirs.get(DESK).status_code == 302
    assert others.get(DESK).status_code == 200
    sign_in(theirs, ana)
    assert theirs.get(DESK).status_code == 200


def test_a_changed_secret_with_the_old_one_kept_keeps_people_signed_in(client, settings):
    person, other = make_user("editor", signed_out_at=timezone.now()), client.__class__()
    sign_in(client, person)
    sign_in(other, person)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key " * 6
    assert client.get(DESK).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert other.get(DESK).status_code == 302


def test_the_password_still_signs_in_after_it_was_changed(client):
    person = make_user("editor")
    sign_in(client, person)
    data = {
        "old_password": PASSWORD,
        "new_password1": "q" * 9 + "zebra lamp",
        "new_password2": "q" * 9 + "zebra lamp",
    }
    assert client.post("/admin/password_change/", data).status_code == 302
    assert client.get(DESK).status_code == 200


def test_the_other_way_of_asking_keeps_no_cookie_either():
    from asgiref.sync import async_to_sync

    async def use():
        session = SessionStore()
        await session.aset("seen", "tea")
        await session.asave()
        again = SessionStore(session.session_key)
        assert await again.aget("seen") == "tea"
        assert await again.aexists(session.session_key)
        return session

    session = async_to_sync(use)()
    assert Session.objects.get().pk == row_key(session.session_key)
    async_to_sync(session.aflush)()
    assert Session.objects.count() == 0
