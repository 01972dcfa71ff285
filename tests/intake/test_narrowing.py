"""Narrowing the list by what is sealed: only in an open room, in memory, noted as a search."""

import pytest

from intake.models import RoomEvent
from tests import factories
from tests.intake.coordinators import LIST, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once")]


@pytest.fixture
def three(practice):
    return {
        "calls": factories.make_inquiry(
            factories.make_content(route="call", phone="(555) 010-0121", age="26-64")
        ),
        "quiet": factories.make_inquiry(
            factories.make_content(route="call-no-voicemail", phone="(555) 010-0122", age="26-64")
        ),
        "minor": factories.make_inquiry(
            factories.make_content(route="email", age="13-17", email="rowan@mail.example")
        ),
        "text": factories.make_inquiry(
            factories.make_content(route="text", phone="(555) 010-0123", age="18-25")
        ),
    }


def shown(client, three, **query):
    page = text_of(client.get(LIST, query, follow=True))
    return {name for name, inquiry in three.items() if inquiry.reference in page}


def test_who_wants_a_call_and_who_is_under_18(client, unlocked, three):
    assert shown(client, three, told="calls") == {"calls", "quiet"}
    assert shown(client, three, told="minors") == {"minor"}
    assert shown(client, three) == set(three)


def test_it_narrows_further_what_whose_narrows(client, unlocked, three):
    three["quiet"].owner = unlocked
    three["quiet"].save()
    assert shown(client, three, told="calls", whose="mine") == {"quiet"}


def test_a_choice_that_stands_can_be_taken_away_by_itself(client, unlocked, three):
    page = text_of(client.get(LIST, {"told": "calls", "whose": "nobodys"}))
    assert "Take away: Want a call" in page
    assert "Take away: Not assigned" in page
    assert '<a class="cross" href="?whose=nobodys"' in page
    assert '<a class="cross" href="?told=calls"' in page


def test_locked_there_is_no_such_choice_and_its_address_changes_nothing(client, coordinator, three):
    page = text_of(client.get(LIST, {"told": "minors"}, follow=True))
    assert "Under 18" not in page
    assert shown(client, three, told="minors") == set(three)
    assert not RoomEvent.objects.filter(kind=RoomEvent.Kind.SEARCHED).exists()


def test_it_is_noted_as_a_search_and_only_where_it_opens_something(client, unlocked, three):
    searched = RoomEvent.objects.filter(kind=RoomEvent.Kind.SEARCHED)
    client.get(LIST)
    client.get(LIST, {"told": "odd"})
    assert not searched.exists()
    client.get(LIST, {"told": "minors"})
    assert searched.get().user == unlocked


def test_what_cannot_be_read_is_in_neither(client, unlocked, three):
    broken = three["calls"]
    broken.content = b"\x63" + bytes(broken.content)[1:]
    broken.save()
    assert shown(client, three, told="calls") == {"quiet"}
