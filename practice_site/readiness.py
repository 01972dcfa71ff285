"""Whether this host can serve a page and take an inquiry."""

import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.cache import caches as cache_connections
from django.core.files.storage import Storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from outbox.models import JobTime
from outbox.written_ahead import waiting_at_most
from practice_site import caches, sqlite_file

WRITE_EVERY_SECONDS = 60
# After a write that failed it is asked again sooner, so that a host comes back soon.
WRITE_AGAIN_SECONDS = 5
WAIT_MILLISECONDS = 1000
LEAST_FREE_BYTES = 10 * 1024 * 1024
ROW = "practice_site: ready"


def faults() -> Iterator[str]:
    """Sentences; none where this host is ready. Never raises."""
    for question in (files_are_collected, database_answers, is_migrated, has_space, can_write):
        try:
            sentence = question()
        except Exception as error:  # noqa: BLE001  whatever it is, the host is not known to be well
            sentence = FAILED[question].format(kind=type(error).__name__)
        if sentence:
            yield sentence
            if question is database_answers:
                return


def notes() -> Iterator[str]:
    """What is not well and keeps no page from being served."""
    if sentence := caches.fault(cache_connections["default"]):
        yield sentence


def files_are_collected() -> str | None:
    if is_missing(staticfiles_storage):
        return "The static files are not collected: run manage.py collectstatic."
    return None


def is_missing(storage: Storage) -> bool:
    """The list of collected files is not there, or was not when this process began."""
    if not isinstance(storage, ManifestFilesMixin):
        return False
    return not storage.hashed_files or not storage.exists(storage.manifest_name)


def database_answers() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    if sqlite_file.is_elsewhere(connection):
        return "The file of the database was moved or replaced: nothing is taken in. Start again."
    return None


def is_migrated() -> str | None:
    missing = newest_migrations() - set(MigrationRecorder(connection).applied_migrations())
    if missing:
        return "The database is not migrated: run manage.py migrate."
    return None


@lru_cache(maxsize=1)
def newest_migrations() -> set[tuple[str, str]]:
    return set(MigrationLoader(None).graph.leaf_nodes())


def has_space() -> str | None:
    folders = {settings.STATE_DIR}
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():  # type: ignore[attr-defined]
        folders.add(Path(connection.settings_dict["NAME"]).parent)
    for folder in folders:
        if shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
            return "The disk is full."
    return None


class Writes:
    """A tiny write now and then, not at every question: anybody may ask."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.asked_at: float | None = None
        self.sentence: str | None = None

    def __call__(self) -> str | None:
        with self.lock:
            now = time.monotonic()
            pause = WRITE_AGAIN_SECONDS if self.sentence else WRITE_EVERY_SECONDS
            if self.asked_at is None or now - self.asked_at >= pause:
                self.sentence, self.asked_at = self.try_it(), now
            return self.sentence

    def try_it(self) -> str | None:
        try:
            with short_wait():
                now = timezone.now()
                if not JobTime.objects.filter(name=ROW).update(due_at=now):
                    JobTime.objects.create(name=ROW, due_at=now)
        except Exception as error:  # noqa: BLE001
            return FAILED[can_write].format(kind=type(error).__name__)
        return None


def short_wait() -> AbstractContextManager[object]:
    """A held lock is an answer as well; it need not be waited for as a visitor's words are."""
    is_sqlite = connection.vendor == "sqlite"
    return waiting_at_most(WAIT_MILLISECONDS) if is_sqlite else nullcontext()


can_write = Writes()

FAILED = {
    files_are_collected: "The static files cannot be read ({kind}).",
    database_answers: "The database does not answer ({kind}).",
    is_migrated: "The database does not say whether it is migrated ({kind}).",
    has_space: "The disk does not say how full it is ({kind}).",
    can_write: "The database takes nothing in ({kind}).",
}
