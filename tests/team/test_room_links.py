"""A clinician says by a private link whether there is room: opening it changes nothing, one button does."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client
from django.utils import timezone

from outbox import jobs
from practice_site.kept_pages.which import address_of
from practice_site.logs import JsonFormatter
from team.confirming import links, views
from team.confirming.said import as_mark, said_of
from team.models import RoomLink, Therapist
from team.models.room import FRESH_FOR
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db
PAGE = "/admin/team/therapist/room/"
TODAY = timezone.localdate
OLD = timedelta(days=90)


@pytest.fixture
def hana():
    user = make_user("clinician", email="hana@practice.example")
    return make_therapist(
        "Hana Wexler", slug="hana", user=user, availability_confirmed_on=TODAY() - OLD
    )


@pytest.fixture
def link(hana):
    return links.make(hana, make_user("coordinator", name="Dana Osei"))


def path(link):
    return f"/o/{link.token}/"


def sent(person, **typed):
    said = said_of(Therapist.objects.get(pk=person.pk))
    values = said | {"seen": as_mark(said)} | typed
    return {
        f"room-{person.pk}-{name}": "" if value is None else value for name, value in values.items()
    }


def now(person):
    return Therapist.objects.get(pk=person.pk)


def test_opening_it_changes_nothing(client, hana, link):
    before = Therapist.objects.values().get(), RoomLink.objects.values().get()
    for method in (client.get, client.head):
        assert method(path(link)).status_code == 200
    assert before == (Therapist.objects.values().get(), RoomLink.objects.values().get())
    assert "Hana Wexler, do you still have room?" in client.get(path(link)).text


def test_one_press_says_that_it_is_right_today(client, hana, link):
    answer = client.post(path(link), sent(hana), follow=True)
    assert "Thank you, Hana Wexler" in answer.text
    assert "Confirmed" in answer.text
    row = now(hana)
    assert row.availability_confirmed_on == TODAY()
    assert (row.availability_confirmed_name, row.is_confirmed_by_link) == ("Hana Wexler", True)
    entry = LogEntry.objects.get()
    assert entry.user == hana.user
    assert entry.change_message == (
        "Room, said by Hana Wexler by a private link: right today, as it stands."
    )


def test_the_few_fields_may_be_changed_and_used_again(client, hana, link):
    client.post(path(link), sent(hana, availability="waitlist", note="six weeks"))
    again = client.get(path(link)).text
    assert "Waitlist: six weeks" in again
    client.post(path(link), sent(hana, availability="closed", note=""))
    assert now(hana).availability == "closed"


def test_without_an_account_the_history_names_who_sent_the_link(client, link, hana):
    Therapist.objects.update(user=None)
    client.post(path(link), sent(hana))
    entry = LogEntry.objects.get()
    assert entry.user == link.created_by
    assert "said by Hana Wexler" in entry.change_message
    assert now(hana).availability_confirmed_by is None
    assert now(hana).availability_confirmed_name == "Hana Wexler"


def test_what_somebody_else_said_meanwhile_is_shown_first(client, hana, link):
    mine = sent(hana, note="mornings")
    Therapist.objects.update(availability="closed", availability_confirmed_name="Dana Osei")
    answer = client.post(path(link), mine)
    assert answer.status_code == 409
    assert "Dana Osei said meanwhile" in answer.text
    assert 'value="mornings"' in answer.text
    assert now(hana).availability == "closed"


def test_a_mistake_loses_no_words(client, hana, link):
    answer = client.post(path(link), sent(hana, openings="many", note="mornings"))
    assert answer.status_code == 200
    assert 'value="mornings"' in answer.text
    assert now(hana).availability_confirmed_on != TODAY()


@pytest.mark.parametrize(
    "closed",
    [{"expires_at": timezone.now() - timedelta(minutes=1)}, {"revoked_at": timezone.now()}],
)
def test_a_link_that_is_over_opens_and_takes_nothing(client, hana, link, closed):
    RoomLink.objects.update(**closed)
    for answer in (client.get(path(link)), client.post(path(link), sent(hana))):
        assert answer.status_code == 404
        assert "This link does not open anything" in answer.text
    assert now(hana).availability_confirmed_on != TODAY()


@pytest.mark.parametrize("gone", [{"left_on": TODAY()}, {"is_listed": False}])
def test_whoever_is_not_on_the_site_reads_so_kindly(client, hana, link, gone):
    Therapist.objects.update(**gone)
    for answer in (client.get(path(link)), client.post(path(link), sent(hana))):
        assert answer.status_code == 410
        assert "There is nothing to say here any more" in answer.text
    assert now(hana).availability_confirmed_on != TODAY()


def test_it_lasts_a_month(link):
    assert RoomLink.objects.get().expires_at > timezone.now() + timedelta(days=29)
    assert RoomLink.objects.get().expires_at < timezone.now() + timedelta(days=31)


def test_the_token_stands_nowhere_in_the_database(link):
    assert link.token not in " ".join(map(str, RoomLink.objects.values_list().get()))


def test_guessing_is_stopped(client, link, monkeypatch):
    monkeypatch.setattr(views, "MOST_WRONG", 2)
    answers = [client.get(f"/o/{uuid.uuid4()}/").status_code for _guess in range(3)]
    assert answers == [404, 404, 429]
    assert client.get(path(link)).status_code == 200


def test_pressing_without_end_is_stopped(client, hana, link, monkeypatch):
    monkeypatch.setattr(views, "MOST_SAID", 1)
    client.post(path(link), sent(hana))
    answer = client.post(path(link), sent(hana, note="mornings"))
    assert answer.status_code == 429
    assert 'value="mornings"' in answer.text


def test_a_form_of_another_site_is_not_taken(client, hana, link):
    answer = client.post(path(link), sent(hana), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert now(hana).availability_confirmed_on != TODAY()


def test_no_cookie_is_needed_and_the_page_is_nobodys_else(hana, link, caplog):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(path(link), sent(hana), follow=True)
    assert answer.status_code == 200
    assert not client.cookies
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "application/ld+json" not in answer.text
    assert address_of(path(link), "") is None
    RoomLink.objects.update(revoked_at=timezone.now())
    client.get(path(link))
    written = [JsonFormatter().format(record) for record in caplog.records]
    assert any("/o/…" in line for line in written)
    assert not any(link.token in line for line in written)


def test_the_mail_holds_the_link_and_nothing_of_anybody(hana):
    assert links.ask(hana, None)
    letter = mail.outbox[0]
    assert letter.to == ["hana@practice.example"]
    assert RoomLink.objects.get().url in letter.body
    assert "Opening it changes nothing." in letter.body


def shut(hana):
    hana.user.is_active = False
    hana.user.save()


def unlink(hana):
    Therapist.objects.filter(pk=hana.pk).update(user=None)


def hand_over(hana):
    Therapist.objects.filter(pk=hana.pk).update(user=make_user("clinician"))


def move(hana):
    hana.user.email = "hana@elsewhere.example"
    hana.user.save()


@pytest.mark.parametrize("change", [shut, unlink, hand_over, move])
def test_what_was_mailed_to_an_account_ends_with_it(client, hana, change):
    links.ask(hana, None)
    mailed, handed = RoomLink.objects.get(), links.make(hana, make_user("coordinator"))
    assert client.get(path(mailed)).status_code == 200
    change(hana)
    for answer in (client.get(path(mailed)), client.post(path(mailed), sent(hana, note="Mine"))):
        assert answer.status_code == 404
        assert "This link does not open anything" in answer.text
        assert answer["Cache-Control"] == "no-store, private"
    assert now(hana).availability_note == ""
    assert client.get(path(handed)).status_code == 200, "made for whoever was given it"


def test_a_mailed_link_holds_no_address(hana):
    links.ask(hana, None)
    assert "hana@" not in " ".join(map(str, RoomLink.objects.values_list().get()))


DEEP = {
    "deep": "[" * 9_000,
    "long": "[" * 100_000,
    "number": "9" * 9_000,
    "list": "[1]",
    "none": "",
}


@pytest.mark.parametrize("mark", DEEP)
def test_a_mark_that_says_nothing_is_one_of_something_else(client, hana, link, mark):
    answer = client.post(path(link), sent(hana, note="mornings", seen=DEEP[mark]))
    assert answer.status_code == 409
    assert 'value="mornings"' in answer.text
    assert now(hana).availability_note == ""


# From the desk.


def test_the_desk_asks_one_by_mail_and_keeps_what_was_typed(client, hana):
    client.force_login(make_user("coordinator"))
    client.post(PAGE, sent(hana, note="mornings") | {"mail": str(hana.pk)})
    assert len(mail.outbox) == 1
    assert now(hana).availability_note == "mornings"
    assert now(hana).room_asked_on == TODAY()


def test_a_link_to_copy_is_shown_once(client, hana):
    client.force_login(make_user("coordinator"))
    page = client.post(PAGE, sent(hana) | {"link": str(hana.pk)}).text
    link = RoomLink.objects.get()
    assert link.url in page
    assert link.url not in client.get(PAGE).text
    assert now(hana).availability_confirmed_on != TODAY(), "asking says nothing"


def test_links_are_taken_back(client, hana, link):
    client.force_login(make_user("manager"))
    other = links.make(make_therapist("Theo"), None)
    client.post(PAGE, sent(hana) | {"withdraw": str(hana.pk)})
    client.logout()
    assert client.get(path(link)).status_code == 404
    assert client.get(path(other)).status_code == 200


def test_everybody_whose_word_is_old_is_asked_once_a_day(client, hana):
    make_therapist("Fresh", user=make_user("clinician"))
    make_therapist("Theo Brandvold", availability_confirmed_on=None)
    client.force_login(make_user("coordinator"))
    for _press in range(2):
        page = client.post(PAGE, {"mail_old": "1"}, follow=True).text
    assert [letter.to for letter in mail.outbox] == [["hana@practice.example"]]
    assert "no address: Theo Brandvold" in page


@pytest.mark.parametrize("press", ["mail", "link", "withdraw", "mail_old"])
def test_a_clinician_sends_no_links(client, hana, link, press):
    client.force_login(hana.user)
    client.post(PAGE, sent(hana) | {press: str(hana.pk)})
    assert mail.outbox == []
    assert RoomLink.objects.get().is_open


# The worker's.


def said(person, days_ago, asked_days_ago=None):
    asked = None if asked_days_ago is None else TODAY() - timedelta(days=asked_days_ago)
    confirmed = None if days_ago is None else TODAY() - timedelta(days=days_ago)
    Therapist.objects.filter(pk=person.pk).update(
        availability_confirmed_on=confirmed, room_asked_on=asked
    )
    return links.ask_before_it_ages()


DUE = (FRESH_FOR - links.ASKED_BEFORE).days


@pytest.mark.parametrize(
    ("days_ago", "asked_days_ago", "mails"),
    [
        (DUE - 1, None, 0), (DUE, None, 1), (200, None, 1), (None, None, 1),
        # Once for each word, and not again until there is a new one.
        (DUE, 0, 0), (DUE + 5, 5, 0), (200, 100, 0), (None, 300, 0),
        # Asked for an earlier word.
        (DUE, DUE + 3, 1),
        # Asked by somebody in between, before this word began to age.
        (DUE, 10, 1),
    ],
)  # fmt: skip
def test_each_word_is_asked_about_once_before_it_ages(hana, days_ago, asked_days_ago, mails):
    assert said(hana, days_ago, asked_days_ago) == mails
    assert links.ask_before_it_ages() == 0
    assert len(mail.outbox) == mails


def test_two_workers_ask_once(hana):
    stale = now(hana)
    assert links.take_note(now(hana), TODAY())
    assert not links.take_note(stale, TODAY())


@pytest.mark.parametrize(
    "nobody",
    [{"left_on": TODAY()}, {"is_listed": False}, {"user": None}],
)
def test_nobody_is_asked_who_has_no_profile_or_no_account_here(hana, nobody):
    Therapist.objects.update(**nobody)
    assert links.ask_before_it_ages() == 0
    assert now(hana).room_asked_on is None


def test_a_translation_is_not_asked_beside_its_first(hana):
    make_therapist(
        "Hana", slug="hana-es", language="es", translation_of=hana, availability_confirmed_on=None
    )
    assert links.ask_before_it_ages() == 1


def test_links_that_are_long_over_go(link):
    RoomLink.objects.update(expires_at=timezone.now() - timedelta(days=31))
    links.ask_before_it_ages()
    assert not RoomLink.objects.filter(pk=link.pk).exists()


def test_the_worker_does_it():
    assert jobs.registered["team: ask who has room"].run is links.ask_before_it_ages
