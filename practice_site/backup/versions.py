"""Which version of the site wrote a file: the migrations it names, beside those that are known here."""

from collections.abc import Iterable
from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class Refused(ValueError):
    """What was asked for would do harm, or cannot be; the sentence says why."""


@cache
def known() -> frozenset[str]:
    """All that a migrated database has applied, those that others have replaced included."""
    on_disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    replaced = {key for migration in on_disk.values() for key in migration.replaces}
    return names_of(on_disk.keys() | replaced)


def applied() -> frozenset[str]:
    """Without what an app has left behind that is no longer installed."""
    return names_of(MigrationRecorder(connection).applied_migrations()) & known()


def names_of(keys: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(f"{app}.{name}" for app, name in keys)


def is_todays(names: list[str]) -> bool:
    return set(names) == known()


def refuse_unmigrated() -> None:
    if applied() != known():
        raise Refused("This database is not migrated: run manage.py migrate first.")


def refuse_unknown(names: Iterable[str], what: str = "The backup") -> None:
    if unknown := set(names) - known():
        raise Refused(
            f"{what} is from a newer version of the site than the one that is installed here, or from "
            f"another site (it names {min(unknown)}): install the newest version, and use that."
        )
