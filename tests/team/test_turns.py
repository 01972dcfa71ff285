"""Everybody comes first equally often: exactly, day by day, whatever is chosen."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.http import QueryDict

from team.directory import Directory
from team.filters import TeamFilter
from team.models import Therapist
from team.turns import in_turn
from tests.factories import make_practice, make_specialty, make_therapist
from tests.team.names_shown import names_on

# Crosses the ends of two years, one of them a leap year's.
FIRST = date(2027, 12, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(400)]
GROUPS = list(Therapist.Availability)


def person(number, availability=GROUPS[0], **fields):
    return Therapist(pk=number, name=f"Person {number}", availability=availability, **fields)


@pytest.mark.parametrize("size", range(1, 13))
def test_in_any_n_days_each_of_n_people_comes_first_exactly_once(size):
    group = [person(number) for number in range(size)]
    firsts = [in_turn(group, day)[0].pk for day in DAYS]
    for start in range(len(DAYS) - size + 1):
        assert sorted(firsts[start : start + size]) == list(range(size))


@pytest.mark.parametrize("sizes", [(1, 2, 3), (12, 0, 7), (5, 11, 1), (0, 0, 4), (9, 10, 12)])
def test_it_holds_within_each_group_and_those_with_room_stand_first(sizes):
    groups = {
        kind: [100 * place + number for number in range(size)]
        for place, (kind, size) in enumerate(zip(GROUPS, sizes, strict=True))
    }
    # Mixed, as the practice put them.
    people = sorted(
        (person(number, kind) for kind, numbers in groups.items() for number in numbers),
        key=lambda row: row.pk % 100,
    )
    orders = [in_turn(people, day) for day in DAYS]
    for order in orders:
        assert [GROUPS.index(row.availability) for row in order] == sorted(
            GROUPS.index(row.availability) for row in people
        )
    for kind, numbers in groups.items():
        size = len(numbers)
        firsts = [next((r.pk for r in order if r.availability == kind), None) for order in orders]
        for start in range(len(DAYS) - size + 1 if size else 0):
            assert sorted(firsts[start : start + size]) == numbers


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 2, 5, 12])
def test_it_holds_over_whoever_is_left_by_the_filters(size):
    """Those who are filtered out stand among them, and are in nobody's way."""
    topic = make_specialty("Sleep")
    for number in range(2 * size):
        row = make_therapist(f"Person {number}", order=number, availability="accepting")
        if number % 2:
            row.therapistspecialty_set.create(specialty=topic, order=0)
    people = list(Therapist.objects.listed().for_directory())
    fitting = sorted(row.pk for row in people if row.specialties.all())
    firsts = []
    for day in DAYS:
        chosen = TeamFilter(QueryDict("specialty=sleep"), Directory.of(people, day))
        firsts.append(chosen.results()[0].pk)
    for start in range(len(DAYS) - size + 1):
        assert sorted(firsts[start : start + size]) == fitting


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/team/", "/specialties/sleep/", "/"])
def test_others_come_first_from_midnight_where_the_practice_is(client, address):
    zone = ZoneInfo("America/Los_Angeles")
    make_practice(time_zone=zone.key)
    topic = make_specialty("Sleep")
    for name in ("Ana", "Ben"):
        row = make_therapist(name, availability="accepting")
        row.therapistspecialty_set.create(specialty=topic, order=0)
    midnight = datetime(2027, 1, 1, tzinfo=zone)
    seen = []
    for moment in (midnight - timedelta(seconds=1), midnight, midnight + timedelta(hours=23)):
        with time_machine.travel(moment, tick=False):
            seen.append(names_on(client.get(address).text)[0])
    assert seen[0] != seen[1] == seen[2]
