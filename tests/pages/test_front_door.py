import datetime

import pytest

from pages.frame import leads_to
from pages.models import OpeningHours, Practice
from pages.templatetags.front_door import initial, is_spoken, rest_of_name
from pages.templatetags.opening_hours import hours_in_words


def hours(*rows):
    return [
        OpeningHours(weekday=day, opens=datetime.time(opens), closes=datetime.time(closes))
        for day, opens, closes in rows
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([(0, 8, 19)], [("Monday", "8 a.m.–7 p.m.")]),
        (
            [(0, 8, 19), (1, 8, 19), (2, 8, 19), (4, 8, 15)],
            [("Monday to Wednesday", "8 a.m.–7 p.m."), ("Friday", "8 a.m.–3 p.m.")],
        ),
        ([(5, 9, 12), (6, 9, 12)], [("Saturday and Sunday", "9 a.m.–noon")]),
        ([(0, 9, 12), (0, 13, 17)], [("Monday", "9 a.m.–noon, 1 p.m.–5 p.m.")]),
    ],
)
def test_days_with_the_same_hours_stand_together(rows, expected):
    assert hours_in_words(hours(*rows)) == expected


@pytest.mark.parametrize(
    ("name", "short_name", "rest"),
    [
        ("Fallow House Psychotherapy", "Fallow House", "Psychotherapy"),
        ("Larchmont Counseling", "", ""),
        ("Stillwater Counseling Center", "SCC", "Stillwater Counseling Center"),
    ],
)
def test_wordmark_says_the_rest_of_the_name_once(name, short_name, rest):
    assert rest_of_name(Practice(name=name, short_name=short_name)) == rest


@pytest.mark.parametrize(
    ("address", "path", "answer"),
    [
        ("/blog/", "/blog/", "page"),
        ("/blog/", "/blog/a-piece/", "true"),
        ("/blog/", "/team/", ""),
        ("https://portal.example/", "/blog/", ""),
    ],
)
def test_menu_says_where_one_is(address, path, answer):
    assert leads_to(address, path) == answer


@pytest.mark.parametrize(("name", "letter"), [("hana", "H"), ("“Ana”", "A"), ("", ""), ("7", "")])
def test_missing_portrait_shows_a_letter(name, letter):
    assert initial(name) == letter


@pytest.mark.parametrize(
    ("text", "answer"),
    [("“I had the day off.”", True), ('"Plain"', True), ("A thought.", False), ("", False)],
)
def test_opening_lines_in_quotation_marks_are_spoken(text, answer):
    assert is_spoken(text) is answer
