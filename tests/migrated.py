"""SQLite's file as all migrations leave it, kept from one run to the next: to run them takes each worker as
long as hundreds of tests. Another migration, or another release of a package, makes another file."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests import kept


def kept_file(folder):
    """Where it is, or will be."""
    return Path(folder, f"{kept.name_for('*/migrations/*.py', '*/migrations/*.toml')}.sqlite3")


def take(file, database):
    if file.exists():
        shutil.copy(file, database)


def keep(file, database):
    """Whole, whatever still stands in the log beside it; and for workers that look at the same moment."""
    if not file.exists():
        mine = file.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("VACUUM INTO ?", [str(mine)])
        for older in file.parent.glob("*.sqlite3"):
            older.unlink(missing_ok=True)
        mine.replace(file)
