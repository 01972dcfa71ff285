"""SQLite goes on writing into a file that was moved away or replaced, and all of it is lost. So nothing is
written unless the file that is held open is still the one at its path."""

import os
from pathlib import Path

from django.db import OperationalError
from django.db.backends.signals import connection_created

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def watch():
    connection_created.connect(remember, dispatch_uid="practice_site.sqlite_file")


def remember(connection, **kwargs):
    """Which file it is, at the moment it is opened."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        return
    connection.opened_file = identity(connection)
    if not any(isinstance(wrapper, Guard) for wrapper in connection.execute_wrappers):
        # First: whoever adds one for a while takes the last one off again.
        connection.execute_wrappers.insert(0, Guard(connection))


def is_elsewhere(connection):
    opened = getattr(connection, "opened_file", None)
    return opened is not None and identity(connection) != opened


def identity(connection):
    try:
        found = os.stat(Path(connection.settings_dict["NAME"]))
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Guard:
    def __init__(self, connection):
        self.connection = connection

    def __call__(self, execute, sql, params, many, context):
        if sql.lstrip()[:7].upper().startswith(WRITES) and is_elsewhere(self.connection):
            raise OperationalError("The file of the database was moved or replaced.")
        return execute(sql, params, many, context)
