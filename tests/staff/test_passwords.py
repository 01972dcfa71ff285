import json
import logging
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outbox import jobs
from outbox.models import Message
from practice_site.logs import JsonFormatter
from staff import passwords, signin
from staff.mails import send_password_link
from staff.models import PasswordRequest
from tests.factories import PASSWORD, make_user
from tests.staff.password_links import FORGOTTEN, NEW, ask, choose, link_in

pytestmark = pytest.mark.django_db


def test_the_link_from_the_mail_sets_a_password_once(client):
    ana = make_user(username="ana")
    ask(client, ana.email)
    link = link_in(mail.outbox[0].body)
    assert choose(client, link).headers["Location"] == "/admin/password/done/"
    ana.refresh_from_db()
    assert ana.check_password(NEW)
    again = client.get(link)
    assert again.status_code == 200
    assert "Ask for a new link" in again.content.decode()


def test_opening_the_link_changes_nothing(client):
    ana = make_user()
    ask(client, ana.email)
    link = link_in(mail.outbox[0].body)
    for _ in range(3):
        assert client.get(link, follow=True).status_code == 200
    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)
    assert choose(client, link).status_code == 302


def test_the_answer_does_not_tell_who_works_here(client):
    ana = make_user()
    make_user(email="left@practice.example", is_active=False)
    addresses = [ana.email, "nobody@practice.example", "left@practice.example"]
    answers = [ask(client, address) for address in addresses]
    assert {(a.status_code, a.headers["Location"]) for a in answers} == {
        (302, "/admin/password/sent/")
    }
    assert [m.to for m in mail.outbox] == [[ana.email]]


def test_asking_takes_the_same_steps_for_every_address(client):
    """So that not even the time it takes tells who works here."""
    make_user(username="trick@practice.example", email="here@practice.example")
    make_user(email="left@practice.example", is_active=False)
    client.post(FORGOTTEN, {"email": "warm@practice.example"})
    steps = []
    for who in ("here", "left", "none", "trick"):
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(FORGOTTEN, {"email": f"{who}@practice.example"})
        assert answer.headers["Location"] == "/admin/password/sent/"
        steps.append([re.sub(r"'[^']*'|\d+", "?", row["sql"]) for row in queries])
    assert any("staff_passwordrequest" in query for query in steps[0])
    assert not any("staff_user" in query for query in steps[0]), "only the worker looks who it is"
    assert all(other == steps[0] for other in steps)
    assert mail.outbox == []


def test_no_address_waits_for_the_worker_in_clear(client):
    client.post(FORGOTTEN, {"email": "Ana@practice.example"})
    client.post(FORGOTTEN, {"email": "ana@PRACTICE.example"})
    row = PasswordRequest.objects.values().get()
    assert re.fullmatch(r"[0-9a-f]{64}", row.pop("digest"))
    assert row.keys() == {"id"}


def test_each_request_is_answered_once_and_then_gone(client):
    ana = make_user()
    client.post(FORGOTTEN, {"email": ana.email})
    client.post(FORGOTTEN, {"email": "nobody@practice.example"})
    jobs.run_queues()
    jobs.run_queues()
    assert [message.to for message in mail.outbox] == [[ana.email]]
    assert not PasswordRequest.objects.exists()


def test_a_request_waits_while_its_mail_cannot_be_written(client, monkeypatch):
    ana = make_user()
    client.post(FORGOTTEN, {"email": ana.email})
    with monkeypatch.context() as patch:
        patch.setattr(passwords, "send_password_link", lambda person: 1 / 0)
        jobs.run_queues()
    assert PasswordRequest.objects.exists()
    jobs.run_queues()
    assert len(mail.outbox) == 1


def test_the_worker_answers_and_sends_in_one_go(client, mailbox, settings):
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    ana = make_user(email="ana@practice.example")
    client.post(FORGOTTEN, {"email": ana.email})
    call_command("worker", once=True)
    assert [message["To"] for message in mailbox.messages] == ["ana@practice.example"]


def test_the_mail_goes_to_the_address_we_know_in_its_own_spelling(client):
    make_user(email="Ana@practice.example")
    ask(client, "aNA@PRACTICE.example")
    assert mail.outbox[0].to == ["Ana@practice.example"]


def test_a_user_name_that_looks_like_an_address_gets_no_mail(client):
    make_user(username="trick@elsewhere.example", email="ana@practice.example")
    ask(client, "trick@elsewhere.example")
    assert mail.outbox == []


def test_the_link_is_made_from_our_own_address(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ana = make_user()
    client.post(FORGOTTEN, {"email": ana.email}, headers={"host": "elsewhere.example"})
    jobs.run_queues()
    assert "elsewhere.example" not in mail.outbox[0].body
    assert link_in(mail.outbox[0].body)


def test_mails_to_one_account_are_limited_in_silence(client):
    ana = make_user()
    answers = {ask(client, ana.email).headers["Location"] for _ in range(5)}
    assert answers == {"/admin/password/sent/"}
    assert len(mail.outbox) == passwords.MAILS_PER_ACCOUNT


def test_requests_from_one_address_are_limited_with_a_time(client):
    for number in range(passwords.REQUESTS_PER_ADDRESS):
        ask(client, f"person{number}@elsewhere.example")
    answer = ask(client, "ana@practice.example")
    assert answer.status_code == 429
    assert "Please try again at" in answer.content.decode()


def test_whoever_forgot_the_password_need_not_wait_after_choosing_one(client):
    ana = make_user(username="ana")
    for _ in range(signin.TRIES_PER_ACCOUNT + 1):
        client.post("/admin/login/", {"username": "ana", "password": "wrong"})
    ask(client, ana.email)
    choose(client, link_in(mail.outbox[0].body))
    answer = client.post("/admin/login/", {"username": "ana", "password": NEW})
    assert answer.status_code == 302


def test_a_new_password_ends_open_sessions(client):
    ana = make_user()
    client.force_login(ana)
    other = client.__class__()
    ask(other, ana.email)
    choose(other, link_in(mail.outbox[0].body))
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012"])
def test_easy_passwords_are_refused_with_a_sentence(client, password):
    ana = make_user()
    ask(client, ana.email)
    answer = choose(client, link_in(mail.outbox[0].body), password)
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_pages_with_a_link_are_kept_by_nobody_and_tell_nobody(client):
    ana = make_user()
    ask(client, ana.email)
    link = link_in(mail.outbox[0].body)
    moved = client.get(link)
    assert moved.headers["Referrer-Policy"] == "no-referrer"
    form = client.get(moved.headers["Location"])
    # Not "no-referrer": browsers would then send "Origin: null" with the form.
    assert form.headers["Referrer-Policy"] == "same-origin"
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert token not in form.content.decode() + moved.headers["Location"]
    for page in (moved, form, client.get(FORGOTTEN)):
        assert "no-store" in page.headers["Cache-Control"]


def test_a_link_never_lands_in_the_log():
    for path in ("/admin/password/Mw/c7x-0123456789abcdef/", "/r/secret-token/?new"):
        record = logging.LogRecord("django.request", 30, "", 0, "Gone: %s", (path,), None)
        message = json.loads(JsonFormatter().format(record))["message"]
        assert "…" in message
        assert "c7x" not in message
        assert "secret" not in message


@pytest.mark.parametrize(
    "path", ["Mw/none", "x/y", "99999999999999999999999999/a-b", "%F0%9F%98%80/a-b"]
)
def test_made_up_links_get_a_page_that_helps(client, path):
    answer = client.get(f"/admin/password/{path}/")
    assert answer.status_code == 200
    assert "Ask for a new link" in answer.content.decode()


@pytest.mark.parametrize("address", ["", "ana", "\x00@x.org", "a" * 300 + "@x.org"])
def test_odd_addresses_are_refused_with_a_sentence(client, address):
    answer = ask(client, address)
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_the_mail_waits_in_the_outbox_of_the_same_transaction(settings):
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    ana = make_user()
    send_password_link(ana)
    assert Message.objects.get().recipient_and_body()[0] == ana.email
