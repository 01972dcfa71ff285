"""What all rules have in common."""

from pathlib import Path

import pytest

from writing.linting import Finding, Text, lint, rules
from writing.linting.findings import ADVICE, BLOCK

FOLDER = Path(rules.__file__).parent
TESTS = Path(__file__).parent / "rules"


def rule_names():
    return sorted(file.stem for file in FOLDER.glob("*.py") if file.stem != "__init__")


def test_every_rule_file_is_in_use_and_has_a_test_of_its_own():
    assert sorted(rule.__name__.rpartition(".")[2] for rule in rules.RULES) == rule_names()
    assert (
        sorted(file.stem.removeprefix("test_") for file in TESTS.glob("test_*.py")) == rule_names()
    )


def test_what_blocks_comes_first_then_the_order_of_reading():
    text = Text.of(
        title="We cure anxiety",
        body='<p>Act now.</p><p>See <a href="/gone/">our fees</a> or <a href="/fees/">here</a>.</p>',
        invitation={"cta_text": "Results guaranteed."},
        is_dead=lambda path: path == "/gone/",
    )
    findings = lint(text)
    assert [finding.weight for finding in findings] == [BLOCK, *[ADVICE] * 4]
    assert [finding.field for finding in findings[1:]] == ["title", "body", "body", "cta_text"]


def test_the_same_words_are_found_once():
    assert len(lint(Text.of(body="<p>Act now.</p><p>Act now.</p>"))) == 1


def test_a_text_with_nothing_in_it_has_nothing_wrong_with_it():
    assert lint(Text.of()) == []


def test_hostile_and_broken_values_are_read_like_any_other():
    for value in [
        "<p>",
        "\x00",
        "<p>" + "a" * 5000,
        "<figure data-image='9'>",
        "😶‍🌫️",
        "(" * 2000,
        "“" * 99,
    ]:
        lint(Text.of(title=value, opening_lines=value, summary=value, body=value))


def finding(**changed):
    parts = {"rule": "phrase", "weight": ADVICE, "field": "body", "passage": "Act now."}
    return Finding(**parts | {"reason": "Why", "fix": "How"} | changed)


def test_a_key_survives_spaces_capitals_other_reasons_and_another_position_in_the_text():
    same = finding(passage="act  now.\n", reason="Said anew", fix="Other", weight=BLOCK, at=7)
    assert finding().key == same.key


@pytest.mark.parametrize("change", [{"rule": "x"}, {"field": "title"}, {"passage": "Act then."}])
def test_a_key_changes_with_rule_field_and_passage(change):
    assert finding().key != finding(**change).key
