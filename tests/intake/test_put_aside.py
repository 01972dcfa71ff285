"""What somebody of the practice erases is nobody's work any more, and goes a day later."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from intake import erasing, tokens, waitlist
from intake.actions import duplicates
from intake.admin.call_list import to_call
from intake.documents.person_keys import in_groups
from intake.jobs import retention
from intake.jobs.promises import remind
from intake.models import Entry, Inquiry, RoomEvent, Tombstone
from intake.numbers import response_times as numbers
from intake.offers import asking
from intake.person import telling
from outbox import jobs
from outbox.models import Message
from practice_site.dashboard import people as start_page
from tests import factories
from tests.intake.coordinators import (
    LIST,
    address,
    do,
    page_after,
    sign_in,
    text_of,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
Kind, State, Next, Outcome = RoomEvent.Kind, Inquiry.State, Inquiry.Next, Inquiry.Outcome
NOW = datetime(2026, 3, 4, 15, 47, 33, tzinfo=UTC)
CODE = "ABCDEFGHJKMNPQRS"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def coordinator_client(client):
    client.user = sign_in(client, "coordinator")
    factories.make_key_holder(client.user)
    unlock(client)
    return client


@pytest.fixture
def colleague():
    """Has no key at all."""
    other = Client()
    sign_in(other, "coordinator")
    return other


def erase(client, inquiry):
    return client.post(f"{LIST}{inquiry.pk}/delete/", {"post": "yes"}, follow=True)


def events(inquiry):
    return list(
        RoomEvent.objects.filter(inquiry_id=inquiry.pk).order_by("pk").values_list("kind", "user")
    )


def test_it_stays_for_a_day_and_then_goes_for_good(coordinator_client, clock):
    inquiry = factories.make_inquiry()
    page = text_of(erase(coordinator_client, inquiry))
    assert "will be erased Thursday, March 5 at" in page
    assert "bring it back" in page
    for hours in (1, 23, 24):
        clock.move_to(NOW + timedelta(hours=hours))
        assert erasing.erase_put_aside() == 0
        assert Inquiry.objects.filter(pk=inquiry.pk).exists()
    clock.move_to(NOW + timedelta(hours=25))
    jobs.registered["intake: erase what was put aside"].run()
    assert not Inquiry.objects.exists()
    assert Tombstone.objects.get().inquiry_id == inquiry.pk
    assert events(inquiry)[-2:] == [
        (Kind.PUT_ASIDE, coordinator_client.user.pk),
        (Kind.ERASED, None),
    ]


def test_the_time_kept_is_a_whole_hour(coordinator_client):
    inquiry = factories.make_inquiry()
    erase(coordinator_client, inquiry)
    inquiry.refresh_from_db()
    assert inquiry.erase_at == datetime(2026, 3, 5, 16, tzinfo=UTC)


def test_a_colleague_without_a_key_brings_it_back_where_it_stood(
    coordinator_client, colleague, clock
):
    inquiry = factories.make_inquiry(state=State.OFFERED, next_action=Next.HEAR_BACK)
    erase(coordinator_client, inquiry)
    page = text_of(colleague.get(address(inquiry)))
    assert "This will be erased" in page
    assert "Bring it back" in page
    assert "It is back" in text_of(page_after(colleague, inquiry, "back"))
    clock.move_to(NOW + timedelta(days=2))
    assert erasing.erase_put_aside() == 0
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == (State.OFFERED, Next.HEAR_BACK)
    assert inquiry.erase_at is None
    assert events(inquiry)[-1][0] == Kind.BROUGHT_BACK
    assert "It is back" not in text_of(page_after(colleague, inquiry, "back")), (
        "there is nothing to do"
    )


@pytest.mark.parametrize("role", ["manager", "editor", "clinician"])
def test_nobody_else_brings_it_back(coordinator_client, role):
    inquiry = factories.make_inquiry()
    erase(coordinator_client, inquiry)
    other = Client()
    sign_in(other, role)
    other.post(address(inquiry), {"action": "back", "once": tokens.issue()})
    inquiry.refresh_from_db()
    assert inquiry.erase_at is not None


def test_what_is_held_is_not_put_aside_and_a_hold_brings_it_back(coordinator_client, clock):
    held, other = factories.make_inquiry(is_held=True), factories.make_inquiry()
    assert erase(coordinator_client, held).status_code == 403
    assert erasing.put_aside(Inquiry.objects.filter(pk=held.pk), by=coordinator_client.user) == 0
    erase(coordinator_client, other)
    do(coordinator_client, other, "hold", want="begin", words="Advice of counsel")
    other.refresh_from_db()
    assert (other.is_held, other.erase_at) == (True, None)
    clock.move_to(NOW + timedelta(days=2))
    assert erasing.erase_put_aside() == 0
    assert Inquiry.objects.count() == 2


def test_a_hold_that_came_by_itself_keeps_it_as_well(coordinator_client, clock):
    inquiry = factories.make_inquiry()
    erase(coordinator_client, inquiry)
    Inquiry.objects.update(is_held=True)
    clock.move_to(NOW + timedelta(days=2))
    assert erasing.erase_put_aside() == 0


def test_nothing_else_is_done_with_it_meanwhile(coordinator_client):
    inquiry = factories.make_inquiry()
    erase(coordinator_client, inquiry)
    page = text_of(page_after(coordinator_client, inquiry, "note", words="She prefers mornings."))
    assert "does not fit any more" in page
    assert "She prefers mornings." in page, "what was typed is kept"
    assert not inquiry.entries.exists()
    page = coordinator_client.get(address(inquiry)).content.decode()
    assert {
        name for name in ("back", "hold", "note", "close", "letter") if f'id="{name}"' in page
    } == {
        "back",
        "hold",
    }
    assert erase(coordinator_client, inquiry).status_code == 403, "it is on its way already"


def test_the_page_before_says_whom_and_one_verb(coordinator_client):
    inquiry = factories.make_inquiry(factories.make_content(name="Rowan Pell"))
    page = text_of(coordinator_client.get(f"{LIST}{inquiry.pk}/delete/"))
    assert f"Erase the inquiry {inquiry.reference} of <strong>Rowan Pell</strong>?" in page
    assert "Delete" not in page


# Where it is counted or shown while it waits to be erased.
SHOWN_IN = {
    "the queue": lambda row: Inquiry.objects.open(),
    "what is due": lambda row: Inquiry.objects.due(),
    "promises": lambda row: Inquiry.objects.promised(),
    "to tell": lambda row: Inquiry.objects.to_tell(),
    "who is to be told by mail": lambda row: telling.untold(),
    "to hand over": lambda row: Inquiry.objects.to_hand_over(),
    "calls for today": lambda row: to_call(timezone.localdate()),
    "the list that is asked again": lambda row: waitlist.due(timezone.localdate()),
}
STANDING = {
    "the queue": {},
    "what is due": {"next_on": NOW.date()},
    "promises": {"due_on": NOW.date()},
    "to tell": {"is_told_by_us": True},
    "who is to be told by mail": {"is_news_untold": True},
    "to hand over": {"state": State.CLOSED, "closed_because": Outcome.CLIENT},
    "calls for today": {"next_action": Next.ANSWER, "next_on": NOW.date()},
    "the list that is asked again": {
        "state": State.WAITING,
        "next_action": Next.ASK_AGAIN,
        "next_on": NOW.date(),
    },
}


@pytest.mark.parametrize("listing", SHOWN_IN)
def test_it_is_nobodys_work(coordinator_client, colleague, listing):
    inquiry = factories.make_inquiry(**STANDING[listing])
    assert inquiry in SHOWN_IN[listing](inquiry)
    erase(coordinator_client, inquiry)
    assert inquiry not in SHOWN_IN[listing](inquiry)
    do(colleague, inquiry, "back")
    assert inquiry in SHOWN_IN[listing](inquiry)


def test_nobody_is_reminded_of_its_promise_and_the_desk_counts_it_no_more(
    coordinator_client, clock
):
    inquiry = factories.make_inquiry(due_on=NOW.date(), next_on=NOW.date())
    assert "One person wrote and has no answer yet" in [
        item.text for item in start_page.inquiries(coordinator_client.user)
    ]
    erase(coordinator_client, inquiry)
    assert not list(start_page.inquiries(coordinator_client.user))
    remind()
    assert not Message.objects.exists()
    assert dict(numbers.states())["New"] == 0


def test_numbers_count_it_until_it_is_gone(coordinator_client):
    """Whoever looks at a week sees how many wrote."""
    inquiry = factories.make_inquiry()
    erase(coordinator_client, inquiry)
    assert numbers.real().count() == 1


def test_it_stands_in_a_place_of_its_own_and_among_all(coordinator_client):
    inquiry = factories.make_inquiry()
    assert "To be erased" not in text_of(coordinator_client.get(LIST))
    erase(coordinator_client, inquiry)
    assert "To be erased" in text_of(coordinator_client.get(LIST))
    assert inquiry.reference not in text_of(coordinator_client.get(LIST))
    for value in ("to-erase", "all"):
        page = text_of(coordinator_client.get(LIST, {"place": value}))
        assert inquiry.reference in page
        assert "will be erased Thursday" in page
    assert inquiry.reference not in text_of(coordinator_client.get(LIST, {"place": "new"}))


def test_no_second_message_is_joined_to_it(coordinator_client):
    content = factories.make_content()
    first, second = factories.make_inquiry(content), factories.make_inquiry(content)
    assert list(duplicates.of(second)) == [first]
    erase(coordinator_client, first)
    assert not duplicates.of(second).exists()


def test_their_page_goes_on_and_what_they_write_brings_it_back(coordinator_client, client):
    inquiry = factories.make_inquiry(code=CODE)
    erase(coordinator_client, inquiry)
    page = f"/r/{in_groups(CODE)}/"
    visitor = Client()
    assert visitor.get(page).status_code == 200
    assert "erased" not in text_of(visitor.get(page)).replace("erase everything", "")
    sent = visitor.post(page, {"token": tokens.issue(), "words": "Tuesdays are better."})
    assert sent.status_code == 303
    inquiry.refresh_from_db()
    assert inquiry.erase_at is None
    assert inquiry.entries.get().kind == Entry.Kind.FROM_PERSON
    assert (Kind.BROUGHT_BACK, None) in events(inquiry)


@pytest.mark.parametrize("aside", [[0], [1], [0, 1]])
def test_what_they_write_on_either_of_their_pages_is_not_erased(coordinator_client, aside, clock):
    goes_on = factories.make_inquiry()
    twin = factories.make_inquiry(code=CODE)
    do(coordinator_client, twin, "merge", twin=goes_on.pk)
    for number in aside:
        erase(coordinator_client, [goes_on, twin][number])
    page = f"/r/{in_groups(CODE)}/"
    Client().post(page, {"token": tokens.issue(), "words": "Tuesdays are better."})
    clock.move_to(NOW + timedelta(days=2))
    erasing.erase_put_aside()
    assert Entry.objects.filter(kind=Entry.Kind.FROM_PERSON).exists()
    assert Inquiry.objects.count() == 2


def test_the_person_erases_it_at_once(coordinator_client):
    inquiry = factories.make_inquiry(code=CODE)
    erase(coordinator_client, inquiry)
    Client().post(f"/r/{in_groups(CODE)}/", {"token": tokens.issue(), "erase": "yes"})
    assert not Inquiry.objects.exists()
    assert events(inquiry)[-1] == (Kind.BY_PERSON, None)


def test_a_clinicians_answer_is_kept_for_whoever_brings_it_back(coordinator_client):
    hana = factories.make_therapist(user=factories.make_user("clinician"))
    inquiry = factories.make_inquiry()
    do(coordinator_client, inquiry, "offer", therapist=hana.pk, words="An adult.")
    erase(coordinator_client, inquiry)
    offer = inquiry.offers.get()
    before = inquiry.entries.count()
    asked = type("Asked", (), {"therapist": "Hana"})
    asking.answer(offer, asked, "yes", "Gladly.", tokens.read(tokens.issue()))
    assert inquiry.entries.count() == before + 1
    inquiry.refresh_from_db()
    assert inquiry.erase_at is not None


def test_the_practices_own_rule_erases_at_once(coordinator_client):
    long_ago = NOW.date() - timedelta(days=400)
    factories.make_inquiry(state=State.CLOSED, closed_because=Outcome.NOBODY, closed_on=long_ago)
    assert retention.erase_due() == 1
    assert not Inquiry.objects.exists()
