"""Ages in what was typed, as the words that people of that age are called by: “im 15”, “my 16 yr old”, “78 años”."""

import re
from collections.abc import Iterator, Sequence

from search.terms import Token, terms
from search.words_around import words

NUMBER = re.compile(r"(\d{1,3})(yo|yrs?)?")
BEFORE = words("im am age aged at of is was turned turning son daughter kid soy tengo tiene de")
BEHIND = words("year years yr yrs yo anos ano")
# Times of the day have numbers too.
NO_AGE = words("am pm oclock minutes min hours days weeks months sessions dollars percent")
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
        before = said[at - 1].folded if at else ""
        behind = said[at + 1].folded if at + 1 < len(said) else ""
        if not number or behind in NO_AGE:
            continue
        if number[2] or behind in BEHIND or before in BEFORE:
            for least, most, name in CALLED:
                if least <= int(number[1]) <= most:
                    yield token, tuple(terms(name))
