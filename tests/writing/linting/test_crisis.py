import pytest

from writing.linting import Text
from writing.linting.crisis import is_about_crisis

LONG = "<p>" + "You may rest for a while, and nothing more is asked of you today. " * 60 + "</p>"


@pytest.mark.parametrize(
    "title",
    ["Thoughts of suicide", "When you want to die", "Self-harm in teens", "Living with bulimia",
     "Leaving an abusive partner", "After sexual assault", "Survivors of childhood abuse"],
)  # fmt: skip
def test_a_title_that_names_it_is_enough(title):
    assert is_about_crisis(Text.of(title=title, body=LONG))


def test_a_short_text_needs_to_name_it_once_and_a_long_one_more_often():
    one = "<p>She had been cutting herself since the spring.</p>"
    assert is_about_crisis(Text.of(body=one))
    assert not is_about_crisis(Text.of(body=one + LONG))
    assert is_about_crisis(Text.of(body=one * 4 + LONG))


@pytest.mark.parametrize(
    "sentence",
    ["If you are thinking about suicide, call or text 988.", "It would have been career suicide.",
     "We treat alcohol abuse.", "An abuse of notation.", "He killed himself laughing.",
     "I stopped hurting myself over small mistakes.", "A diet of bad news.", "Purging the old files.",
     "She cut herself a slice of bread."],
)  # fmt: skip
def test_other_senses_and_mere_signposts_do_not_make_a_text_about_it(sentence):
    assert not is_about_crisis(Text.of(body=f"<p>{sentence}</p>"))
