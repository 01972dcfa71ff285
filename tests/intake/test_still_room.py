"""Where somebody is placed with a clinician it is asked whether there is still room: one press, and nothing stored
leads from whoever wrote to whom they see."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core import signing
from django.test import Client
from django.utils import timezone

from intake import tokens
from outbox.models import Message
from team.confirming import still
from team.models import RoomLink, Therapist
from tests import factories
from tests.intake.coordinators import address, do, page_after, text_of
from tests.whole_database import every_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
DESK = "/admin/team/therapist/room/still/"
QUESTION = "Does Hana Wexler still have room?"


@pytest.fixture
def hana():
    user = factories.make_user("clinician", email="hana@practice.example")
    return factories.make_therapist(
        "Hana Wexler", user=user, openings=3, availability_note="mornings",
        availability_confirmed_on=timezone.localdate() - timedelta(days=40),
    )  # fmt: skip


@pytest.fixture
def inquiry():
    return factories.make_inquiry(factories.make_content(message="The stairs."))


@pytest.fixture
def link(client, unlocked, hana, inquiry):
    do(client, inquiry, "offer", therapist=hana.pk, words="An adult in New York.")
    bodies = [message.recipient_and_body()[1] for message in Message.objects.all()]
    return next(found[0] for body in bodies if (found := re.search(r"/c/[\w-]+/", body)))


def now():
    return Therapist.objects.get(name="Hana Wexler")


def seen():
    """What a page drawn now would bring back."""
    return still.mark_of(now())


def say(client, link, said, words=""):
    return client.post(link, {"token": tokens.issue(), "answer": said, "words": words})


def said_yes(client, hana, inquiry, **fields):
    answers = {"who": f"person-{hana.pk}", "answer": "yes", "words": "", **fields}
    return page_after(client, inquiry, "answered", **answers)


# The clinician's own page.


def test_a_yes_leads_to_the_question(link, hana):
    client = Client()
    page = client.get(say(client, link, "yes").url).text
    assert "Your answer is with us." in page
    assert "do you still have room for others?" in page
    assert now().availability_confirmed_on != timezone.localdate()


@pytest.mark.parametrize("said", ["no", "later"])
def test_nothing_is_asked_after_another_answer(link, said):
    answer = say(Client(), link, said, "In May.")
    assert answer.url == link


def test_one_press_says_it(link, hana):
    client = Client(enforce_csrf_checks=True)
    url = say(client, link, "yes").url
    page = client.post(url, {"answer": "waitlist", "seen": seen()}, follow=True)
    assert "That is all." in page.text
    assert page["Cache-Control"] == "no-store, private"
    row = now()
    assert (row.availability, row.availability_note, row.openings) == ("waitlist", "", None)
    assert row.availability_confirmed_on == timezone.localdate()
    assert row.is_confirmed_by_link
    assert not client.cookies


def test_opening_it_changes_nothing(link, hana):
    client = Client()
    url = say(client, link, "yes").url
    before = Therapist.objects.values().get()
    client.get(url)
    assert Therapist.objects.values().get() == before
    assert not RoomLink.objects.exists()


@pytest.mark.parametrize(("openings", "left"), [(3, 2), (1, None), (None, None)])
def test_a_place_is_gone_where_places_are_counted(link, hana, openings, left):
    Therapist.objects.update(openings=openings)
    client = Client()
    client.post(say(client, link, "yes").url, {"answer": "accepting", "seen": seen()})
    row = now()
    assert (row.availability, row.availability_note, row.openings) == (
        "accepting",
        "mornings",
        left,
    )


def test_one_press_that_comes_three_times_takes_one_place(link, hana):
    client = Client()
    url = say(client, link, "yes").url
    pressed = {"answer": "accepting", "seen": seen()}
    pages = [client.post(url, pressed, follow=True).text for _press in range(3)]
    assert now().openings == 2
    assert ["That is all." in page for page in pages] == [True, False, False]
    assert "This is what stands now" in pages[2]
    assert "2 openings" in pages[2]


def test_so_at_the_desk(client, unlocked, hana):
    pressed = {"person": hana.pk, "seen": seen(), "answer": "accepting"}
    for _press in range(3):
        client.post(DESK, pressed)
    assert now().openings == 2


def test_another_answer_takes_away_for_whom_there_was_room(link, hana):
    Therapist.objects.update(is_in_person=True, is_video=True, room_formats=["video"])
    client = Client()
    client.post(say(client, link, "yes").url, {"answer": "closed", "seen": seen()})
    assert (now().availability, now().room_formats) == ("closed", [])


def test_whose_account_is_shut_is_not_asked(link, hana):
    client = Client()
    url = say(client, link, "yes").url
    hana.user.is_active = False
    hana.user.save()
    assert client.get(url).status_code == 404
    assert client.post(url, {"answer": "closed", "seen": seen()}).status_code == 404
    assert now().availability == "accepting"


@pytest.mark.parametrize(
    "posted",
    [
        {"answer": "maybe"},
        {},
        {"answer": "closed", "seen": "accepting"},
        {"answer": "closed", "seen": "[" * 9_000},
    ],
)
def test_what_fits_nothing_changes_nothing(link, hana, posted):
    client = Client()
    page = client.post(say(client, link, "yes").url, {"seen": seen()} | posted, follow=True)
    assert "This is what stands now" in page.text
    assert now().availability == "accepting"
    assert now().availability_confirmed_on != timezone.localdate()


def test_a_form_of_another_site_is_not_taken(link, hana):
    client = Client()
    url = say(client, link, "yes").url
    headers = {"Sec-Fetch-Site": "cross-site"}
    client.post(url, {"answer": "closed", "seen": seen()}, headers=headers)
    assert now().availability == "accepting"


def test_the_question_is_over_after_a_day(hana):
    token = still.token_for(hana)
    assert still.person_of(token) == hana
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert still.person_of(token) is None
    assert still.person_of(token[:-2]) is None
    assert still.person_of(signing.dumps(hana.pk, salt="something else")) is None
    Therapist.objects.update(is_listed=False)
    assert Client().get(f"/o/still/{token}/").status_code == 404


def test_of_two_with_one_name_nobody_is_asked(link, hana):
    factories.make_therapist("Hana Wexler", slug="another-hana")
    assert say(Client(), link, "yes").url == link


# The desk.


def test_a_yes_by_word_of_mouth_is_followed_by_the_question_once(client, unlocked, hana, inquiry):
    assert QUESTION in text_of(said_yes(client, hana, inquiry))
    assert QUESTION not in text_of(client.get(address(inquiry)))


def test_a_no_is_not(client, unlocked, hana, inquiry):
    assert "still have room" not in text_of(said_yes(client, hana, inquiry, answer="no"))


def test_whoever_becomes_a_client_is_followed_by_the_question(client, unlocked, hana, inquiry):
    said_yes(client, hana, inquiry)
    client.get(address(inquiry))
    page = text_of(page_after(client, inquiry, "close", because="client", words=""))
    assert QUESTION in page


def test_after_a_yes_by_link_as_well(client, link, hana, inquiry):
    say(Client(), link, "yes")
    assert QUESTION in text_of(page_after(client, inquiry, "close", because="client", words=""))


def test_where_nobody_knows_who_it_leads_to_the_rows(client, unlocked, inquiry):
    page = text_of(page_after(client, inquiry, "close", because="client", words=""))
    assert "Does whoever sees them still have room?" in page
    assert 'href="/admin/team/therapist/room/"' in page


def test_another_end_asks_nothing(client, unlocked, hana, inquiry):
    said_yes(client, hana, inquiry)
    client.get(address(inquiry))
    page = text_of(page_after(client, inquiry, "close", because="unreached", words=""))
    assert "still have room" not in page


def test_one_press_at_the_desk_says_it_and_leads_back(client, unlocked, hana, inquiry):
    said_yes(client, hana, inquiry)
    pressed = {"person": hana.pk, "seen": seen(), "answer": "closed", "next": address(inquiry)}
    page = client.post(DESK, pressed)
    assert page.url == address(inquiry)
    row = now()
    assert (row.availability, row.availability_confirmed_on) == ("closed", timezone.localdate())
    assert row.availability_confirmed_name


@pytest.mark.parametrize(
    "meanwhile",
    [
        {"availability": "waitlist"}, {"openings": 9}, {"availability_note": "none at all"},
        {"is_evening": True},
    ],
)  # fmt: skip
def test_what_was_said_meanwhile_is_not_written_over(client, unlocked, hana, meanwhile):
    asked = {"person": hana.pk, "seen": seen(), "answer": "accepting"}
    Therapist.objects.update(**meanwhile)
    page = client.post(DESK, asked, follow=True)
    assert page.redirect_chain[0][0] == "/admin/team/therapist/room/"
    assert "Of Hana Wexler this stands by now:" in page.text
    row = Therapist.objects.values().get()
    assert {name: row[name] for name in meanwhile} == meanwhile
    assert row["availability_confirmed_on"] != timezone.localdate()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", ""])
def test_it_leads_nowhere_else(client, unlocked, hana, back):
    page = client.post(DESK, {"person": hana.pk, "seen": seen(), "answer": "closed", "next": back})
    assert page.url == "/admin/team/therapist/room/"


@pytest.mark.parametrize("role", ["editor", "author", "clinician"])
def test_nobody_else_may(client, hana, role):
    client.force_login(factories.make_user(role))
    assert (
        client.post(DESK, {"person": hana.pk, "seen": seen(), "answer": "closed"}).status_code
        == 403
    )
    assert client.get(DESK).status_code == 405
    assert now().availability == "accepting"


def test_nothing_stored_leads_from_the_inquiry_to_the_clinician(client, unlocked, hana, inquiry):
    """The time of an entry in the history would tell the minute."""
    said_yes(client, hana, inquiry)
    before = set(every_text())
    client.get(address(inquiry))
    client.post(
        DESK, {"person": hana.pk, "seen": seen(), "answer": "closed", "next": address(inquiry)}
    )
    new = [text for text in set(every_text()) - before if text]
    assert not [text for text in new if str(inquiry.pk) in text and "Hana" in text]
    assert not LogEntry.objects.filter(object_id=str(hana.pk)).exists()


def test_an_answer_of_before_the_update_names_nobody(client, unlocked, hana, inquiry, monkeypatch):
    monkeypatch.setattr("intake.transitions.by_clinician.said_by", lambda who, answer: {})
    said_yes(client, hana, inquiry)
    client.get(address(inquiry))
    page = text_of(page_after(client, inquiry, "close", because="client", words=""))
    assert "Does whoever sees them still have room?" in page
