"""A restore on a bad day: the code typed by hand, another machine, a damaged file."""

import pytest
from django.core.management import CommandError

from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    SHEET,
    back_up,
    fill,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("between", ["", " ", "–", "."])
def test_a_sheets_code_is_read_with_the_slips_of_a_tired_hand(tmp_path, monkeypatch, between):
    fill()
    path = back_up(tmp_path)
    typed = SHEET.lower().replace("-", between)
    assert "whole" in restore(monkeypatch, path, secret=typed, check=True)


@pytest.mark.parametrize("typed", ["", "TEST", f"{SHEET}A", "ü", "–"])
def test_what_cannot_be_a_code_is_answered_with_what_one_looks_like(tmp_path, monkeypatch, typed):
    fill()
    path = back_up(tmp_path)
    with pytest.raises(CommandError, match="13 groups of four letters and digits"):
        restore(monkeypatch, path, secret=typed, check=True)
