"""Words of danger put crisis help above everything; what only sounds like it gets no more than a quiet line."""

import pytest
from django.urls import reverse

from search import kept_words
from search.models import DangerWords
from tests.factories import make_practice
from tests.search.danger_queries import CALM, DANGER

pytestmark = pytest.mark.django_db


def look(typed):
    return kept_words.words().danger.look(typed)


@pytest.mark.parametrize("typed", DANGER)
def test_help_is_shown(typed):
    assert look(typed) == "help"
    assert look(f"{typed.upper()}!!") == "help"
    assert look(f"please {typed} thanks") == "help"


@pytest.mark.parametrize("typed", CALM)
def test_what_only_sounds_like_it_stays_calm(typed):
    assert look(typed) in ("", "pointer")


def page(client, typed):
    make_practice()
    return client.get(reverse("search:search"), {"q": typed}).text


def test_help_stands_above_the_results_and_where_there_are_none(client):
    text = page(client, "i want to die xyzzyx")
    main = text[text.index("<main") :]
    assert main.index("tel:988") < main.index('role="status"')
    assert "Nothing here has these words" in main


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


def test_an_emptied_list_takes_nobody_this_help():
    DangerWords.objects.all().delete()
    assert look("i want to kill myself") == "help"


@pytest.mark.parametrize(
    "letters", ["a" * 10_000, "kil " * 3000, "i want to be and not dead " * 500, "\ud800die" * 500]
)
def test_long_texts_are_read_to_a_bound(letters):
    assert look(letters) in ("help", "pointer", "")


@pytest.mark.parametrize("typed", ["killmyself", "iwanttodie", "i wanttodie", "wannadie tonight"])
def test_help_is_shown_for_words_typed_as_one(typed):
    assert look(typed) == "help"


@pytest.mark.parametrize(
    "typed", ["therapist", "therapists near me", "my therapist said", "cantsleep"]
)
def test_a_word_is_not_taken_apart_into_danger(typed):
    assert look(typed) == ""


@pytest.mark.parametrize("who", ["dad", "stepmom", "husband", "uncle", "she", "boyfriend"])
def test_what_sounds_harmless_inside_a_phrase_of_danger_does_not_hide_it(who):
    assert look("beats me why") != "help"
    assert look(f"my {who} beats me") == "help"
    assert look(f"my {who} beats me when i talk") == "help"
