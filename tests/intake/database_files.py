"""The bytes of the database as they lie on its server's disk, whoever that belongs to."""

from pathlib import Path

from django.db import ProgrammingError, connection

from tests import needed

FILES = """
    SELECT %(folder)s || '/' || name, file.size
    FROM pg_ls_dir(%(folder)s) AS name, pg_stat_file(%(folder)s || '/' || name, true) AS file
    WHERE NOT file.isdir
"""


def files_of_the_database(*, with_log=False):
    """Name and bytes of each. PostgreSQL's log of changes is overwritten in its own time only."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        for file in path.parent.glob(f"{path.name}*"):
            if file.is_file():
                yield file.name, file.read_bytes()
        return
    with connection.cursor() as cursor:
        try:
            cursor.execute("CHECKPOINT")
            cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
            folders = [f"base/{cursor.fetchone()[0]}", *["pg_wal"] * with_log]
            for folder in folders:
                cursor.execute(FILES, {"folder": folder})
                for name, size in cursor.fetchall():
                    # A file may have gone since, as a piece of the log does.
                    cursor.execute("SELECT pg_read_binary_file(%s, 0, %s, true)", [name, size])
                    yield name, cursor.fetchone()[0] or b""
        except ProgrammingError:
            needed.missing("a user of the database who may read the files of its server")
