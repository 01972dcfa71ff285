import pytest

from tests.writing.linting.texts import found
from writing.linting.rules import opening_missing


@pytest.mark.parametrize("words", ["", "  \n"])
def test_missing_opening_lines_are_noticed(words):
    assert found(opening_missing, opening_lines=words) == [""]


def test_present_ones_pass():
    assert found(opening_missing, opening_lines="“Again, but slower.”") == []


def test_a_text_that_has_no_place_for_them_needs_none():
    assert found(opening_missing, "<p>Fees.</p>") == []
