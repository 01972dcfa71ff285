"""Ages in what was typed, as the words that people of that age are called by: “im 15”, “my 16 yr old”, “78 años”."""

import re
from collections.abc import Iterator, Sequence

from search.terms import Token, terms
from search.words_around import AROUND, words

NUMBER = re.compile(r"(\d{1,3})(yo|yrs?)?")
# These say of whoever comes behind how old they are; the others only where nothing else is counted.
SURELY = words("im am age aged turned turning son daughter kid soy tengo tiene")
MAYBE = words("at of is de")
CLOCK = words(
    "open opens opened close closes closed start starts begin begins end ends arrive arrives leave leaves"
)
BEHIND = words("year years yr yrs yo anos ano")
SINCE = words("ago hace later since before")
CALLED = [
    (0, 12, "child"),
    (13, 17, "teen"),
    (18, 25, "young adult"),
    (65, 120, "older adult"),
]


def called(said: Sequence[Token]) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Numbers that are an age, each with the terms of a way to say it."""
    for at, token in enumerate(said):
        number = NUMBER.fullmatch(token.folded)
        if number and (number[2] or is_an_age(said, at)):
            for least, most, name in CALLED:
                if least <= int(number[1]) <= most:
                    yield token, tuple(terms(name))


def is_an_age(said: Sequence[Token], at: int) -> bool:
    around = [one.folded for one in said[max(0, at - 2) : at + 3]]
    before, behind = around[: min(at, 2)], around[min(at, 2) + 1 :]
    if behind and behind[0] in BEHIND:
        return not SINCE.intersection(around)
    counts_something = bool(behind) and behind[0] not in AROUND
    if not before or counts_something or CLOCK.intersection(before):
        return False
    return before[-1] in SURELY or (before[-1] in MAYBE and len(before) > 1)
