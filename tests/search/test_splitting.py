"""Words that were typed as one are taken apart, and nothing else is."""

import pytest

from search.splitting import LONGEST, split

WORDS = {"cant", "sleep", "panic", "attack", "therapist", "the", "rapist", "kill", "myself", "want", "die", "all",
         "day", "how", "much", "cost"}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("cantsleep", "cant sleep"),
        ("panicattack", "panic attack"),
        ("iwanttodie", "i want to die"),
        ("killmyself", "kill myself"),
        ("allday", "all day"),
        ("howmuchdoesit", ""),
        ("therapists", ""),
        ("sleep", ""),
        ("isinonof", ""),
        ("cantsleep4", ""),
        ("", ""),
    ],
)
def test_it_is_taken_apart_into_words_that_are_known(typed, words):
    assert split(typed, WORDS.__contains__) == words.split()


def test_it_is_as_few_words_as_make_it_up():
    assert split("therapistday", WORDS.__contains__) == ["therapist", "day"]


@pytest.mark.parametrize("typed", ["a" * LONGEST, "die" * 13, "the" * 5 + "x", "d" * 10_000])
def test_a_long_word_is_looked_at_a_bounded_number_of_times(typed):
    asked = []
    split(typed, lambda word: asked.append(word) or word in WORDS)
    assert len(asked) <= LONGEST**2
