"""SQLite goes on writing into a file that was moved away or replaced, and all of it is lost. So nothing is
written unless the file that is held open is still the one at its path."""

import os
from collections.abc import Callable
from pathlib import Path

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def watch() -> None:
    connection_created.connect(remember, dispatch_uid="practice_site.sqlite_file")


def remember(connection: BaseDatabaseWrapper, **kwargs: object) -> None:
    """Which file it is, at the moment it is opened."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]
        return
    connection.opened_file = identity(connection)  # type: ignore[attr-defined]
    if not any(isinstance(wrapper, Guard) for wrapper in connection.execute_wrappers):
        # First: whoever adds one for a while takes the last one off again.
        connection.execute_wrappers.insert(0, Guard(connection))


def is_elsewhere(connection: BaseDatabaseWrapper) -> bool:
    opened = getattr(connection, "opened_file", None)
    return opened is not None and identity(connection) != opened


def identity(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    try:
        found = os.stat(Path(connection.settings_dict["NAME"]))
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Guard:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def __call__(
        self, execute: Callable[..., object], sql: str, params: object, many: bool, context: object
    ) -> object:
        if sql.lstrip()[:7].upper().startswith(WRITES) and is_elsewhere(self.connection):
            raise OperationalError("The file of the database was moved or replaced.")
        return execute(sql, params, many, context)
