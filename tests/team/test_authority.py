"""Where somebody may see people on a day, by what right, and how they may meet there."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from team.models import PracticeAuthority, Supervision, Therapist
from team.models.where import may_see, where
from tests.factories import make_compact, make_therapist
from tests.team.rights import ANY, DAY, REMOTE, THERE, nobody, on, read, right

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (None, None, [-4000, -2, -1, 0, 1, 2, 4000]),
        (0, None, [0, 1, 2, 4000]),
        (None, 0, [-4000, -2, -1, 0]),
        (0, 0, [0]),
        (-1, 1, [-1, 0, 1]),
        (1, None, [1, 2, 4000]),
        (2, 4000, [2, 4000]),
    ],
)
def test_a_license_is_good_from_its_first_to_its_last_day(first, last, holds):
    person = nobody()
    days = {"from_day": first, "to_day": last}
    right(person, **{name: None if n is None else on(DAY, n) for name, n in days.items()})
    tried = [-4000, -2, -1, 0, 1, 2, 4000]
    assert [n for n in tried if "NY" in read(person, on(DAY, n))] == holds


def test_leap_days_are_days():
    person = nobody()
    right(person, from_day=date(2028, 2, 29), to_day=date(2028, 2, 29))
    days = [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert [bool(read(person, day)) for day in days] == [False, True, False]


@pytest.mark.parametrize(
    ("rows", "ways"),
    [
        ([{"way": "both"}], ANY),
        ([{"way": "video"}], REMOTE),
        ([{"way": "in-person"}], THERE),
        ([{"way": "video", "kind": "telehealth"}, {"way": "in-person"}], ANY),
        ([{"way": "video"}, {"way": "both", "to_day": date(2026, 3, 3)}], REMOTE),
        ([{"kind": "registration"}, {"kind": "license", "way": "video"}], ANY),
    ],
)
def test_what_several_rights_give_is_added_up(rows, ways):
    person = nobody()
    for row in rows:
        right(person, **row)
    assert read(person) == {"NY": ways}


@pytest.mark.parametrize(
    ("offers", "way", "found"),
    [
        ({}, "both", {"NY": frozenset({"in-person", "video"})}),
        ({"is_in_person": False}, "both", {"NY": frozenset({"video"})}),
        ({}, "video", {"NY": frozenset({"video"})}),
        ({"is_video": False}, "video", {}),
        ({"is_video": False, "is_phone": True}, "video", {"NY": frozenset({"phone"})}),
        ({"is_video": False, "is_in_person": False}, "video", {"NY": REMOTE}),
    ],
)
def test_a_state_is_shown_where_law_and_person_have_a_way_in_common(offers, way, found):
    person = nobody(**offers)
    right(person, way=way)
    assert may_see(person, DAY) == found


@pytest.mark.parametrize(("late", "last_good"), [(None, 0), (1, 1), (30, 30), (31, 30), (400, 30)])
def test_a_late_board_keeps_it_thirty_days_at_most_whatever_is_stored(late, last_good):
    person = nobody()
    until = late and on(DAY, late)
    right(person, to_day=DAY, late_until=until, late_reason="Receipt", late_by="Dana Osei")
    found = [n for n in (0, 1, 2, 29, 30, 31, 32, 400) if read(person, on(DAY, n))]
    assert max(found) == last_good


@pytest.mark.parametrize(
    "fields",
    [
        {"to_day": DAY, "late_until": on(DAY, 5), "late_by": "Dana"},
        {"to_day": DAY, "late_until": on(DAY, 5), "late_reason": "Receipt"},
        {"to_day": DAY, "late_until": DAY, "late_reason": "Receipt", "late_by": "Dana"},
        {"from_day": DAY, "to_day": on(DAY, -1)},
        {"kind": "compact"},
        {"checked_on": DAY},
    ],
)
def test_what_makes_no_sense_is_refused_by_form_and_database(fields):
    person = nobody()
    with pytest.raises(ValidationError):
        PracticeAuthority(therapist=person, state="NY", **fields).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        right(person, **fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"to_day": DAY, "late_until": on(DAY, 31), "late_reason": "R", "late_by": "D"},
            "more than 30 days",
        ),
        ({"checked_on": date(2199, 1, 1), "checked_by": "Dana"}, "has not come yet"),
        ({"kind": "registration"}, "Somebody supervises this person there"),
    ],
)
def test_what_the_form_alone_refuses(fields, words):
    person = nobody()
    Supervision.objects.create(supervisee=person, supervisor=nobody("Ada"), from_day=DAY)
    with pytest.raises(ValidationError, match=words):
        PracticeAuthority(therapist=person, state="NY", **fields).full_clean()


def test_licenses_are_written_down_for_the_first_profile_of_a_person():
    first = nobody()
    other = make_therapist("Hana en español", language="es", translation_of=first)
    with pytest.raises(ValidationError, match="first profile"):
        PracticeAuthority(therapist=other, state="NY").full_clean()


@pytest.mark.parametrize("day", [date(2020, 1, 1), DAY, date(2199, 12, 31)])
def test_what_is_prefetched_for_a_page_says_the_same_as_the_rows(day):
    """A page reads the supervisions of one day; the calendar reads all."""
    compact = make_compact()
    boss, trainee = make_therapist("Boss", states=["NY", "WA"]), nobody("June")
    boss.authorities.update(profession="psychology")
    right(boss, "WA", kind="compact", compact=compact, profession="psychology")
    right(trainee, kind="supervised")
    Supervision.objects.create(supervisee=trainee, supervisor=boss, from_day=date(2021, 1, 1))
    rows = {person.pk: where(person, day) for person in Therapist.objects.all()}
    assert {p.pk: where(p, day) for p in Therapist.objects.for_calendar()} == rows
