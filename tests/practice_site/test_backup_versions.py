"""Which versions' backups are taken. What an earlier one wrote is put back by tests/stored/test_samples.py."""

import json

import pytest
from django.core.management import CommandError
from django.db import connection, connections, migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from intake.models import Inquiry
from practice_site.backup import earlier, versions
from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    back_up,
    everything,
    fill,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


def newest():
    """One that no other needs."""
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    return ".".join(next(key for key in graph.leaf_nodes() if not graph.node_map[key].children))


NEWEST = newest()


@pytest.fixture
def backup(tmp_path):
    fill()
    return back_up(tmp_path)


def assert_refused(monkeypatch, path, message):
    before = everything()
    for options in ({"check": True}, {"replace": True}):
        with pytest.raises(CommandError, match=message):
            restore(monkeypatch, path, **options)
    assert everything() == before


def test_one_from_a_newer_version_is_refused(backup, monkeypatch):
    known = versions.known()
    monkeypatch.setattr(versions, "known", lambda: known - {NEWEST})
    assert_refused(monkeypatch, backup, rf"^The backup is from a newer version.*{NEWEST}.*newest")


def test_one_with_an_app_that_is_not_here_is_refused(tmp_path, monkeypatch):
    fill()
    applied = versions.applied()
    with monkeypatch.context() as patch:
        patch.setattr(versions, "applied", lambda: applied | {"genograms.0001_initial"})
        path = back_up(tmp_path)
    assert_refused(monkeypatch, path, r"from another site.*genograms\.0001_initial")


def test_one_from_a_version_between_which_no_way_leads_is_refused(tmp_path, monkeypatch):
    fill()
    applied = versions.applied()
    with monkeypatch.context() as patch:
        patch.setattr(versions, "applied", lambda: applied - {"staff.0002_email_changed"})
        path = back_up(tmp_path)
    assert_refused(monkeypatch, path, "no way leads")


def test_a_file_of_keys_from_a_newer_version_is_refused(backup, monkeypatch):
    keys = backup.with_name("keys.json")
    data = json.loads(keys.read_text())
    data["migrations"].append("intake.9999_of_the_future")
    keys.write_text(json.dumps(data))
    assert_refused(monkeypatch, backup, "^The file of keys is from a newer version")


def test_a_database_that_is_not_migrated_takes_none(backup, monkeypatch):
    recorder, key = MigrationRecorder(connection), tuple(NEWEST.split("."))
    recorder.record_unapplied(*key)
    try:
        with pytest.raises(CommandError, match=r"not migrated: run manage\.py migrate first"):
            restore(monkeypatch, backup, replace=True)
    finally:
        recorder.record_applied(*key)
    assert Inquiry.objects.exists()


def test_what_an_app_left_that_was_removed_since_is_not_named(tmp_path, monkeypatch):
    fill()
    recorder = MigrationRecorder(connection)
    recorder.record_applied("genograms", "0001_initial")
    try:
        path = back_up(tmp_path)
        assert "Restored." in restore(monkeypatch, path, replace=True)
    finally:
        recorder.record_unapplied("genograms", "0001_initial")


REPLACED = ("practice_site", "0001_followed")


@pytest.fixture
def known_anew():
    """What the files say is read once for all."""
    yield
    versions.known.cache_clear()


@pytest.mark.parametrize("had_both", [True, False])
def test_a_migration_that_others_have_replaced_since_is_known(monkeypatch, known_anew, had_both):
    """``had_both``: the backup is from between, when the replaced one was there as well."""
    names, load_disk = versions.known() - {NEWEST}, MigrationLoader.load_disk

    def with_squashed(loader):
        load_disk(loader)
        replaced = loader.disk_migrations.pop(REPLACED)
        squashed = migrations.Migration("0001_squashed", REPLACED[0])
        squashed.replaces, squashed.initial = [REPLACED], True
        squashed.dependencies, squashed.operations = replaced.dependencies, replaced.operations
        loader.disk_migrations[REPLACED[0], squashed.name] = squashed

    monkeypatch.setattr(MigrationLoader, "load_disk", with_squashed)
    versions.known.cache_clear()
    names |= {"practice_site.0001_squashed"} if had_both else set()
    versions.refuse_unknown(names)
    with earlier.scratch() as database:
        registry = earlier.build(names, database)
        assert not registry.get_model("practice_site.FollowedMonth").objects.exists()
        assert versions.applied() == names | {"practice_site.0001_squashed"}
    assert connections["default"] is not database


def test_what_a_migration_asks_is_the_database_beside_the_real_one():
    fill()
    with earlier.scratch() as database:
        earlier.build(versions.known(), database)
        assert not Inquiry.objects.exists()
        Inquiry.objects.create(state="new", unsealed={})
    assert Inquiry.objects.count() == 1
    assert Inquiry.objects.get().unsealed is None
