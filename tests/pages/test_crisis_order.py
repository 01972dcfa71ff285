"""Which crisis lines stand first for what somebody seems to be in, and for the language they write in."""

from itertools import combinations, product

import pytest
from django.utils.translation import override

from pages.crisis_lines import Line, Lines, lines
from search.danger_kinds import DangerKind

# As a practice may have entered them, in its order.
ENTERED = {
    "988": ("any", "en"),
    "Text": ("any", "en"),
    "Línea": ("any", "es"),
    "Home": ("home", "en"),
    "Home 2": ("home", "en"),
    "Hogar": ("home", "es"),
    "Young": ("young", "en"),
    "Veterans": ("veterans", "en"),
    "Veteranos": ("veterans", "es"),
}


def entered(*names):
    rows = [(name, *ENTERED[name]) for name in names or ENTERED]
    return Lines([Line(name, kind=kind, language=language) for name, kind, language in rows])


def in_order(kinds, languages, names=()):
    """What is in view, a bar, and what is a press away."""
    found = entered(*names).in_order_for(kinds.split(), languages.split())
    return [one.name for one in found.first], [one.name for one in found.others]


REST = "Young Veterans Veteranos"
TABLE = [
    # Kinds, languages, in view, a press away.
    ("any", "en", "988 Text", "Línea Home Home_2 Hogar " + REST),
    ("home", "en", "Home Home_2 988 Text Hogar", None),
    ("home", "", "Home Home_2 988 Text Hogar", None),
    ("", "", "988 Text", None),
    ("any", "es", "Línea 988 Text", None),
    ("", "es", "Línea 988 Text", None),
    ("home", "es", "Hogar Línea Home Home_2 988 Text", None),
    ("young", "es", "Línea Young 988 Text", None),
    ("veterans", "es", "Veteranos Línea Veterans 988 Text", None),
    # Life first, and both in view before the second line of either.
    ("any home", "en", "988 Home Text Home_2 Hogar", None),
    ("any veterans", "en", "988 Veterans Text Veteranos", None),
    ("home young", "en", "Home Young Home_2 988 Text Hogar", None),
    ("any home", "es", "Línea Hogar Home Home_2 988 Text", None),
    ("any", "es en", "Línea 988 Text", None),
    ("any", "en es", "988 Línea Text", None),
    # Nothing is entered for the most pressing: who is there for any crisis stands in for that, before the rest.
    ("poison young", "en", "988 Text Young", None),
    ("assault home young", "en", "988 Text Home Young Home_2 Hogar", None),
    ("assault veterans", "es", "Línea Veteranos 988 Text Veterans", None),
    ("poison young", "fr", "988 Text Young", None),
    # Nothing is entered for it.
    ("poison", "en", "988 Text", None),
    ("other assault", "es", "Línea 988 Text", None),
    ("any", "fr", "988 Text", None),
]


def names(said):
    return [name.replace("_", " ") for name in said.split()]


@pytest.mark.parametrize(("kinds", "languages", "in_view", "others"), TABLE)
def test_the_order(kinds, languages, in_view, others):
    first, rest = in_order(kinds, languages)
    assert first == names(in_view)
    if others is not None:
        assert sorted(rest) == sorted(names(others))


@pytest.mark.parametrize("languages", ["", "en", "es", "en es", "fr"])
def test_nothing_disappears_and_help_for_any_crisis_stays_in_view(languages):
    for kinds in product(["", *DangerKind], repeat=2):
        first, rest = in_order(" ".join(kinds), languages)
        assert sorted(first + rest) == sorted(ENTERED)
        assert "988" in first


def test_nothing_less_pressing_stands_before_help_for_any_crisis_where_none_is_for_the_most_pressing():
    of_kind = {kind: f"For {kind}" for kind in DangerKind if kind != DangerKind.ANY}
    for pressing, less in combinations(of_kind, 2):
        rows = [Line(of_kind[less], kind=less), Line("988"), Line("911")]
        found = Lines(rows).in_order_for([pressing, less], [])
        assert [one.name for one in found.all] == ["988", "911", of_kind[less]]
        found = Lines([*rows, Line(of_kind[pressing], kind=pressing)]).in_order_for(
            [pressing, less], []
        )
        assert [one.name for one in found.all] == [of_kind[pressing], of_kind[less], "988", "911"]


def test_where_nothing_is_for_any_crisis_all_is_in_view():
    first, rest = in_order("poison", "en", ["Young", "Veteranos", "Home"])
    assert sorted(first) == ["Home", "Veteranos", "Young"]
    assert rest == []


def test_the_language_of_the_page_counts_where_none_was_told():
    with override("es"):
        assert in_order("home", "")[0] == names("Hogar Línea Home Home_2 988 Text")


def test_what_is_known_of_a_country_stands_as_it_is():
    for country, number in (("US", 1), ("NZ", 0)):
        found = lines(country, []).in_order_for(["home"], ["es"])
        assert len(found.first) == number
        assert found.others == []


def test_a_line_of_another_country_is_never_in_it():
    rows = [{"name": "Near", "country": "US"}, {"name": "Far", "country": "NZ", "kind": "home"}]
    found = lines("US", rows).in_order_for(["home"], ["en"])
    assert [one.name for one in found.all] == ["Near"]
