"""Rows that an earlier version wrote, brought to today's version in a database beside the real one.

It is built as that version had it, filled, and migrated like any other; what it holds then are rows of
today, and only those go into the real database, in the one transaction that puts back any backup. It
lies in memory: no file of it is written, and nothing has to be removed afterwards.
"""

import io
from contextlib import contextmanager, redirect_stdout
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.exceptions import InconsistentMigrationHistory, NodeNotFoundError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from practice_site.backup import rows, versions


def as_today(lines, names, keys, say):
    """``lines`` of a version that had the migrations ``names``, as lines of today; ``keys``, a file of
    keys, gets those of its own. Raises ``Refused``."""
    versions.refuse_unknown(names)
    names_of_keys = keys.migrations or names
    versions.refuse_unknown(names_of_keys, "The file of keys")
    if not versions.is_todays(names):
        say("It is from an earlier version of the site, and is brought to this one first.")
    if set(names) == set(names_of_keys):
        if versions.is_todays(names):
            return lines
        with brought_to_today(names, chain(keys.unproven_lines(), lines)):
            keys.take(written(rows.key_models()))
            return written(rows.saved_models())
    if not versions.is_todays(names_of_keys):
        with brought_to_today(names_of_keys, keys.unproven_lines()):
            keys.take(written(rows.key_models()))
    if versions.is_todays(names):
        return lines
    with brought_to_today(names, lines):
        return written(rows.saved_models())


@contextmanager
def brought_to_today(names, lines):
    with scratch() as database:
        rows.load(lines, build(names, database))
        # What migrations say is of this database, not of the real one.
        with redirect_stdout(io.StringIO()):
            call_command("migrate", verbosity=0, interactive=False)
        yield


class Scratch(DatabaseWrapper):
    """Asks nowhere whether rows point to rows: keys and people may be of different days. The real
    database asks when they go in."""

    def enable_constraint_checking(self):
        pass

    def check_constraints(self, table_names=None):
        pass


@contextmanager
def scratch():
    """In place of the real one, which the functions of migrations would write to otherwise."""
    real = connections[DEFAULT_DB_ALIAS]
    options = {"init_command": "PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY"}
    given = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": options}
    database = Scratch({**real.settings_dict, **given}, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = database
    ContentType.objects.clear_cache()
    try:
        yield database
    finally:
        connections[DEFAULT_DB_ALIAS] = real
        ContentType.objects.clear_cache()
        # SQLite's own close() keeps what lies in memory.
        BaseDatabaseWrapper.close(database)


def build(names, database):
    """The tables as they are once exactly these migrations are applied; returns the models of then.

    Made from those models, in a tenth of a second; running every migration on empty tables leads to the
    same in four. Only what a migration wrote in SQL of its own, which no model knows of, is not there.
    """
    recorder = MigrationRecorder(database)
    for name in names:
        recorder.record_applied(*name.split(".", 1))
    try:
        executor = MigrationExecutor(database)
        executor.loader.check_consistent_history(database)
    except (InconsistentMigrationHistory, NodeNotFoundError) as error:
        raise versions.Refused(
            "The backup is from a version of the site from which no way leads to the one that is "
            f"installed here. ({error})"
        ) from error
    # Nothing is left to apply, so this only tells how everything is.
    registry = executor.migrate(None, plan=[]).apps
    with database.schema_editor() as editor:
        for model in registry.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
    return registry


def written(models):
    # In a StringIO each letter would take four bytes.
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    for model in models:
        rows.write(model, out)
    out.seek(0)
    return out
