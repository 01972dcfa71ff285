"""Words of danger that may stand in any order, and that are written so that no filter reads them."""

import pytest
from django.core.exceptions import ValidationError

from search.danger import Danger, Listed
from search.in_any_order import STRETCH
from search.models import DangerWords


def level(lines, typed):
    return Danger.of([Listed(lines, kind="any")]).look(typed).level


@pytest.mark.parametrize(
    "typed",
    [
        "pills goodbye",
        "goodbye all, the pills are here",
        "I say godbye now. I have the pils",
        "x " * 40 + "goodbye my dear friends of many years and the pills",
    ],
)
def test_words_around_a_plus_stand_in_any_order(typed):
    assert level("pills/tablets + goodbye/bye", typed) == "help"


@pytest.mark.parametrize("typed", ["pills", "goodbye", "pills and tablets", ""])
def test_each_of_them_has_to_be_said(typed):
    assert level("pills/tablets + goodbye/bye", typed) == ""


def test_one_word_does_not_stand_for_two():
    assert level("gun/pistol + loaded/pistol", "a pistol") == ""
    assert level("gun/pistol + loaded/pistol", "a pistol, a gun") == "help"


def test_words_that_stand_far_apart_do_not_belong_together():
    assert level("pills + goodbye", "pills " + "x " * 2 * STRETCH + "goodbye") == ""


@pytest.mark.parametrize("line", ["+", "pills +", "+ pills", "pills + + goodbye"])
def test_staff_are_told_where_a_word_is_missing(line):
    assert level(line, "pills goodbye") == ""
    with pytest.raises(ValidationError, match="each side"):
        DangerWords(name="x", phrases=f"die\n{line}").clean()


@pytest.mark.parametrize("only", ["only_sounds_like_it", "only_says_who"])
def test_what_is_no_danger_by_itself_keeps_its_order(only):
    with pytest.raises(ValidationError, match="in their order"):
        DangerWords(name="x", phrases="pills + vitamins", **{only: True}).clean()


@pytest.mark.parametrize(
    "typed", ["k*ll", "d*e", "su*c*de", "r*pe", "KIERO", "kiero", "kiere", "nunka"]
)
def test_stars_and_spanish_as_it_is_texted_are_read(typed):
    assert level("kill\ndie\nsuicide\nrape\nquiero\nquiere\nnunca", typed) == "help"


@pytest.mark.parametrize(
    "typed", ["2*3", "f*n", "k**", "**die**hard", "kite", "kayak", "*", "a*b*c*d"]
)
def test_other_words_with_stars_and_k_are_none(typed):
    assert level("kill\nquien\ncat", typed) == ""
