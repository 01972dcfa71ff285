"""What a site needs before it starts: each step looks first, does only what is missing, and says so in a line."""

import os
from collections.abc import Iterator

from django.conf import settings
from django.contrib.staticfiles.management.commands.collectstatic import Command as Collecting
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from freshness import triggers
from search import engines, indexing
from search import triggers as notes
from staff.role_groups import find_drift, sync_roles


def prepare() -> Iterator[str]:
    yield f"Database: {prepare_database()}"
    yield f"Roles: {prepare_roles()}"
    yield f"Search: {prepare_search()}"
    yield f"Static files: {prepare_static_files()}"


def prepare_database() -> str:
    missing = missing_migrations()
    if not missing and is_finished():
        return "nothing to migrate."
    call_command("migrate", verbosity=0)
    return f"migrated, {missing} steps."


def missing_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_finished() -> bool:
    """Whether also that is there which ``migrate`` makes at its end, where it may be interrupted."""
    try:
        find_drift()
    except LookupError:  # a permission
        return False
    return triggers.are_installed() and notes.are_installed()


def prepare_search() -> str:
    done = indexing.catch_up_for_good()
    said = f"indexed, {done} rows." if done else "nothing to index."
    return f"{said} {engines.of().LACKS}".strip()


def prepare_roles() -> str:
    return "\n".join(sync_roles()) or "as declared."


def prepare_static_files() -> str:
    if settings.DEBUG:
        return "served from where they are written."
    if are_collected():
        return "nothing has changed."
    # Compressing them takes a while.
    call_command("collectstatic", interactive=False, verbosity=0)
    return "collected and compressed."


def are_collected() -> bool:
    collecting = Collecting()
    collecting.set_options(
        interactive=False,
        verbosity=0,
        link=False,
        clear=False,
        dry_run=True,
        ignore_patterns=[],
        use_default_ignore_patterns=True,
        post_process=True,
    )
    found = collecting.collect()
    return not found["modified"] and are_listed(found["unmodified"])


def are_listed(names: list[str]) -> bool:
    """The list of hashed files is written after them, so an interrupted run has left an older one, or none."""
    storage = staticfiles_storage
    if not isinstance(storage, ManifestFilesMixin):
        return True
    if not storage.exists(storage.manifest_name):
        return False
    listed_at = modified_at(storage.path(storage.manifest_name))
    return all(modified_at(storage.path(name)) <= listed_at for name in names)


def modified_at(path: str) -> float:
    return os.stat(path).st_mtime
