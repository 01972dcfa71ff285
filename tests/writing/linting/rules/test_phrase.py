import pytest

from tests.writing.linting.texts import found_in_sentence
from writing.linting import Text
from writing.linting.phrases import GROUPS
from writing.linting.rules import phrase


@pytest.mark.parametrize(
    "sentence",
    ["We guarantee results.", "Our approach cures anxiety.", "You will be cured.",
     "The best therapists in town are here.", "Our leading therapists will see you.",
     "Read what our clients say.", "He committed suicide in 2019.",
     "Say goodbye to panic attacks forever.", "Everything you say is 100% confidential.",
     "Act now, our spots are filling fast.", "98% of our clients finish.",
     "Overcome your anxiety in just three sessions.", "Never feel anxious again.",
     "We will fix your marriage.", "A group for schizophrenics."],
)  # fmt: skip
def test_what_a_practice_should_not_say_is_found(sentence):
    assert found_in_sentence(phrase, sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    ["You are doing your best.", "The best way to begin is one line.", "A cured ham sat on the table.",
     "Her patients called it the talking cure.", "Love isn't guaranteed.", "She left for good reasons.",
     "You may feel that you will never be happy again.", "Our clients say many things about Mondays.",
     "Your best friend may not know.", "The therapist who is best for you is one you can argue with."],
)  # fmt: skip
def test_the_same_words_in_other_phrases_pass(sentence):
    assert found_in_sentence(phrase, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["There is no cure for grief.", "Nobody can guarantee results.", "Can therapy cure anxiety?",
     "Anyone who guarantees results is selling something.", "Curing anxiety is not what we do.",
     "We say “died by suicide” rather than “committed suicide.”"],
)  # fmt: skip
def test_a_phrase_denied_asked_or_quoted_is_not_said(sentence):
    assert found_in_sentence(phrase, sentence) == []


def test_every_field_is_read_and_each_finding_says_why_and_what_instead():
    text = Text.of(title="We cure anxiety", invitation={"cta_text": "Act now."})
    first, second = phrase.check(text)
    assert (first.field, second.field) == ("title", "cta_text")
    assert "“cure anxiety”" in first.reason
    assert first.fix == str(GROUPS[0].fix)
