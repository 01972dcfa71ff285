"""What is looked at from one place of a sentence is bounded, and no word is lost by that."""

import pytest

from editing.diffs import compare
from writing.blocks import Run
from writing.linting import Text, lint
from writing.linting.rules.alt_weak import FILE_NAME
from writing.linting.words import LONGEST_SENTENCE, sentences
from writing.runs import joined, trimmed


@pytest.mark.parametrize("unit", ["A. ", "word ", "a", "no stop, ", "Dr. "])
def test_a_sentence_without_end_comes_in_parts_and_whole(unit):
    text = (unit * 20_000)[:50_000]
    found = sentences(text)
    assert max(map(len, found)) <= LONGEST_SENTENCE
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_abbreviations_end_no_sentence():
    assert sentences("Dr. Quill came. She sat, e.g. Here. And St. John.") == [
        "Dr. Quill came.",
        "She sat, e.g. Here.",
        "And St. John.",
    ]


def test_a_phrase_far_inside_is_found():
    text = "and so on, " * 5000 + "we are the best therapists in town " + "and so on, " * 5000
    found = lint(Text.of(title="x", opening_lines="y", body=f"<p>{text}</p>"))
    assert any(
        finding.rule == "phrase" and "best therapists" in finding.passage for finding in found
    )


def test_names_tied_together_are_known_and_cost_nothing():
    assert FILE_NAME.fullmatch("team_photo_final")
    assert FILE_NAME.fullmatch("a-b-c")
    assert not FILE_NAME.fullmatch("a" + "_a" * 5000 + "!")


def test_lines_that_repeat_are_one_change():
    assert compare(["a"] * 5000 + ["x"], ["a"] * 5000 + ["y"])[-1]
    before, after = ["a", "b"] * 5000, ["b", "a"] * 5000
    pieces = [piece for line in compare(before, after) for piece in line]
    assert [p.text for p in pieces if p.kind in ("same", "gone")] == before
    assert [p.text for p in pieces if p.kind in ("same", "new")] == after


def test_runs_with_the_same_marks_are_one():
    runs = [Run("a"), Run("b"), Run("c", True), Run("d", True), Run("e")]
    assert joined(runs) == [Run("ab"), Run("cd", True), Run("e")]
    assert trimmed([Run(" a "), Run(" b ")]) == [Run("a b")]
