"""What is said of somebody's room fades with its age, leads on, and counts as room only while it is fresh."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone

from team.directory import Directory
from team.filters import TeamFilter
from team.models import Payer, Population, Therapist
from team.models.room import AGING_FOR, FRESH_FOR, Age, age_of
from team.room import TABLE, in_brackets, line_of, words_of
from team.room_limits import limits_of
from team.turns import in_turn
from tests.factories import make_practice, make_therapist, open_intake
from tests.team.names_shown import names_on
from writing.unbroken import NO_BREAK

TODAY = date(2026, 11, 28)
A_DAY = timedelta(days=1)
DAYS = {
    Age.FRESH: TODAY - FRESH_FOR,
    Age.AGING: TODAY - AGING_FOR,
    Age.OLD: date(2026, 8, 3),
    Age.NEVER: None,
}
# What stands on a card, on the profile, on the button, and among others behind the name.
SAID = {
    ("accepting", Age.FRESH): (
        "Accepting new clients: mornings", "Accepting new clients: mornings. Confirmed October 31",
        "Ask to meet Hana", "",
    ),
    ("accepting", Age.AGING): (
        "Had room on October 3: ask us", "Had room on October 3. Ask, and we tell you how it is now",
        "Ask whether Hana has room", "ask about room",
    ),
    ("accepting", Age.OLD): (
        "Ask us about room", "Ask us about room: we last heard in August", "Ask whether Hana has room",
        "ask about room",
    ),
    ("accepting", Age.NEVER): (
        "Ask us about room", "Ask us about room", "Ask whether Hana has room", "ask about room",
    ),
    ("waitlist", Age.FRESH): (
        "Waitlist: mornings", "Waitlist: mornings. Confirmed October 31", "Ask to wait for Hana", "waitlist",
    ),
    ("waitlist", Age.AGING): (
        "Had a waitlist on October 3: ask us", "Had a waitlist on October 3. Ask, and we tell you how it is now",
        "Ask whether Hana has room", "ask about room",
    ),
    ("waitlist", Age.OLD): (
        "Ask us about the waitlist", "Ask us about room or the waitlist: we last heard in August",
        "Ask whether Hana has room", "ask about room",
    ),
    ("waitlist", Age.NEVER): (
        "Ask us about the waitlist", "Ask us about room or the waitlist", "Ask whether Hana has room",
        "ask about room",
    ),
    ("closed", Age.FRESH): (
        "Not accepting new clients: mornings", "Not accepting new clients: mornings. Confirmed October 31",
        "Ask when Hana has room", "not accepting new clients",
    ),
    ("closed", Age.AGING): (
        "Had no room on October 3: ask us", "Had no room on October 3. Ask, and we tell you how it is now",
        "Ask when Hana has room", "ask about room",
    ),
    ("closed", Age.OLD): (
        "Had no room in August: ask us", "Had no room in August. Ask, and we tell you how it is now",
        "Ask whether Hana has room", "ask about room",
    ),
    ("closed", Age.NEVER): (
        "Ask us about room", "Ask us about room", "Ask whether Hana has room", "ask about room",
    ),
}  # fmt: skip


def person(availability="accepting", age=Age.FRESH, **fields):
    given = {"name": "Hana", "availability_note": "mornings", **fields}
    return Therapist(availability=availability, availability_confirmed_on=DAYS[age], **given)


@time_machine.travel(TODAY, tick=False)
@pytest.mark.parametrize(("state", "age"), TABLE)
def test_the_table_is_what_visitors_read(state, age):
    one = person(state, age)
    words = words_of(one, TODAY)
    assert (words.said, words.in_full, words.button, in_brackets(one)) == SAID[state.value, age]
    assert words.has_room == ((state, age) == ("accepting", Age.FRESH))


def test_the_table_has_a_line_for_everything_that_can_be():
    assert {*TABLE} == {(state, age) for state in Therapist.Availability for age in Age}
    assert {*SAID} == {(state.value, age) for state, age in TABLE}


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (-1, Age.FRESH), (0, Age.FRESH), (28, Age.FRESH), (29, Age.AGING), (56, Age.AGING), (57, Age.OLD),
        (4000, Age.OLD),
    ],
)  # fmt: skip
def test_a_word_ages_by_the_day(days, age):
    assert age_of(TODAY - timedelta(days=days), TODAY) is age


def test_a_month_of_long_ago_has_its_year():
    old = person("closed")
    old.availability_confirmed_on = date(2024, 8, 3)
    assert words_of(old, TODAY).said == "Had no room in August 2024: ask us"


def test_openings_are_counted_while_they_are_fresh():
    assert words_of(person(openings=3), TODAY).said == "3 openings: mornings"
    assert words_of(person(openings=1, availability_note=""), TODAY).said == "1 opening"
    assert "opening" not in words_of(person(age=Age.AGING, openings=3), TODAY).in_full
    assert "opening" not in words_of(person("waitlist", openings=3), TODAY).in_full


def test_a_note_with_braces_is_shown_as_it_is():
    assert words_of(person(availability_note="{day} {x"), TODAY).said.endswith(": {day} {x")


def test_whoever_shows_no_hours_shows_no_note_of_them():
    words = words_of(person(is_without_place=True), TODAY)
    assert "mornings" not in words.said + words.in_full


@pytest.mark.django_db
def test_openings_may_be_for_fewer_than_the_profile_says():
    adults, teens = (Population.objects.create(name=name, order=0) for name in ("Adults", "Teens"))
    aetna, cascade = (Payer.objects.create(name=name) for name in ("Aetna", "Cascade"))
    hana = make_therapist(
        "Hana", room_formats=["video"], room_populations=[adults.pk], room_payers=[aetna.pk, 999]
    )
    hana.populations.set([adults, teens])
    for payer in (aetna, cascade):
        hana.payer_participations.create(payer=payer, as_of=TODAY)
    assert words_of(hana).limits == "Room now: by video; Adults; Aetna"
    everybody = Directory.of(list(Therapist.objects.for_directory()), timezone.localdate())

    wanted = {"room": "1"}
    fit = TeamFilter(QueryDict(""), everybody).fits
    assert fit(hana, wanted | {"payer": str(aetna.pk), "format": "video"})
    assert not fit(hana, wanted | {"payer": str(cascade.pk)})
    assert not fit(hana, wanted | {"format": "in-person"})
    assert fit(hana, {"payer": str(cascade.pk)}), (
        "who does not ask for room finds the whole profile"
    )


@pytest.mark.django_db
def test_what_the_profile_has_no_more_limits_nothing():
    hana = make_therapist("Hana", room_formats=["phone"], room_payers=[999])
    assert limits_of(hana) == {}
    Therapist.objects.update(room_formats=["in-person", "video"])
    assert limits_of(Therapist.objects.get()) == {}, "all of it is no limit"


def test_whoever_has_room_stands_before_whoever_had():
    order = [
        person(age=Age.FRESH), person(age=Age.AGING), person(age=Age.OLD), person("waitlist"), person("closed"),
    ]  # fmt: skip
    assert in_turn(reversed(order), TODAY) == order
    assert in_turn([order[4], person("closed", Age.OLD)], TODAY)[0].availability == "closed"


@pytest.mark.parametrize("age", list(Age))
def test_within_a_group_each_comes_first_equally_often(age):
    people = [person(age=age, pk=number) for number in range(5)]
    for one in people:
        one.availability_confirmed_on = DAYS[age]
    group = line_of(people[0], TODAY).place
    assert all(line_of(one, TODAY).place == group for one in people)
    firsts = [turn(people, TODAY + number * A_DAY, age) for number in range(5)]
    assert sorted(firsts) == list(range(5))


def turn(people, day, age):
    """Confirmed as long ago on each of the days."""
    for one in people:
        one.availability_confirmed_on = DAYS[age] and DAYS[age] + (day - TODAY)
    return in_turn(people, day)[0].pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("/team/hana/", "Confirmed January 1", "Had room on January 1. Ask, and we tell you how it is now"),
        ("/team/", "Accepting new clients", "Had room on January 1: ask us"),
        ("/", "Accepting new clients", "Had room on January 1: ask us"),
        ("/get-started/?therapist=hana", "Accepting new clients", "Had room on January 1: ask us"),
        ("/get-started/", ">Hana</option>", ">Hana (ask about room)</option>"),
        ("/search/?q=hana", "Accepting new clients", "Had room on January 1: ask us"),
    ],
)  # fmt: skip
def test_it_fades_at_the_midnight_of_the_practice(client, address, before, after):
    from search import indexing

    zone = ZoneInfo("America/Los_Angeles")
    make_practice(time_zone=zone.key)
    with time_machine.travel(timezone.datetime(2027, 1, 1, 12, tzinfo=zone), tick=False):
        make_therapist("Hana", slug="hana")
        open_intake()
        indexing.catch_up_for_good()
    midnight = timezone.datetime(2027, 1, 30, tzinfo=zone)
    with time_machine.travel(midnight - timedelta(seconds=1), tick=False):
        page = client.get(address).text.replace(NO_BREAK, " ")
        assert before in page
        assert after not in page
    with time_machine.travel(midnight, tick=False):
        page = client.get(address).text.replace(NO_BREAK, " ")
        assert after in page
        assert "Accepting new clients" not in page


@pytest.mark.django_db
def test_the_directory_does_not_look_closed_where_nobody_was_asked_for_long(client):
    for name in ("Hana", "Mateo"):
        make_therapist(name, availability_confirmed_on=None)
    page = client.get("/team/").text
    assert "2 people; ask us who has room now" in page
    assert "Only people accepting new clients" not in page
    assert names_on(page)
