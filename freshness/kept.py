"""A value made of rows, kept by each process for as long as nobody writes to their tables.

    def read() -> Value: ...

    facts = Kept("pages.site", ["pages.Practice", "pages.MenuItem"], read)
    facts.get()

costs one statement of the database while nothing changed. What is kept is shared by all threads: it may be
read and never changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db import connection
from django.utils import timezone

Value = TypeVar("Value")
LOOKS = {
    "sqlite": "SELECT group_concat(mark) FROM freshness_edition WHERE name = %s",
    # All rows that are settled, in whatever order they were, and what only this transaction has written.
    "postgresql": """
        SELECT count(*) || ':' || sum(mark) || coalesce(
            current_setting('freshness.' || replace(min(name), '.', '_'), true), ''
        )
        FROM freshness_edition WHERE name = %s
    """,
}


@dataclass(frozen=True)
class Held(Generic[Value]):
    mark: str
    since: datetime
    until: datetime | None
    value: Value

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
        self.held: Held[Value] | None = None
        Kept.every[name] = self

    def get(self) -> Value:
        # The mark first: what is written while the rows are read gives it another one.
        mark, held, now = self.mark(), self.held, timezone.now()
        if held and held.is_of(mark, now):
            return held.value
        value, until = self.read()
        if mark:
            self.held = Held(mark, now, until, value)
        return value

    def mark(self) -> str:
        """Empty while nothing tells whether somebody writes."""
        with connection.cursor() as cursor:
            cursor.execute(LOOKS[connection.vendor], [self.name])
            (mark,) = cursor.fetchone()
        return mark or ""
