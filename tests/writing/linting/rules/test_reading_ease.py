import pytest

from tests.writing.linting.texts import found
from writing.linting import Text
from writing.linting.rules import reading_ease
from writing.linting.rules.reading_ease import syllables_of

HARD = (
    "<p>The conceptualization of psychological dysregulation necessitates a comprehensive "
    "consideration of intergenerational transmission, developmental vulnerability and "
    "socioenvironmental determinants, whose multidirectional interactions characteristically "
    "perpetuate maladaptive interpersonal configurations notwithstanding considerable individual "
    "motivation toward therapeutic transformation and sustained emotional engagement. "
    "Consequently, interdisciplinary collaboration remains indispensable.</p>"
)
EASY = (
    "<p>You can be tired of being the one who notices, tired of a voice you have to use at work, and "
    "tired of a choice that you make again each day because you have never quite made it, and that "
    "kind of tired goes with you to the beach and takes the chair beside yours, and it stays.</p>"
)


def test_clearly_hard_reading_is_noticed_and_shown_where_to_start():
    (finding,) = reading_ease.check(Text.of(body=HARD))
    assert (finding.field, finding.passage) == ("body", "")
    assert "Consequently" in finding.fix or "conceptualization" in finding.fix


def test_a_long_sentence_of_short_words_is_not_hard():
    assert found(reading_ease, EASY) == []


def test_a_few_words_say_nothing_about_a_text():
    assert (
        found(reading_ease, "<p>Psychodynamic psychotherapy necessitates collaboration.</p>") == []
    )


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("take", 1), ("table", 2), ("moved", 1), ("wanted", 2), ("hopeful", 2), ("being", 2),
     ("anxiety", 4), ("therapist", 3), ("psychotherapy", 5), ("people", 2), ("the", 1),
     ("session", 2), ("well-being", 3), ("patient", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_heard(word, syllables):
    assert syllables_of(word) == syllables
