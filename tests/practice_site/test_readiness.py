"""``/readyz`` says whether this host can serve a page and take an inquiry, as it is now."""

import shutil
import sqlite3
from collections import namedtuple

import pytest
from django.conf import settings as site
from django.core.cache import cache, caches
from django.db import OperationalError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from intake.models import Inquiry
from outbox.models import JobTime
from practice_site import readiness
from tests import factories
from tests.intake.persons import URL, answers
from tests.mailbox import free_port

pytestmark = pytest.mark.django_db(transaction=True)
only_sqlite = pytest.mark.skipif(
    not site.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="PostgreSQL keeps its own files",
)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def nothing_asked_yet(monkeypatch):
    monkeypatch.setattr(readiness.can_write, "asked_at", None)
    monkeypatch.setattr(readiness.can_write, "sentence", None)


def ready(client, **extra):
    response = client.get("/readyz", **extra)
    return response.status_code, response.content.decode()


def test_all_is_well(client):
    assert ready(client) == (200, "ok")


def test_a_monitor_may_ask_under_any_name(client):
    assert ready(client, HTTP_HOST="10.0.0.7") == (200, "ok")


def test_without_its_database_it_is_not_ready_and_no_error(client, monkeypatch):
    def gone(*args, **kwargs):
        raise OperationalError("no route to db.example")

    monkeypatch.setattr(connection, "cursor", gone)
    status, text = ready(client)
    assert status == 503
    assert "The database does not answer" in text
    assert "db.example" not in text


def test_without_a_migration_it_is_not_ready(client):
    recorder = MigrationRecorder(connection)
    app, name = max(readiness.newest_migrations())
    recorder.record_unapplied(app, name)
    try:
        assert ready(client) == (503, "The database is not migrated: run manage.py migrate.")
    finally:
        recorder.record_applied(app, name)


def test_without_static_files_it_is_not_ready(client, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    status, text = ready(client)
    assert status == 503
    assert "collectstatic" in text


def test_with_a_full_disk_it_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(100, 100, 0))
    assert ready(client) == (503, "The disk is full.")


def test_it_writes_now_and_then_and_not_at_every_question(client, monkeypatch):
    def writes():
        return JobTime.objects.filter(name=readiness.ROW).values_list("due_at", flat=True).first()

    now = 100.0
    monkeypatch.setattr(readiness.time, "monotonic", lambda: now)
    ready(client)
    first = writes()
    now += 59
    ready(client)
    assert writes() == first
    now += 1
    ready(client)
    assert writes() > first


def test_a_database_that_takes_nothing_in_is_not_ready_and_is_asked_again_soon(client, monkeypatch):
    now = 100.0
    monkeypatch.setattr(readiness.time, "monotonic", lambda: now)

    def refuse(execute, sql, params, many, context):
        if "outbox_jobtime" in sql:
            raise OperationalError("attempt to write a readonly database")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert ready(client)[0] == 503
        assert "takes nothing in" in ready(client)[1]
    now += readiness.WRITE_AGAIN_SECONDS
    assert ready(client) == (200, "ok")


@only_sqlite
def test_a_held_lock_is_not_waited_for_as_a_visitors_words_are(client, monkeypatch):
    monkeypatch.setattr(readiness, "WAIT_MILLISECONDS", 1)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert ready(client)[0] == 503
    finally:
        other.execute("ROLLBACK")
        other.close()
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] == 10_000


@pytest.fixture
def moved(tmp_path):
    """The file of the database is somewhere else, as after an unlucky copy; it comes back."""
    connection.close()
    connection.ensure_connection()
    path = connection.settings_dict["NAME"]
    there = f"{path}.moved"
    shutil.move(path, there)
    yield
    connection.close()
    shutil.move(there, path)


@only_sqlite
def test_with_its_file_moved_away_it_is_not_ready(client, moved):
    status, text = ready(client)
    assert status == 503
    assert "moved or replaced" in text


@only_sqlite
def test_with_another_file_in_its_place_it_is_not_ready(client, moved):
    path = connection.settings_dict["NAME"]
    shutil.copy(f"{path}.moved", path)
    assert ready(client)[0] == 503


@only_sqlite
def test_nothing_is_taken_into_a_file_that_was_moved_away(client):
    factories.make_practice()
    factories.open_intake()
    given = answers(message="Sundays are hard.")
    connection.close()
    connection.ensure_connection()
    path = connection.settings_dict["NAME"]
    shutil.move(path, f"{path}.moved")
    client.raise_request_exception = False
    try:
        response = client.post(URL, given)
        assert response.status_code == 503
        assert "Sundays are hard." in response.content.decode()
        with pytest.raises(OperationalError), transaction.atomic():
            JobTime.objects.create(name="x")
    finally:
        connection.close()
        shutil.move(f"{path}.moved", path)
    assert not Inquiry.objects.exists()
    assert client.post(URL, given).status_code == 303


def use_redis(settings, port):
    settings.CACHES = {
        "default": {
            "BACKEND": "practice_site.caches.ForgivingRedis",
            "LOCATION": f"redis://127.0.0.1:{port}/0",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }


def test_a_cache_that_is_gone_is_a_note(client, settings):
    use_redis(settings, free_port())
    status, text = ready(client)
    assert status == 200
    assert text.splitlines()[0] == "ok"
    assert "The cache at CACHE_URL does not answer" in text


def test_without_its_cache_nothing_fails(settings):
    use_redis(settings, free_port())
    assert caches["default"].get("x", "nothing") == "nothing"
    cache.set("x", 1)
    assert cache.add("x", 1) is True, "as if it were not there"
    assert cache.get_or_set("x", lambda: 2) == 2
    assert cache.get_many(["x"]) == {}
    cache.delete("x")
    cache.clear()
