"""docs/accessibility.md says something of each criterion of WCAG 2.2 A and AA, once, and names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d\.\d\.\d+) [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
# https://www.w3.org/TR/WCAG22/: by guideline, those of levels A and AA.
CRITERIA = {
    "1.1": [1], "1.2": [1, 2, 3, 4, 5], "1.3": [1, 2, 3, 4, 5], "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4], "2.2": [1, 2], "2.3": [1], "2.4": [1, 2, 3, 4, 5, 6, 7, 11], "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2], "3.2": [1, 2, 3, 4, 6], "3.3": [1, 2, 3, 4, 7, 8], "4.1": [2, 3],
}  # fmt: skip


def test_each_criterion_is_said_something_of_once_and_in_order():
    numbers = [f"{guideline}.{number}" for guideline, of in CRITERIA.items() for number in of]
    assert len(numbers) == 55
    assert [number for number, _holds, _why in ROW.findall(TEXT)] == numbers


def test_what_is_said_of_it_is_one_of_three_words_with_a_reason():
    for number, holds, why in ROW.findall(TEXT):
        assert holds in ("holds", "in part", "nothing of it"), number
        assert len(why) > 10 or why.startswith("as "), number


def test_tests_that_it_names_are_there():
    named = TEST.findall(TEXT)
    assert len(named) > 20
    missing = [
        name
        for path, name in named
        if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert missing == []
