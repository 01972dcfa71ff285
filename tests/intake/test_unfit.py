"""What was typed into a page that does not fit any more is shown again, with a sentence why."""

import pytest

from intake.models import Entry, Inquiry, PracticeKey
from intake.room import holders, roll
from tests import factories
from tests.intake.coordinators import do, page_after, sign_in, text_of, unlock

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("desk_once", "practice", "coordinator"),
]
NOTE = "A note that took an hour."
CHANGED, LOCKED = "has changed since you opened it", "The room has locked itself."


@pytest.mark.parametrize("action", ["wait", "offer"])
@pytest.mark.parametrize("because", ["withdrew", "client"])
def test_what_was_typed_for_one_closed_in_between_stays(client, action, because):
    therapist = factories.make_therapist(user=factories.make_user("clinician"))
    inquiry = factories.make_inquiry()
    unlock(client)
    do(client, inquiry, "close", because=because)
    page = text_of(page_after(client, inquiry, action, words=NOTE, therapist=therapist.pk))
    assert CHANGED in page
    assert NOTE in page
    assert Inquiry.objects.get().closed_because == because
    assert Entry.objects.count() == 1, "that it was closed"


def test_what_was_typed_in_a_room_that_locked_itself_stays_until_it_is_open(client):
    inquiry = factories.make_inquiry()
    typed = {"route": "email", "email": "rowan@right.example"}
    page = text_of(page_after(client, inquiry, "correct", **typed))
    assert LOCKED in page
    assert "rowan@right.example" in page
    assert not Entry.objects.exists()
    unlock(client)
    assert "Changed." in text_of(page_after(client, inquiry, "correct", **typed))


@pytest.mark.parametrize("action", ["letter", "wait", "no", "close", "hold", "merge", "offer"])
def test_what_cannot_be_taken_back_waits_for_an_open_room_and_keeps_what_was_typed(client, action):
    inquiry, twin = factories.make_inquiry(), factories.make_inquiry()
    contact = factories.make_referral_contact()
    typed = {"words": NOTE, "because": "withdrew", "want": "begin", "twin": twin.pk}
    typed["contacts"] = [contact.pk]
    page = text_of(page_after(client, inquiry, action, **typed))
    assert LOCKED in page
    assert NOTE in page or action == "merge"
    assert not Entry.objects.exists()
    assert Inquiry.objects.get(pk=inquiry.pk).state == "new"


def test_whoever_waits_to_be_let_in_is_told_to_ask_a_colleague_and_loses_no_word(client):
    waiting = sign_in(client, "coordinator")
    holders.make_person(waiting, factories.PASSPHRASE)
    unlock(client)
    inquiry = factories.make_inquiry()
    page = text_of(page_after(client, inquiry, "letter", words=NOTE))
    assert "Only somebody who can open inquiries may do this." in page
    assert NOTE in page
    assert not Entry.objects.exists()


def test_what_is_in_the_record_system_already_is_not_confirmed_twice(client):
    inquiry = factories.make_inquiry()
    unlock(client)
    do(client, inquiry, "close", because="client")
    do(client, inquiry, "handed")
    assert CHANGED in text_of(page_after(client, inquiry, "handed"))


def test_nothing_is_lost_where_nothing_can_be_sealed(client):
    inquiry = factories.make_inquiry()
    with roll.changing():
        PracticeKey.objects.update(is_current=False)
    page = page_after(client, inquiry, "note", words=NOTE)
    assert page.status_code == 200
    assert "Nothing can be sealed yet" in text_of(page)
    assert NOTE in text_of(page)


@pytest.mark.parametrize("action", ["", "nothing", "next\x00"])
def test_a_form_that_nobody_knows_changes_nothing(client, action):
    inquiry = factories.make_inquiry()
    assert page_after(client, inquiry, action, words=NOTE).status_code == 200
    assert not Entry.objects.exists()
