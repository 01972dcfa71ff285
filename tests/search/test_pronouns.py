"""A Spanish pronoun is read before the verbs and at the end of the last of them, whichever was typed."""

import random

import pytest

from search import shipped
from search.danger import Danger, Listed
from search.pronouns import ATTACHED, in_both_orders
from search.terms import fold, tokens


def level(phrases, typed):
    return Danger.of([Listed(phrases, language="es")]).look(typed).level


@pytest.mark.parametrize(
    "typed",
    [
        "quiero irme",
        "me quiero ir",
        "me voy a ir",
        "me dan ganas de ir",
        "me estoy yendo",
        "estoy yéndome",
        "ya me vuelvo a ir otra vez",
    ],
)
def test_one_phrase_is_known_in_either_order(typed):
    assert level("irme", typed) == "help"


@pytest.mark.parametrize(
    "typed", ["quiere darme", "me quiere dar", "sigue dándome", "me está dando"]
)
def test_so_is_one_whose_pronoun_stands_before(typed):
    assert level("me quiere/sigue/está dar", typed) == "help"


@pytest.mark.parametrize(
    "typed",
    ["ir", "quiero ir", "me quiero sentar para ir", "me das el lugar de ir", "se quiere ir"],
)
def test_a_pronoun_of_somebody_else_or_far_away_is_none(typed):
    assert level("irme", typed) == ""


def test_what_only_sounds_like_danger_is_known_in_either_order():
    known = Danger.of([Listed("cortarme"), Listed("cortarme el pelo", only_sounds_like_it=True)])
    for typed in ("voy a cortarme el pelo", "me voy a cortar el pelo", "me estoy cortando el pelo"):
        assert known.look(typed).level == "pointer"
    assert known.look("me voy a cortar").level == "help"


def with_a_pronoun():
    """What begins with a verb that has a pronoun at its end, each said in a way chosen alike in every run."""
    choose = random.Random("pronouns")
    for one in shipped.danger():
        if one.language == "es" and not one.only_sounds_like_it and "+" not in one.phrases:
            for line in one.phrases.splitlines():
                first, *others = (place.split("/") for place in line.split())
                for word in first:
                    if found := ATTACHED.fullmatch(fold(word)):
                        yield *found.groups(), " ".join(choose.choice(place) for place in others)


def test_every_phrase_with_a_pronoun_is_known_in_the_other_order():
    known, phrases = Danger.of(shipped.danger()), list(with_a_pronoun())
    assert len(phrases) > 60
    for verb, pronoun, rest in phrases:
        for typed in (f"quiero {verb}{pronoun} {rest}", f"{pronoun} quiero {verb} {rest}"):
            assert known.look(typed).level == "help", typed


@pytest.mark.parametrize("words", ["me quiero matarme ", "voy a quiero estoy ", "matarme "])
def test_no_text_gets_longer_than_by_a_pronoun_for_each_word(words):
    typed = list(tokens(words * 200))
    read = in_both_orders(typed)
    assert len(read) <= 2 * len(typed)
    assert {one.token for one in read} >= set(typed)
