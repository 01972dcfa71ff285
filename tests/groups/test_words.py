"""Each fact of a group in the words that visitors read."""

from datetime import date, time

import pytest

from groups import when, words
from groups.models import Group

DAY = date(2026, 11, 28)
WORKSHOP = {"kind": "workshop", "begins_on": date(2027, 1, 30)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"weekday": 1, "begins_at": time(18), "ends_at": time(19, 30)}, "Tuesdays, 6 p.m.–7:30 p.m."),
        ({"weekday": 3, "rhythm": "every other week."}, "Thursdays, every other week"),
        ({"rhythm": "once a month"}, "Once a month"),
        ({"begins_on": date(2026, 11, 29)}, "From November 29, 2026"),
        ({"begins_on": date(2026, 11, 27)}, "Since November 27, 2026"),
        ({"ends_on": date(2027, 3, 2)}, "Until March 2, 2027"),
        (
            {"weekday": 2, "begins_on": date(2027, 1, 13), "ends_on": date(2027, 3, 3)},
            "Wednesdays, January 13, 2027 to March 3, 2027",
        ),
        ({**WORKSHOP, "weekday": 5, "begins_at": time(10)}, "Saturday, January 30, 2027, 10 a.m."),
        ({**WORKSHOP, "ends_on": date(2027, 1, 31)}, "January 30, 2027 to January 31, 2027"),
        ({}, ""),
    ],
)  # fmt: skip
def test_when_it_meets(fields, said):
    assert when.in_brief(Group(**fields), DAY) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (WORKSHOP, "It took place on January 30, 2027."),
        ({"ends_on": date(2026, 11, 27)}, "It was over on November 27, 2026."),
        (
            {"begins_on": date(2026, 9, 1), "ends_on": date(2026, 11, 3)},
            "It went from September 1, 2026 to November 3, 2026.",
        ),
    ],
)
def test_when_it_was(fields, said):
    assert when.took_place(Group(**fields)) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"youngest": 18}, "From age 18 on"),
        ({"youngest": 14, "oldest": 17}, "Ages 14 to 17"),
        ({"oldest": 12}, "Up to age 12"),
        ({"youngest": 0, "oldest": 12}, "Up to age 12"),
        ({}, ""),
    ],
)
def test_for_which_ages(fields, said):
    assert words.ages(Group(**fields)) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"price": 45, "price_note": "a meeting"}, "$45 for a meeting"),
        ({"price": 45, "price_note": "for the day"}, "$45 for the day"),
        ({"price": 1200}, "$1,200"),
        ({"price": 0}, "Costs nothing"),
        ({"price_note": "Ask us"}, "Ask us"),
        ({}, ""),
    ],
)
def test_what_it_costs(fields, said):
    assert words.price(Group(**fields)) == said
