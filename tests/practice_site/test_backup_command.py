"""A backup is made night after night, whole or not at all, and nothing else piles up."""

import io

import pytest
from django.core.management import CommandError, call_command

from practice_site.backup import archive, pictures
from tests import factories
from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    back_up,
    everything,
    fill,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


def harm_a_picture(monkeypatch, harm):
    """Once the pictures are listed and before they are read; returns its path."""
    listed = pictures.files()

    def list_and_harm():
        harm(listed[0])
        return listed

    monkeypatch.setattr(pictures, "files", list_and_harm)
    return listed[0]


def replace_by_folder(path):
    path.unlink()
    path.mkdir()


def test_without_keys_there_is_no_backup(tmp_path):
    with pytest.raises(CommandError, match="see the page “Access”"):
        back_up(tmp_path)
    assert not list(tmp_path.glob("*.backup"))


def test_old_backups_are_removed_when_asked_and_nothing_else(tmp_path):
    factories.open_intake()
    old, other = tmp_path / "site-2020-01-02T030405.backup", tmp_path / "site-mine.backup"
    for path in (old, other):
        path.write_text("")
    new = back_up(tmp_path, keep=35)
    assert sorted(tmp_path.glob("site-*.backup")) == sorted([other, new])


def test_what_was_left_half_written_is_removed_like_an_old_backup(tmp_path):
    factories.open_intake()
    old, fresh = tmp_path / "site-2020-01-02T030405.part", tmp_path / "site-2999-01-02T030405.part"
    for path in (old, fresh):
        path.write_text("")
    back_up(tmp_path, keep=35)
    assert list(tmp_path.glob("*.part")) == [fresh]


def test_a_picture_that_is_removed_meanwhile_is_left_out_and_counted(tmp_path, monkeypatch):
    fill()
    gone = harm_a_picture(monkeypatch, lambda path: path.unlink())
    out = io.StringIO()
    call_command("backup", tmp_path, stdout=out)
    assert "left out: 1" in out.getvalue()
    _rows, kept = everything()
    assert kept
    assert gone.name not in kept
    [path] = tmp_path.glob("*.backup")
    restore(monkeypatch, path, replace=True)
    assert everything()[1] == kept


def test_a_backup_that_fails_says_over_what_and_leaves_nothing_behind(tmp_path, monkeypatch):
    fill()
    harmed = harm_a_picture(monkeypatch, replace_by_folder)
    with pytest.raises(CommandError, match=rf"failed.*{harmed.name}"):
        back_up(tmp_path / "backups")
    assert not list((tmp_path / "backups").iterdir())


@pytest.mark.parametrize("fault", [KeyboardInterrupt, MemoryError])
def test_a_backup_that_is_ended_leaves_nothing_behind(tmp_path, monkeypatch, fault):
    fill()
    with monkeypatch.context() as patch:
        patch.setattr(archive, "write_archive", raise_(fault))
        with pytest.raises(fault):
            back_up(tmp_path / "backups")
    assert not list((tmp_path / "backups").iterdir())


def raise_(fault):
    def function(*args):
        raise fault

    return function
