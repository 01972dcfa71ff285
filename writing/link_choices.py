"""What a link may lead to on this site, found by a few letters of its name.

Whoever has pages says so from ``AppConfig.ready()``: a function of the words that were typed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

MOST_OF_A_KIND = 6
MOST_LETTERS = 100
MOST_WORDS = 6


@dataclass(frozen=True)
class Choice:
    """``kind`` says what it is, as people at the desk call it."""

    label: str
    kind: str
    url: str


Finder = Callable[[Sequence[str]], Iterable[Choice]]
M = TypeVar("M", bound=Model)
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    _finders.append(finder)


def find(typed: str) -> list[Choice]:
    """Nothing for no letters; of each kind a few, those that begin so first."""
    words = typed.replace("\x00", "")[:MOST_LETTERS].split()[:MOST_WORDS]
    if not words:
        return []
    found = [choice for finder in _finders for choice in islice(finder(words), MOST_OF_A_KIND)]
    start = words[0].casefold()
    return sorted(found, key=lambda choice: not choice.label.casefold().startswith(start))


def with_words(rows: QuerySet[M], words: Sequence[str], *names: str) -> QuerySet[M]:
    """The rows that have each of the words in one of these columns."""
    for word in words:
        anywhere: Any = Q()
        for name in names:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows
