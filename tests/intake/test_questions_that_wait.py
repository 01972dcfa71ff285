"""A question to a clinician is sent again, taken back, or answered in the corridor."""

import re

import pytest
from django.test import Client

from intake import tokens
from intake.models import Entry, Inquiry, Offer
from intake.offers import asking
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import address, do, page_after, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]
WREN = "wren@home.example"


@pytest.fixture
def wren():
    return factories.make_therapist("Wren Castellane")


@pytest.fixture
def inquiry(client, wren):
    inquiry = factories.make_inquiry()
    do(client, inquiry, "offer", therapist=wren.pk, words="An adult.", email=WREN)
    return inquiry


def links():
    """In no order."""
    bodies = [message.recipient_and_body() for message in Message.objects.all()]
    return [re.search(r"/c/[\w-]+/", body)[0] for to, body in bodies if to == WREN]


def now_of(inquiry):
    row = Inquiry.objects.get(pk=inquiry.pk)
    return row.state, row.next_action


def answer(link, said="yes"):
    return Client().post(link, {"token": tokens.issue(), "answer": said, "words": ""})


def test_sent_again_the_new_link_asks_the_same_and_the_old_one_opens_nothing(client, inquiry):
    old, before = Offer.objects.get(), links()[0]
    page = text_of(page_after(client, inquiry, "resend", question=old.pk))
    assert "The one before opens nothing" in page
    [after] = {*links()} - {before}
    assert Client().get(before).status_code == 404
    assert "An adult." in text_of(Client().get(after))
    assert answer(after).status_code == 303
    assert now_of(inquiry) == ("offered", "answer")


def test_taken_back_the_link_opens_nothing_and_somebody_else_is_looked_for(client, inquiry):
    page = text_of(page_after(client, inquiry, "unask", question=Offer.objects.get().pk))
    assert "Took the question to Wren Castellane back" in page
    assert Client().get(links()[0]).status_code == 404
    assert now_of(inquiry) == ("offered", "find")


def test_as_long_as_somebody_else_was_asked_their_answer_is_waited_for(client, inquiry, wren):
    first = Offer.objects.get()
    do(client, inquiry, "offer", therapist=wren.pk, words="Once more.", email=WREN)
    do(client, inquiry, "unask", question=first.pk)
    assert now_of(inquiry) == ("offered", "hear-back")


@pytest.mark.parametrize(("said", "step"), [("yes", "answer"), ("later", "answer"), ("no", "find")])
def test_an_answer_in_the_corridor_settles_the_link(client, inquiry, said, step):
    offer = Offer.objects.get()
    fields = {"who": offer.pk, "answer": said, "words": "Mondays."}
    page = text_of(page_after(client, inquiry, "answered", **fields))
    assert "Wren Castellane, by word of mouth" in page
    assert "Mondays." in page
    assert now_of(inquiry) == ("offered", step)
    offer.refresh_from_db()
    assert offer.answer == said
    assert "An adult." not in text_of(Client().get(links()[0]))


def test_a_yes_of_somebody_who_was_never_asked_through_the_site_can_be_noted(client):
    hana, inquiry = factories.make_therapist("Hana Wexler"), factories.make_inquiry()
    do(client, inquiry, "answered", who=f"person-{hana.pk}", answer="yes", words="")
    assert now_of(inquiry) == ("new", "answer")
    entry = Entry.objects.get(inquiry=inquiry)
    assert entry.by is not None, "who says that they said so"
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("resend", {"question": "x"}),
        ("unask", {"question": ""}),
        ("answered", {"who": "person-0", "answer": "yes"}),
        ("answered", {"who": "", "answer": "yes"}),
    ],
)
def test_what_is_no_question_of_this_inquiry_changes_nothing(client, inquiry, action, fields):
    other = factories.make_inquiry()
    theirs = asking.ask(other, factories.make_therapist(), "A child.", None, "a@b.example")
    for one in (
        fields,
        {name: theirs.pk for name in fields if name != "answer"} | {"answer": "no"},
    ):
        do(client, inquiry, action, **one)
    assert Offer.objects.filter(answer="").count() == 2
    assert now_of(inquiry) == ("offered", "hear-back")


def test_what_an_older_version_asked_can_be_taken_back_and_is_not_sent_again(client, inquiry):
    """Where it went stands nowhere."""
    Entry.objects.all().delete()
    page = text_of(client.get(address(inquiry)))
    assert "A clinician, asked" in page
    offer = Offer.objects.get()
    do(client, inquiry, "resend", question=offer.pk)
    assert len(links()) == 1
    do(client, inquiry, "unask", question=offer.pk)
    assert not Offer.objects.exists()


def test_the_forms_stand_there_only_while_a_question_waits(client, inquiry):
    page = text_of(client.get(address(inquiry)))
    assert 'id="resend"' in page
    assert 'id="unask"' in page
    answer(links()[0])
    page = text_of(client.get(address(inquiry)))
    assert 'id="resend"' not in page
    assert 'id="unask"' not in page
