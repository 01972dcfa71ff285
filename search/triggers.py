"""Each write to something that is indexed is noted in ``search_change``, in the same transaction, by whomever."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection

from search import engines
from search.models import Change
from search.sources import SOURCES, Source, Watch

EVENTS = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}
SQLITE = 'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN {notes} END'
SQLITE_NOTE = "INSERT INTO search_change (kind, object_id) SELECT '{kind}', changed.id FROM ({ids}) AS changed;"
# The row is the parameter, so one function serves all tables. The schema is named, for whoever writes by hand may
# not look there.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql
    SET search_path FROM CURRENT AS $$
    DECLARE note text := 'INSERT INTO search_change (kind, object_id) SELECT $2, changed.id FROM ('
        || TG_ARGV[1] || ') AS changed';
    BEGIN
        IF TG_OP <> 'INSERT' THEN EXECUTE note USING OLD, TG_ARGV[0]; END IF;
        IF TG_OP <> 'DELETE' THEN EXECUTE note USING NEW, TG_ARGV[0]; END IF;
        RETURN NULL;
    END $$
"""
POSTGRESQL = """
    CREATE TRIGGER "{name}" AFTER {event} ON "{table}" FOR EACH ROW
    EXECUTE FUNCTION search_note('{kind}', '{ids}')
"""


def install_after_migrating(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    if is_there(using):
        install()


def remove_before_migrating(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Django's command that changes tables makes some of them anew, without their triggers."""
    if is_there(using):
        remove()


def is_there(using: str) -> bool:
    tables = connection.introspection.table_names()
    return using == DEFAULT_DB_ALIAS and Change._meta.db_table in tables


def install() -> None:
    """All is looked at anew afterwards: who can say what was written meanwhile."""
    with connection.cursor() as cursor:
        engines.of().install(cursor)
        remove_notes(cursor)
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for statement in statements(cursor).values():
            cursor.execute(statement)
    Change.objects.bulk_create(Change(kind=kind) for kind in SOURCES)


def remove() -> None:
    with connection.cursor() as cursor:
        engines.of().remove(cursor)
        remove_notes(cursor)


def remove_notes(cursor: Any) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("DROP FUNCTION IF EXISTS search_note CASCADE")
        return
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_note_%'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')


def are_installed() -> bool:
    with connection.cursor() as cursor:
        wanted = statements(cursor)
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'search_note_%'")
            found = {name for (name,) in cursor.fetchall()} == set(wanted)
        else:
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_note_%'"
            )
            found = {sql for (sql,) in cursor.fetchall()} == set(wanted.values())
        return found and engines.of().is_installed(cursor)


def statements(cursor: Any) -> dict[str, str]:
    """name -> the statement that makes it."""
    there = set(connection.introspection.table_names(cursor))
    found = {}
    for source in SOURCES.values():
        for number, watch in enumerate(source.watches):
            table = apps.get_model(watch.model)._meta.db_table
            if table in there:  # else a database that is only part of the way
                found |= dict(of_watch(source, watch, table, f"search_note_{source.kind}_{number}"))
    return found


def of_watch(source: Source, watch: Watch, table: str, stem: str) -> Iterator[tuple[str, str]]:
    names = ", ".join(f'"{name}"' for name in watch.columns)
    for event, rows in EVENTS.items():
        if watch.columns and event != "update":
            continue
        name = f"{stem}_{event}"
        happens = f"{event} OF {names}" if watch.columns else event
        if connection.vendor == "postgresql":
            ids = select(watch, "($1)").replace("'", "''")
            statement = POSTGRESQL.format(
                name=name, event=happens, table=table, kind=source.kind, ids=ids
            )
        else:
            notes = "".join(
                SQLITE_NOTE.format(kind=source.kind, ids=select(watch, row)) for row in rows
            )
            statement = SQLITE.format(name=name, event=happens, table=table, notes=notes)
        yield name, statement.strip()


def select(watch: Watch, row: str) -> str:
    """Whose index it is, as a table with the column ``id``."""
    ids = watch.ids.format(row=row)
    return ids if ids.startswith("SELECT") else f"SELECT {ids} AS id"
