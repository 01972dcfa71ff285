"""SQLite's file as all migrations leave it, kept from one run to the next: to run them takes each worker as
long as hundreds of tests. Another migration, or another release of a package, makes another file."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings


def kept_file(folder):
    """Where it is, or will be."""
    root = Path(settings.BASE_DIR)
    sources = [*root.glob("*/migrations/*.py"), *root.glob("requirements/*.txt")]
    name = hashlib.sha256()
    for path in sorted(sources):
        name.update(str(path.relative_to(root)).encode() + path.read_bytes())
    return Path(folder, f"{name.hexdigest()}.sqlite3")


def take(kept, database):
    if kept.exists():
        shutil.copy(kept, database)


def keep(kept, database):
    """Whole, whatever still stands in the log beside it; and for workers that look at the same moment."""
    if not kept.exists():
        mine = kept.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("VACUUM INTO ?", [str(mine)])
        for older in kept.parent.glob("*.sqlite3"):
            older.unlink(missing_ok=True)
        mine.replace(kept)
