"""What could not come along when a text was copied in, said in sentences: one for each kind."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from writing.pasting.left_out_sentences import SENTENCES
from writing.reading.places import LONGEST, MOST_PLACES, Places

MOST = 1_000_000


# As a form or a row keeps it: a number, or a number with the words before each place.
Stored = int | list[Any]


def sentences(counts: Mapping[str, Stored]) -> list[str]:
    """``{kind: number}`` as a list of sentences, in the order above."""
    return [sentence for sentence, _places in said(counts)]


def said(counts: Mapping[str, Stored]) -> list[tuple[str, list[str]]]:
    """``[(sentence, the words before each of its places)]``."""
    found = []
    for kind, sentence in SENTENCES.items():
        stored = counts.get(kind) or 0
        number, places = stored if isinstance(stored, list) else (stored, [])
        if number:
            found.append((str(sentence % {"count": number}), places))
    return found


def as_stored(counts: Counter[str]) -> dict[str, Stored]:
    after = counts.after if isinstance(counts, Places) else {}
    return {
        kind: [number, after[kind]] if after.get(kind) else number
        for kind, number in (+counts).items()
    }


def from_stored(stored: Mapping[str, Stored]) -> Places:
    counts = Places()
    for kind, value in stored.items():
        number, places = value if isinstance(value, list) else (value, [])
        counts.take({kind: number})
        for words in places:
            counts.note(kind, words)
    return counts


def checked(counts: object) -> dict[str, Stored]:
    """Only kinds that there are, with numbers and places that may be: for what a form or a row brought
    back."""
    if not isinstance(counts, dict):
        return {}
    return {kind: value for kind, value in counts.items() if kind in SENTENCES and may_be(value)}


def may_be(value: object) -> bool:
    if isinstance(value, list):
        is_pair = len(value) == 2 and isinstance(value[1], list) and len(value[1]) <= MOST_PLACES
        return (
            is_pair and may_be(value[0]) and type(value[0]) is int and all(map(is_words, value[1]))
        )
    return type(value) is int and 0 < value < MOST


def is_words(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
