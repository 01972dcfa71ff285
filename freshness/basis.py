"""What an answer rests on: the statements it asked the database, and what it took of what is kept.

    with basis.of() as own:
        answer = make()
    reading = own.reading()

While ``own.reading()`` gives the same again, making the answer again would give the same: it need not be
made, however much was written meanwhile. ``Mark`` tells when it is time to ask, and ``turns`` when the clock
alone makes another answer.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from hashlib import blake2b
from sys import intern
from typing import Any, TypeVar

from django.db import connection
from django.utils import timezone

from freshness.plain import plain
from freshness.statements import reads

R = TypeVar("R")
Statement = tuple[str, tuple | None]
Question = tuple[str, tuple]

# Stands for the time at which a statement is asked.
NOW = "freshness.basis.NOW"
QUESTIONS: dict[str, Callable[..., object]] = {}
# name of something kept -> its reading; filled in by whoever keeps it.
READINGS: dict[str, Callable[[], bytes]] = {}
current: ContextVar["Basis | None"] = ContextVar("basis", default=None)


@dataclass
class Basis:
    """``is_whole`` is False where something else was done than to read, so that nobody can ask again."""

    began: datetime = field(default_factory=timezone.now)
    statements: list[Statement] = field(default_factory=list)
    kept: dict[str, None] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    until: datetime | None = None
    is_whole: bool = True

    @property
    def is_of_nothing(self) -> bool:
        """Whether nothing was asked, so that nothing can make another answer."""
        return self.is_whole and not (self.statements or self.kept or self.questions or self.until)

    def note(
        self, execute: Callable[..., object], sql: str, params: Any, many: bool, context: Any
    ) -> object:
        if current.get() is self:
            if many or not reads(sql):
                self.is_whole = False
            else:
                self.statements.append((intern(sql), self.without_now(params)))
        return execute(sql, params, many, context)

    def without_now(self, params: Any) -> tuple | None:
        """With ``NOW`` where a statement asked for the time that it was."""
        if params is None:
            return None
        now = timezone.now()
        return tuple(
            NOW if (time := time_of(value)) and self.began <= time <= now else value
            for value in params
        )

    def reading(self) -> bytes:
        """A digest of what all of it says now."""
        digest = blake2b(digest_size=16)
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with apart(), connection.cursor() as cursor:
            for sql, params in self.statements:
                cursor.execute(sql, params and [now if one == NOW else one for one in params])
                for row in cursor.fetchall():
                    digest.update(repr(row).encode())
                digest.update(b";")
            for name in self.kept:
                digest.update(READINGS[name]())
            for name, arguments in self.questions:
                digest.update(repr(plain(QUESTIONS[name](*arguments))).encode())
        return digest.digest()


@contextmanager
def of() -> Iterator[Basis]:
    """Notes what is read in the block, by this thread."""
    own = Basis()
    token = current.set(own)
    try:
        with connection.execute_wrapper(own.note):
            yield own
    finally:
        current.reset(token)


@contextmanager
def apart() -> Iterator[None]:
    """What is read in the block is not noted: whoever asked has said what it stands for."""
    token = current.set(None)
    try:
        yield
    finally:
        current.reset(token)


def add_kept(name: str) -> None:
    if own := current.get():
        own.kept[name] = None


def add(other: Basis) -> None:
    """What was noted apart is part of the answer all the same."""
    if own := current.get():
        own.statements += other.statements
        own.kept |= other.kept
        own.questions += other.questions
        own.is_whole = own.is_whole and other.is_whole
        turns(other.until)


def turns(*times: datetime | None) -> None:
    """The clock makes another answer at each of these times that is still to come."""
    if own := current.get():
        coming = [time for time in (*times, own.until) if time and time > own.began]
        own.until = min(coming, default=None)


def question(function: Callable[..., R]) -> Callable[..., R]:
    """A question about what is kept. An answer rests on the reply alone, and not on everything that is kept.

    Its arguments are plain values without names, and its reply is made of plain values and rows.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    QUESTIONS[name] = function

    @wraps(function)
    def ask(*arguments: object) -> R:
        if own := current.get():
            own.questions.append((name, arguments))
        with apart():
            return function(*arguments)

    return ask


def time_of(value: object) -> datetime | None:
    """A parameter as a time; SQLite is given texts."""
    if isinstance(value, str) and len(value) > len("2000-01-01") and value[4:5] == "-":
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return None
