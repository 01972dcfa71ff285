"""A stored sample goes to today's version, back to its own, and to today's again, and loses nothing.

Whoever moves or renames a model sees here whether permissions, groups, the admin's log and versions follow
it both ways. On the kind of database that DATABASE_URL names:

python -m tests.stored.back_and_forth
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import django

PROGRAM = "tests.stored.back_and_forth"
# By design: what was applied, an entry of the log about keys, and everybody signs in again.
OTHERWISE = {"django_migrations", "intake_roomevent", "django_session"}


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from tests.stored.samples import VERSIONS, Sample

    faults = []
    for version in VERSIONS:
        sample = Sample(version)
        with tempfile.TemporaryDirectory() as state:
            found = sample.opened(Path(state), sample.known["secret_key"], PROGRAM)
        faults += [f"{version}: {fault}" for fault in found]
        print(f"{version}: there, back, and there again: {len(found)} faults")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def go(sample, found):
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from tests.stored import pointing

    then = set(MigrationRecorder(connection).applied_migrations())
    held = pointing.note_all()
    before = every_row()
    call_command("migrate", verbosity=0)
    faults = faults_of(pointing.everything(), held)
    go_back(then)
    after = every_row()
    faults += [
        f"{table}, lost on the way there and back: {row}"
        for table, rows in before.items()
        if table not in OTHERWISE
        for row in rows
        if row not in after.get(table, ())
    ]
    call_command("migrate", verbosity=0)
    faults += faults_of(pointing.everything(), held)
    found.write_text(json.dumps(faults))


def go_back(then):
    """To exactly the migrations that were applied ``then``, as the command goes: whoever follows renamed
    models is told first."""
    from django.core.management.sql import emit_pre_migrate_signal
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    newer = [one for one, _ in plan if (one.app_label, one.name) not in then]
    way_back = [(one, True) for one in reversed(newer)]
    apps = executor._create_project_state(with_applied_migrations=True).apps
    emit_pre_migrate_signal(0, False, connection.alias, apps=apps, plan=way_back)
    executor.migrate(None, way_back)


def every_row():
    """{table: rows, each with its columns by name}"""
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def faults_of(pointing, held):
    lists = (
        "types without a model",
        "models without a type",
        "entries of nothing",
        "generic of nothing",
    )
    found = [f"{name}: {one}" for name in lists for one in pointing[name]]
    kept = [row[:2] for row in pointing["held"]]
    found += [f"a group has lost a permission: {row}" for row in held if row[:2] not in kept]
    return found + [f"a role has lost: {one}" for one in pointing["drift"] if " -" in one]


if __name__ == "__main__":
    sys.exit(go(*map(Path, sys.argv[1:])) if sys.argv[1:] else main())
