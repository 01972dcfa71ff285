"""Whether somebody has written to some tables since the last look."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import connection

from freshness.statements import reads

LOOKS = {
    "sqlite": "SELECT name, group_concat(mark) FROM freshness_edition GROUP BY name",
    # All rows that are settled, in whatever order they were, and what only this transaction has written.
    "postgresql": """
        SELECT name, count(*) || ':' || sum(mark) || coalesce(
            current_setting('freshness.' || replace(name, '.', '_'), true), ''
        )
        FROM freshness_edition GROUP BY name
    """,
}


class Mark:
    """Another text after each write to the tables of ``models``, labels of them, by whomever (see triggers)."""

    every: "dict[str, Mark]" = {}

    def __init__(self, name: str, models: Sequence[str]) -> None:
        self.name, self.models = name, models
        Mark.every[name] = self

    def look(self) -> str:
        """Empty while nothing tells whether somebody writes. One statement, or none in ``one_look``."""
        look = shared.get()
        return (look.marks() if look else marks_of_now()).get(self.name, "")


def marks_of_now() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(LOOKS[connection.vendor])
        return {name: mark or "" for name, mark in cursor.fetchall()}


@dataclass
class Look:
    found: dict[str, str] | None = None
    somebody_wrote: bool = False

    def marks(self) -> dict[str, str]:
        if self.found is None or self.somebody_wrote:
            self.found = marks_of_now()
        return self.found

    def note(
        self, execute: Callable[..., object], sql: str, params: Any, many: bool, context: Any
    ) -> object:
        if not reads(sql):
            self.somebody_wrote = True
        return execute(sql, params, many, context)


shared: ContextVar[Look | None] = ContextVar("look", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """One look serves the whole block, for what is read at one go. Once the block writes something itself it
    looks each time again: what it reads may be taken back with what it wrote."""
    look = Look()
    token = shared.set(look)
    try:
        with connection.execute_wrapper(look.note):
            yield
    finally:
        shared.reset(token)
