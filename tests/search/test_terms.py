"""Words are compared without accents, capitals and endings."""

import pytest

from search.danger import Danger, Listed
from search.slips import apart
from search.terms import clean, terms, tokens


@pytest.mark.parametrize(
    "alike",
    [
        "worry worries worried worrying WORRY Worry’s",
        "grieve grieves grieving grieved",
        "naïve naive NAIVE nai\u0308ve",
        "Straße strasse",
        "counseling counselling",
        "kill kills killing killed",
        "niño nino",
        "Søren soren",
        "don't don’t dont",
        "therapist's therapist therapists",
    ],
)
def test_forms_of_one_word_are_one(alike):
    assert len(set(terms(alike))) == 1, terms(alike)


@pytest.mark.parametrize("pair", ["grief grieve", "act actor", "sleep slip", "bed be", "is iss"])
def test_other_words_stay_apart(pair):
    assert len(set(terms(pair))) == 2


@pytest.mark.parametrize("text", ["", "…", "?!", "\0", "🙂", "\ud800", "   ", "–—", "_"])
def test_what_has_no_letters_has_no_words(text):
    assert terms(text) == []


def test_a_token_says_where_it_stands():
    text = clean("So: “Café”, she said.")
    assert [text[one.start : one.end] for one in tokens(text)] == ["So", "Café", "she", "said"]


def test_terms_are_plain_letters_whatever_the_script():
    assert all(term.isascii() for term in terms("סבתא бабушка 祖母 ñandú 𝕬"))


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("grief", "greif", 1), ("abc", "abc", 0), ("anxiety", "anxeity", 1), ("sleep", "slep", 1),
     ("worry", "wory", 1), ("depression", "dipresion", 2), ("cat", "dogs", 4), ("", "ab", 2)],
)  # fmt: skip
def test_slips_are_counted(one, other, slips):
    assert apart(one, other, 3) == apart(other, one, 3) == slips


def test_counting_stops_where_it_is_too_many():
    assert apart("kitten", "mountain", 1) == 2


def test_staff_may_write_a_phrase_with_others_in_its_place():
    danger = Danger.of([Listed("hurt/harm myself\n\n  "), Listed("harm myself laughing", True)])
    assert danger.look("I may HARM, or so, myself").level == "help"
    assert danger.look("i hrut mysefl").level == "help"
    assert danger.look("harm myself laughing").level == "pointer"
    assert danger.look("harm myself laughing, hurt myself").level == "help"
    assert danger.look("myself, hurt").level == ""
