"""Each write to a table of which something is kept gives that another mark, in the same transaction."""

from collections import defaultdict
from collections.abc import Iterator
from secrets import randbits
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Max

from freshness.marks import Mark
from freshness.models import Edition

EVENTS = ("INSERT", "UPDATE", "DELETE")
SQLITE_RENEW = """
    DELETE FROM freshness_edition WHERE name = '{name}';
    INSERT INTO freshness_edition (name, mark) VALUES ('{name}', random());
"""
SQLITE = 'CREATE TRIGGER "{trigger}" AFTER {event} ON "{table}" BEGIN {renewals} END'
# Each transaction adds a row of its own: one that all would write makes each wait for the others, and two of
# them for each other. It adds one, however much it writes; what stands for later writes is a setting that only
# this transaction sees and that ends with it. Whoever listens hears of it once it is settled. The schema is named, for whoever writes by hand may not look there.
POSTGRESQL_FUNCTION = """
    CREATE OR REPLACE FUNCTION freshness_renew() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE kept text; setting text;
    BEGIN
        FOREACH kept IN ARRAY TG_ARGV LOOP
            setting := 'freshness.' || replace(kept, '.', '_');
            IF coalesce(current_setting(setting, true), '') = '' THEN
                INSERT INTO "{schema}".freshness_edition (name, mark)
                VALUES (kept, hashtextextended(gen_random_uuid()::text, 0));
                PERFORM pg_notify('freshness', '');
            END IF;
            PERFORM set_config(setting, gen_random_uuid()::text, true);
        END LOOP;
        RETURN NULL;
    END $$
"""
POSTGRESQL = """
    CREATE OR REPLACE TRIGGER freshness AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}"
    FOR EACH STATEMENT EXECUTE FUNCTION freshness_renew({names})
"""


def install_after_migrating(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    if is_there(using):
        install()


def install() -> None:
    """Triggers for all that is kept. Everything is read anew afterwards: who can say what was written
    meanwhile without them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(postgresql_function(cursor))
        else:
            remove_from_sqlite(cursor)
        for statement in statements():
            cursor.execute(statement)
    Edition.objects.all().delete()
    Edition.objects.bulk_create(Edition(name=name, mark=randbits(62)) for name in Mark.every)


def remove_before_migrating(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """While tables change nothing is kept, nor after a change that was broken off: without marks nobody keeps
    anything, and without triggers no write makes one."""
    if is_there(using):
        remove()
        Edition.objects.all().delete()


def is_there(using: str) -> bool:
    tables = connection.introspection.table_names()
    return using == DEFAULT_DB_ALIAS and Edition._meta.db_table in tables


def sweep() -> None:
    """All but the newest row of each name: PostgreSQL adds one with each transaction."""
    newest = Edition.objects.values("name").annotate(newest=Max("pk")).values("newest")
    Edition.objects.exclude(pk__in=newest).delete()


def are_installed() -> bool:
    """Whether each table has the triggers that are written here."""
    if connection.vendor == "postgresql":
        return are_installed_in_postgresql()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'freshness_%'"
        )
        return {sql for (sql,) in cursor.fetchall()} == set(statements())


def are_installed_in_postgresql() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_proc WHERE proname = 'freshness_renew' "
            "AND pronamespace = current_schema()::regnamespace"
        )
        functions = [body for (body,) in cursor.fetchall()]
        cursor.execute(
            "SELECT relname, tgargs FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid "
            "WHERE tgname = 'freshness' AND tgenabled IN ('O', 'A') "
            "AND relnamespace = current_schema()::regnamespace"
        )
        # The arguments are one after the other, each with a zero at its end.
        found = {
            table: bytes(names).decode().split("\0")[:-1] for table, names in cursor.fetchall()
        }
        written = postgresql_function(cursor).split("$$")[1]
    return functions == [written] and found == found | kept_of_tables()


def postgresql_function(cursor: Any) -> str:
    cursor.execute("SELECT current_schema()")
    return POSTGRESQL_FUNCTION.replace("{schema}", cursor.fetchone()[0])


def remove() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS freshness_renew CASCADE")
        else:
            remove_from_sqlite(cursor)


def remove_from_sqlite(cursor: Any) -> None:
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'freshness_%'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')


def statements() -> Iterator[str]:
    there = set(connection.introspection.table_names())
    for table, names in kept_of_tables().items():
        if table not in there:
            continue  # a database that is only part of the way
        if connection.vendor == "postgresql":
            yield POSTGRESQL.format(table=table, names=", ".join(f"'{name}'" for name in names))
            continue
        renewals = "".join(SQLITE_RENEW.format(name=name) for name in names)
        for event in EVENTS:
            trigger = f"freshness_{table}_{event.lower()}"
            yield SQLITE.format(trigger=trigger, event=event, table=table, renewals=renewals)


def kept_of_tables() -> dict[str, list[str]]:
    """table -> the names of what is kept of it."""
    found = defaultdict(list)
    for name, mark in sorted(Mark.every.items()):
        for label in mark.models:
            found[apps.get_model(label)._meta.db_table].append(name)
    return found
