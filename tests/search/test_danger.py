"""Words of danger put crisis help above everything; what only sounds like it gets no more than a quiet line."""

import re

import pytest
from django.urls import reverse

from pages.models import CrisisResource
from search import kept_words
from search.danger import Danger, Listed
from search.models import DangerWords
from tests.factories import make_practice
from tests.search.danger_queries import CALM, DANGER

pytestmark = pytest.mark.django_db


def look(typed):
    return kept_words.words().danger.look(typed).level


@pytest.mark.parametrize("typed", DANGER)
def test_help_is_shown(typed):
    assert look(typed) == "help"
    assert look(f"{typed.upper()}!!") == "help"
    assert look(f"please {typed} thanks") == "help"


@pytest.mark.parametrize("typed", CALM)
def test_what_only_sounds_like_it_stays_calm(typed):
    assert look(typed) in ("", "pointer")


@pytest.fixture(autouse=True)
def practice():
    make_practice()


def page(client, typed):
    return client.get(reverse("search:search"), {"q": typed}).text


def test_help_stands_above_the_results_and_where_there_are_none(client):
    text = page(client, "overdosed xyzzyx")
    main = text[text.index("<main") :]
    assert main.index("tel:988") < main.index('role="status"')
    assert "Nothing here has these words" in main


LINES = [
    {"name": "All", "call": "988"},
    {"name": "House", "kind": "home"},
    {"name": "Youth", "kind": "young"},
    {"name": "Service", "kind": "veterans"},
    {"name": "Línea", "language": "es"},
]


@pytest.mark.parametrize(
    ("typed", "in_view"),
    [
        ("i want to die", ["All"]),
        ("my husband hits me", ["House", "All"]),
        ("mi esposo me pega", ["Línea", "House", "All"]),
        ("quiero morir", ["Línea", "All"]),
        ("veterans crisis line", ["Service", "All"]),
        ("im a veteran and i want to die", ["All", "Service"]),
        ("he hits me and i want to die", ["All", "House"]),
        ("my dad beats me", ["House", "Youth", "All"]),
        ("i took too many pills", ["All"]),
        ("i need help right now", ["All"]),
    ],
)
def test_help_for_the_kind_of_danger_stands_first(client, typed, in_view):
    for line in LINES:
        CrisisResource.objects.create(text="Awake.", **line)
    CrisisResource.objects.create(name="Far", text="Away.", country="NZ", kind="home")
    section = page(client, typed).partition('class="crisis"')[2].partition("</section>")[0]
    assert "Far" not in section
    seen, folded, rest = section.partition('class="more-help"')
    assert re.findall(r"<strong>(.+?)\.</strong>", seen) == in_view
    assert folded
    names = {line["name"] for line in LINES}
    assert set(re.findall(r"<strong>(.+?)\.</strong>", rest)) == names - set(in_view)
    assert section.count('<p lang="es">') == 1


def test_the_order_of_one_search_is_not_that_of_the_next(client):
    for line in LINES:
        CrisisResource.objects.create(text="Awake.", **line)
    for typed, first in [
        ("my husband hits me", "House"),
        ("suicide", "All"),
        ("crisis", "All"),
    ] * 2:
        section = page(client, typed).partition('class="crisis"')[2]
        assert re.search(r"<strong>(.+?)\.</strong>", section)[1] == first


def test_what_sounds_like_it_gets_one_line(client):
    text = page(client, "suicide squad review")
    main = text[text.index("<main") : text.index("</main>")]
    assert "tel:988" not in main
    assert main.count("in earnest") == 1


def test_other_words_get_nothing(client):
    text = page(client, "anxiety")
    assert "tel:988" not in text[text.index("<main") : text.index("</main>")]
    assert "in earnest" not in text


def test_staff_words_count_at_once():
    assert look("the gray wave is back") == ""
    DangerWords.objects.create(name="Ours", phrases="gray wave")
    assert look("the gray wave is back") == "help"


@pytest.mark.parametrize("left", [{}, {"only_sounds_like_it": True}, {"only_says_who": True}])
def test_an_emptied_list_takes_nobody_this_help(left):
    kept = DangerWords.objects.filter(**left) if left else DangerWords.objects.none()
    DangerWords.objects.exclude(pk__in=kept.values("pk")).delete()
    assert look("i want to kill myself") == "help"


@pytest.mark.parametrize(
    "letters",
    [
        "a " * 5000,
        "a@" * 5000,
        "1" * 10_000,
        "a" * 10_000,
        "kil " * 3000,
        "i want to be and not dead " * 500,
        "\ud800die" * 500,
    ],
)
def test_long_texts_are_read_to_a_bound(letters):
    assert look(letters) in ("help", "pointer", "")


@pytest.mark.parametrize("typed", ["killmyself", "iwanttodie", "i wanttodie", "wannadie tonight"])
def test_help_is_shown_for_words_typed_as_one(typed):
    assert look(typed) == "help"


def by_signs(word):
    return word.translate(str.maketrans("aeio", "@310"))


DISGUISES = [by_signs, " ".join, ".".join, lambda word: " ".join(by_signs(word)), str.upper]


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("word", ["suicide", "suicidal", "overdosed", "raped"])
def test_a_word_of_danger_is_known_in_disguise(word, disguise):
    assert look(disguise(word)) == "help"
    assert look(f"it is {disguise(word)} again") == "help"


@pytest.mark.parametrize(
    "typed",
    [
        "K1ll mys3lf",
        "self h@rm",
        "$elf h4rm",
        "ki11 myself",
        "k1llmys3lf",
        "k i l l m y s e l f",
        "want to d i e",
        "he hits me@home",
    ],
)
def test_so_is_a_phrase(typed):
    assert look(typed) == "help"


@pytest.mark.parametrize(
    "typed",
    [
        "b12",
        "a1c",
        "4am",
        "10s",
        "1 2 3",
        "c b t",
        "d b t",
        "i a m",
        "h1b",
        "mp3",
        "2nd",
        "me@example.org",
        "s k i l l",
        "$100",
        "5k",
        "1:1",
        "st1ll",
    ],
)
def test_numbers_and_letters_are_no_words_in_disguise(typed):
    assert look(typed) == ""


@pytest.mark.parametrize(
    "typed", ["therapist", "therapists near me", "my therapist said", "cantsleep"]
)
def test_a_word_is_not_taken_apart_into_danger(typed):
    assert look(typed) == ""


@pytest.mark.parametrize("how", ["with a belt", "in the face"])
def test_nor_where_danger_begins_with_the_same_words_and_goes_on(how):
    assert look("hit me with it") != "help"
    assert look(f"he hit me {how}") == "help"


@pytest.mark.parametrize(
    ("phrase", "typed"),
    [
        ("want/wanted/wanting it", "wnat it"),
        ("want/wanted it", "wnated it"),
        ("strangled", "strnagled"),
    ],
)
def test_a_slip_is_understood_in_each_form_that_a_word_has(phrase, typed):
    assert Danger.of([Listed(phrase)]).look(typed).level == "help"


@pytest.mark.parametrize("who", ["dad", "stepmom", "husband", "uncle", "she", "boyfriend"])
def test_what_sounds_harmless_inside_a_phrase_of_danger_does_not_hide_it(who):
    assert look("beats me why") != "help"
    assert look(f"my {who} beats me") == "help"
    assert look(f"my {who} beats me when i talk") == "help"
