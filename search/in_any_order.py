"""Words that tell of danger in whatever order they are said: of ``pills + goodbye``, “goodbye, the pills are here”."""

from collections.abc import Iterable, Iterator
from itertools import product

from search.meant import Match, Phrase

# As many words of what was typed are looked at together; from one such stretch to the next, so many words.
STRETCH, STEP = 16, 4


def in_any_order(phrases: Iterable[Phrase], said: list[frozenset[str]]) -> Iterator[Match]:
    for start in range(0, max(len(said) - STRETCH + STEP, 1), STEP):
        stretch = said[start : start + STRETCH]
        all_said = frozenset().union(*stretch)
        for phrase in phrases:
            if any(place.isdisjoint(all_said) for place in phrase.places):
                continue
            if where := places_in(stretch, phrase):
                yield Match(phrase, tuple(start + at for at in where))


def places_in(stretch: list[frozenset[str]], phrase: Phrase) -> tuple[int, ...]:
    """A word for each place, none for two; nowhere if one is left without."""
    each = [[at for at, word in enumerate(stretch) if terms & word] for terms in phrase.places]
    chosen = (where for where in product(*each) if len(set(where)) == len(where))
    return next(chosen, ())
