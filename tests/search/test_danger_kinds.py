"""Of which kind a danger is, and in which language it is told: by the lists that a site begins with, and by rule."""

import random
import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from search import kept_words, shipped
from search.danger import Danger, Listed
from search.danger_kinds import DangerKind
from search.meant import Meant
from search.models import DangerWords

HERE = Path(__file__).parent
TYPED = tomllib.loads((HERE / "danger_kinds.toml").read_text(encoding="utf-8"))
CALM = (HERE / "sounds_like_danger.txt").read_text(encoding="utf-8").splitlines()
IN_DANGER = (HERE / "in_danger.txt").read_text(encoding="utf-8").splitlines()
TOLD = [
    pytest.param(language, kinds.split(), typed.split("\n")[:-1], id=f"{language}-{kinds}")
    for language, of_kinds in TYPED.items()
    for kinds, typed in of_kinds.items()
]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "kinds", "typed"), TOLD)
def test_words_tell_the_kind_and_the_language(language, kinds, typed):
    look = kept_words.words().danger.look
    told = {one: look(one) for one in typed}
    assert told == {one: Meant("help", tuple(kinds), (language,)) for one in typed}


@pytest.mark.django_db
def test_what_is_said_in_danger_shows_help():
    look = kept_words.words().danger.look
    assert not [typed for typed in IN_DANGER if look(typed).level != "help"]


@pytest.mark.django_db
def test_what_only_sounds_like_danger_stays_calm():
    look = kept_words.words().danger.look
    assert not [typed for typed in CALM if look(typed).level == "help"]


def danger(*lists):
    return Danger.of([Listed(phrases, **fields) for phrases, fields in lists])


def test_the_most_pressing_kind_stands_first_whatever_is_said_first():
    known = danger(*((kind, {"kind": kind}) for kind in DangerKind))
    for first, second in combinations(DangerKind, 2):
        for typed in (f"{first} {second}", f"{second} {first}"):
            assert known.look(typed).kinds == (first, second)


def test_a_part_of_something_more_particular_does_not_count_for_any_crisis():
    known = danger(
        ("he threatened", {"kind": "any"}),
        ("he threatened me", {"kind": "home"}),
        ("he threatened", {"kind": "young"}),
    )
    assert known.look("he threatened").kinds == ("any", "young")
    assert known.look("he threatened me").kinds == ("home", "young")
    assert known.look("he threatened me and he threatened").kinds == ("any", "home", "young")


def test_a_list_without_a_kind_tells_of_danger_and_of_no_kind():
    assert danger(("gray wave", {})).look("a gray wave") == Meant("help", (), ("en",))


def test_who_it_is_about_counts_only_beside_danger():
    known = danger(
        ("gray wave", {"kind": "any"}), ("old sailor", {"kind": "veterans", "only_says_who": True})
    )
    assert known.look("an old sailor") == Meant()
    assert known.look("an old sailor in a gray wave").kinds == ("any", "veterans")


def test_what_only_sounds_like_it_tells_no_kind():
    known = danger(
        ("gray wave", {"kind": "home"}), ("gray wave party", {"only_sounds_like_it": True})
    )
    assert known.look("gray wave party") == Meant("pointer")
    assert known.look("anything else") == Meant()


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("crisis", ()),
        ("in a crisis", ("en",)),
        ("en una crisis", ("es",)),
        ("my wave, mi ola", ("en", "es")),
        ("my wave, mi crisis", ("en",)),
        ("mi ola grande, my wave", ("es", "en")),
        ("mi barcoo", ("es",)),
    ],
)
def test_the_language_is_that_of_the_words_that_are_of_one_alone(typed, languages):
    known = danger(
        ("crisis\nmy wave\nin a", {}),
        ("crisis\nmi ola\nola grande\nen una ola\nmi barco", {"language": "es"}),
    )
    assert known.look(typed).languages == languages


def test_a_list_cannot_both_sound_like_danger_and_say_who():
    row = DangerWords(name="x", phrases="y", only_sounds_like_it=True, only_says_who=True)
    with pytest.raises(ValidationError):
        row.clean()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_kinds_change_only_the_order_of_help(seed):
    """Words of the lists in any order, with others between: help is shown as if no list had a kind."""
    lists = shipped.danger()
    known = Danger.of(lists)
    no_kinds = Danger.of(one._replace(kind="") for one in lists if not one.only_says_who)
    choose = random.Random(seed)
    words = [word for one in lists for word in one.phrases.replace("/", " ").split()]
    for _text in range(40):
        some = choose.choices(["xyzzy", "\u0301", "🙂", "1", *choose.choices(words, k=200)], k=12)
        typed = " ".join(some)
        told = known.look(typed)
        assert told.level == no_kinds.look(typed).level
        assert list(told.kinds) == [kind for kind in DangerKind if kind in told.kinds]
        assert set(told.languages) <= {"en", "es"}
        assert len(set(told.languages)) == len(told.languages)
        assert told.level == "help" or told == Meant(told.level)


@pytest.mark.parametrize("phrase", ["self-harm", "never/self-harm", "self-harm/never"])
def test_the_words_of_a_hyphened_one_are_a_phrase_and_not_each_a_word(phrase):
    known = danger((phrase, {}))
    assert known.look("self-harm").level == "help"
    assert known.look("self harm").level == "help"
    assert known.look("harm, then self care").level == ""


def test_a_phrase_of_very_many_ways_is_read_to_a_bound():
    known = danger(("self-harm/ice-cold " * 300, {}), ("/ - //", {}), ("gray wave", {}))
    assert known.look("gray wave").level == "help"
    assert known.look("ice cold").level == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "word", ["invest", "dancer", "impatient", "prison", "grape", "moments", "policy"]
)
def test_a_word_of_its_own_is_no_slip_of_a_word_of_danger(word):
    assert kept_words.words().danger.look(word) == Meant()
