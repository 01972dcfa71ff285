"""A value made of rows, kept by each process for as long as nobody writes to their tables.

    def read() -> Value: ...

    facts = Kept("pages.site", ["pages.Practice", "pages.MenuItem"], read)
    facts.get()

costs one statement of the database while nothing changed. What is kept is shared by all threads: it may be
read and never changed. It may hold words, so each language has its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.utils import timezone
from django.utils.translation import get_language

from freshness import basis
from freshness.marks import Mark

Value = TypeVar("Value")


@dataclass
class Held(Generic[Value]):
    mark: str
    since: datetime
    until: datetime | None
    value: Value
    rests_on: basis.Basis

    @cached_property
    def reading(self) -> bytes:
        """Of the time of ``mark``: after another write nobody asks for it any more. Beyond ``until`` the same rows
        are another value, and have another time at which that ends."""
        return self.rests_on.reading() + str(self.until).encode()

    def is_of(self, mark: str, now: datetime) -> bool:
        return mark == self.mark and self.since <= now and (not self.until or now < self.until)


class Kept(Generic[Value]):
    """``read`` gives the value and the time from which the clock makes it another one, or None.

    ``models`` are labels of all whose rows it reads, those between two models included.
    """

    every: "dict[str, Kept]" = {}

    def __init__(
        self,
        name: str,
        models: Sequence[str],
        read: Callable[[], tuple[Value, datetime | None]],
    ) -> None:
        self.name, self.models, self.read = name, models, read
        self.mark = Mark(name, models)
        # By language: as few as a page may be in.
        self.held: dict[str | None, Held[Value]] = {}
        Kept.every[name] = self
        basis.READINGS[name] = self.reading

    def get(self) -> Value:
        basis.add_kept(self.name)
        with basis.apart():
            return self.hold().value

    def reading(self) -> bytes:
        return self.hold().reading

    def hold(self) -> Held[Value]:
        # The mark first: what is written while the rows are read gives it another one.
        language = get_language()
        mark, held, now = self.mark.look(), self.held.get(language), timezone.now()
        if held and held.is_of(mark, now):
            return held
        with basis.of() as own:
            value, until = self.read()
        held = Held(mark, now, until, value, own)
        if mark:
            self.held[language] = held
        return held


def forget(**kwargs: Any) -> None:
    for kept in Kept.every.values():
        kept.held.clear()
