"""Who else has an inquiry open: from the log, for two minutes, and without a word of anybody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.admin import presence
from intake.models import RoomEvent
from tests import factories
from tests.intake.coordinators import LIST, address, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once")]
Kind = RoomEvent.Kind


@pytest.fixture
def ana(db):
    return factories.make_user("coordinator", name="Ana Ruiz")


def look(inquiry, user, minutes=0, kind=Kind.OPENED):
    event = RoomEvent.objects.note(kind, user, inquiry.pk)
    RoomEvent.objects.filter(pk=event.pk).update(at=timezone.now() - timedelta(minutes=minutes))


@pytest.mark.parametrize("state", ["coordinator", "unlocked"])
def test_the_list_and_the_page_say_who_has_it_open(request, client, state, ana, inquiry):
    request.getfixturevalue(state)
    other = factories.make_inquiry()
    look(inquiry, ana)
    for page in (LIST, address(inquiry)):
        assert text_of(client.get(page)).count("Ana Ruiz has this open now") == 1
    assert "has this open now" not in text_of(client.get(address(other)))


def test_after_two_minutes_nobody_has(client, unlocked, ana, inquiry):
    look(inquiry, ana, minutes=3)
    assert "open now" not in text_of(client.get(LIST))
    look(inquiry, ana, minutes=1)
    assert "open now" in text_of(client.get(LIST))


def test_ones_own_look_is_no_news(client, unlocked, inquiry):
    client.get(address(inquiry))
    assert "open now" not in text_of(client.get(address(inquiry)))
    assert "open now" not in text_of(client.get(LIST))


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.OPENED, Kind.CHANGED}))
def test_only_looking_at_it_and_changing_it_count(coordinator, ana, inquiry, kind):
    look(inquiry, ana, kind=kind)
    assert presence.others_at([inquiry.pk], coordinator) == {}


def test_several_are_named_once_each(coordinator, ana, inquiry):
    bea = factories.make_user("coordinator", name="Bea Lund")
    for user in (ana, bea, ana):
        look(inquiry, user, kind=Kind.CHANGED)
    said = presence.others_at([inquiry.pk], coordinator)
    assert said == {inquiry.pk: "Ana Ruiz, Bea Lund have this open now"}


def test_it_is_one_query_for_a_whole_page(coordinator, ana, django_assert_num_queries):
    rows = [factories.make_inquiry() for _one in range(5)]
    for row in rows:
        look(row, ana)
    with django_assert_num_queries(1):
        assert len(presence.others_at([row.pk for row in rows], coordinator)) == 5


def test_what_is_told_is_no_new_trace(client, coordinator, ana, inquiry):
    """With the room locked nobody sees a word, and no look is written down."""
    client.get(address(inquiry))
    assert not RoomEvent.objects.filter(kind__in=presence.LOOKS).exists()
