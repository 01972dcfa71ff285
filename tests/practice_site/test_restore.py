"""A restore on a bad day: the code typed by hand, another machine, a damaged file."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import connection

from intake.models import Inquiry
from pages import error_page_facts
from practice_site.backup import pictures
from practice_site.backup.stream import Damaged
from tests import factories
from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    RECOVERY_CODE,
    back_up,
    everything,
    fill,
    fill_pieces,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("between", ["", " ", "–", "."])
def test_a_sheets_code_is_read_with_the_slips_of_a_tired_hand(tmp_path, monkeypatch, between):
    fill()
    path = back_up(tmp_path)
    typed = RECOVERY_CODE.lower().replace("-", between)
    assert "whole" in restore(monkeypatch, path, secret=typed, check=True)


@pytest.mark.parametrize("typed", ["", "TEST", f"{RECOVERY_CODE}A", "ü", "–"])
def test_what_cannot_be_a_code_is_answered_with_what_one_looks_like(tmp_path, monkeypatch, typed):
    fill()
    path = back_up(tmp_path)
    with pytest.raises(CommandError, match="13 groups of four letters and digits"):
        restore(monkeypatch, path, secret=typed, check=True)


def overwrite_pictures():
    for path in pictures.files():
        path.write_bytes(b"newer")


def cut_off(path):
    path.write_bytes(path.read_bytes()[:-40])


@pytest.mark.parametrize("options", [{}, {"replace": True}])
def test_a_restore_that_is_refused_leaves_the_pictures_alone(tmp_path, monkeypatch, options):
    fill()
    fill_pieces()  # enough for the first ones to be read before the damage is met
    path = back_up(tmp_path)
    overwrite_pictures()
    before = everything()
    cut_off(path)
    with pytest.raises(CommandError):
        restore(monkeypatch, path, **options)
    assert everything() == before
    assert [path.name for path in Path(settings.MEDIA_ROOT).iterdir()] == ["images"]


def test_pictures_come_back_only_when_the_rows_are_there_for_everybody(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    _rows, whole = everything()
    overwrite_pictures()
    seen, put_in_place = [], pictures.put_in_place

    def look_and_put(folder):
        seen.append((connection.in_atomic_block, {one.read_bytes() for one in pictures.files()}))
        put_in_place(folder)

    monkeypatch.setattr(pictures, "put_in_place", look_and_put)
    restore(monkeypatch, path, replace=True)
    assert seen == [(False, {b"newer"})]
    assert everything()[1] == whole


def test_error_pages_help_again_on_the_machine_it_was_restored_to(tmp_path, monkeypatch):
    fill()
    error_page_facts.refresh()
    before = error_page_facts.path().read_text()
    path = back_up(tmp_path)
    error_page_facts.path().unlink()
    restore(monkeypatch, path, replace=True)
    assert error_page_facts.path().read_text() == before


def test_pictures_that_wait_are_served_to_nobody_and_in_no_backup(client, tmp_path):
    factories.open_intake()
    Path(settings.MEDIA_ROOT).mkdir()
    with pictures.waiting() as folder:
        pictures.unpack(folder, "media/images/a.jpg", BytesIO(b"x"))
        address = f"/media/{folder.name}/images/a.jpg"
        assert client.get(address).status_code == 404
        assert folder.stat().st_mode & 0o077 == 0
        assert pictures.files() == []
    assert not folder.exists()


@pytest.mark.parametrize("name", ["media/../a.jpg", "/media/a.jpg", "other/a.jpg", "media"])
def test_a_picture_goes_nowhere_but_among_the_pictures(name):
    with pictures.waiting() as folder, pytest.raises(Damaged):
        pictures.unpack(folder, name, BytesIO(b"x"))


def test_where_only_pictures_fail_it_says_so_and_may_be_run_again(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    _rows, whole = everything()
    images = Path(settings.MEDIA_ROOT, "images")
    shutil.rmtree(images)
    images.write_text("in the way")
    with pytest.raises(CommandError, match=r"images.*again with --replace"):
        restore(monkeypatch, path, replace=True)
    assert Inquiry.objects.exists()
    images.unlink()
    assert "Restored" in restore(monkeypatch, path, replace=True)
    assert everything()[1] == whole


def test_what_a_restore_that_was_killed_left_is_removed_by_the_next(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    left = Path(settings.MEDIA_ROOT, f"{pictures.WAITING}left")
    left.mkdir()
    restore(monkeypatch, path, replace=True)
    assert not left.exists()
