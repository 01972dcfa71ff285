"""SQLite's log of what was written (``…-wal``), which keeps what was erased until it is emptied."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper

# Nobody who writes waits longer for this; who reads just then puts it off to the next time.
LONGEST_WAIT_MILLISECONDS = 1000


def empty() -> bool:
    """Run every few minutes: whatever was written goes into the database file, where erased pages are
    overwritten, and the log is cut to nothing. Returns whether it was."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with waiting_at_most(LONGEST_WAIT_MILLISECONDS) as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0]
    return not is_busy


@contextmanager
def waiting_at_most(milliseconds: int) -> Iterator[CursorWrapper]:
    """For somebody else's lock, on SQLite; afterwards as long as usual."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {int(milliseconds)}")
        try:
            yield cursor
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
