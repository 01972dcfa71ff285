"""Before each start everything is as this version wants it; what is so already is left alone."""

import os

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from freshness import triggers
from freshness.models import Edition
from practice_site import preparing
from practice_site.readiness import newest_migrations

pytestmark = pytest.mark.django_db
MANIFEST = "staticfiles.json"


@pytest.fixture
def called(monkeypatch):
    """The commands that were run."""
    names = []
    call = preparing.call_command

    def remembered(name, **options):
        names.append(name)
        return call(name, **options)

    monkeypatch.setattr(preparing, "call_command", remembered)
    return names


@pytest.fixture
def style(settings, tmp_path):
    """The one static file of a site that has collected it."""
    source, root = tmp_path / "source", tmp_path / "collected"
    source.mkdir()
    (source / "site.css").write_text("a { color: red }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source], root
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    preparing.prepare_static_files()
    return source / "site.css"


def age(path):
    """An hour older than it was."""
    then = path.stat().st_mtime - 3600
    os.utime(path, (then, then))


def renamed_to(root):
    """The file that pages are led to."""
    return [path.read_text() for path in root.glob("site.*.css")]


def test_where_all_is_done_nothing_is_done_again(style, called):
    list(preparing.prepare())
    marks = set(Edition.objects.values_list("mark", flat=True))
    called.clear()
    assert list(preparing.prepare()) == [
        "Database: nothing to migrate.",
        "Roles: as declared.",
        "Search: nothing to index.",
        "Static files: nothing has changed.",
    ]
    assert called == []
    assert set(Edition.objects.values_list("mark", flat=True)) == marks, "what is kept stays"


def test_a_missing_migration_is_made(monkeypatch):
    app, name = max(newest_migrations())
    MigrationRecorder(connection).record_unapplied(app, name)
    calls = []
    monkeypatch.setattr(preparing, "call_command", lambda command, **options: calls.append(command))
    assert preparing.prepare_database() == "migrated, 1 steps."
    assert calls == ["migrate"]


def test_after_an_interrupted_migration_its_end_is_made_up_for(called):
    Permission.objects.get(codename="change_article").delete()
    preparing.prepare_database()
    assert called == ["migrate"]
    assert Permission.objects.filter(codename="change_article").exists()


def test_what_a_version_keeps_of_other_tables_needs_no_migration(called):
    triggers.install()
    triggers.remove()
    preparing.prepare_database()
    assert called == ["migrate"]
    assert triggers.are_installed()


def test_a_role_that_drifted_is_as_declared_again():
    Group.objects.get(name="author").permissions.clear()
    assert preparing.prepare_roles().startswith("author: +")
    assert preparing.prepare_roles() == "as declared."


def test_a_changed_static_file_is_collected_again(style, called, settings):
    for file in settings.STATIC_ROOT.iterdir():
        age(file)
    style.write_text("a { color: blue }")
    assert preparing.prepare_static_files() == "collected and compressed."
    assert "a { color: blue }" in renamed_to(settings.STATIC_ROOT)
    assert preparing.prepare_static_files() == "nothing has changed."


@pytest.mark.parametrize("leave", [age, os.unlink], ids=["an older list", "no list"])
def test_an_interrupted_collection_is_finished(style, called, settings, leave):
    for copy in (style, settings.STATIC_ROOT / style.name):
        copy.write_text("a { color: blue }")
    leave(settings.STATIC_ROOT / MANIFEST)
    assert preparing.prepare_static_files() == "collected and compressed."
    assert "a { color: blue }" in renamed_to(settings.STATIC_ROOT)


def test_whoever_develops_has_nothing_collected(style, called, settings):
    (settings.STATIC_ROOT / MANIFEST).unlink()
    settings.DEBUG = True
    preparing.prepare_static_files()
    assert called == []
