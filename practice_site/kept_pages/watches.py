"""Whether somebody may have written since the last look: asked before each answer, so it costs microseconds."""

import select
import sqlite3
from contextlib import suppress
from typing import Any, Protocol

from django.db import connection


class Watch(Protocol):
    # Somebody has written, and no look has ended since.
    has_heard: bool

    def is_still(self) -> bool:
        """Nobody has written since ``settle``. Never waits."""

    def begin(self) -> object:
        """On the event loop, before a look. Raises what the database raises."""

    def listen(self) -> None:
        """In a thread, before the mark is read."""

    def settle(self, began: object) -> None:
        """After the look that ``begin`` gave this to."""


class SQLiteWatch:
    """A number that SQLite changes whenever another connection than this has written, which never does."""

    def __init__(self) -> None:
        self.connection: sqlite3.Connection | None = None
        self.settled: int | None = None
        self.has_heard = False

    def is_still(self) -> bool:
        try:
            return self.settled is not None and self.version() == self.settled
        except sqlite3.Error:
            return False

    def version(self) -> int:
        if self.connection is None:
            name = connection.get_connection_params()["database"]
            # Without an end: a transaction of Python's own would never see another number.
            self.connection = sqlite3.connect(name, timeout=0, isolation_level=None)
        (number,) = self.connection.execute("PRAGMA data_version").fetchone()
        return number

    def begin(self) -> int:
        version = self.version()
        self.has_heard |= version != self.settled
        return version

    def listen(self) -> None:
        pass

    def settle(self, began: object) -> None:
        self.settled = began  # type: ignore[assignment]
        self.has_heard = False


class PostgreSQLWatch:
    """A connection to which PostgreSQL tells that somebody has written, as soon as that is settled."""

    def __init__(self) -> None:
        self.connection: Any = None
        self.poll: select.poll | None = None
        self.is_settled = self.has_heard = False

    def is_still(self) -> bool:
        return self.is_settled and self.poll is not None and not self.poll.poll(0)

    def begin(self) -> None:
        self.is_settled = False

    def listen(self) -> None:
        import psycopg

        try:
            if self.connection is None:
                self.connect()
            self.hear()
            # Whoever is gone is noticed here, not only when somebody writes.
            self.connection.execute("SELECT 1")
        except psycopg.Error:
            self.poll, lost, self.connection = None, self.connection, None
            with suppress(psycopg.Error):
                if lost:
                    lost.close()
            raise

    def hear(self) -> None:
        try:
            self.connection.pgconn.consume_input()
        finally:
            # What was said before the connection ended has been read.
            while self.connection.pgconn.notifies():
                self.has_heard = True

    def connect(self) -> None:
        self.connection = connection.get_new_connection(connection.get_connection_params())
        self.connection.autocommit = True
        self.connection.execute("LISTEN freshness")
        self.poll = select.poll()
        self.poll.register(self.connection.fileno(), select.POLLIN)

    def settle(self, began: object) -> None:
        self.is_settled, self.has_heard = True, False


def for_database() -> Watch:
    return SQLiteWatch() if connection.vendor == "sqlite" else PostgreSQLWatch()
