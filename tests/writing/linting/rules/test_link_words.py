import pytest

from tests.writing.linting.texts import found
from writing.linting.rules import link_words

LINK = '<p>Before. <a href="/fees/">{words}</a> after.</p>'


@pytest.mark.parametrize(
    "words",
    ["here", "Click here", "click here.", "Read more", "this link", "Learn more »", "More info",
     "this page", "find out more", "link", "go here"],
)  # fmt: skip
def test_a_link_that_says_nothing_on_its_own_is_found(words):
    assert found(link_words, LINK.format(words=words)) == [words]


@pytest.mark.parametrize(
    "words",
    ["what it costs", "Read more about our fees", "the people here", "how we work here",
     "Get started", "this article on sleep", "More about training", "call 988"],
)  # fmt: skip
def test_a_link_that_names_what_it_leads_to_passes(words):
    assert found(link_words, LINK.format(words=words)) == []


def test_asking_to_click_where_there_is_nothing_to_click_is_found():
    body = "<p>Please click here to begin.</p><p>More.</p>"
    assert found(link_words, body) == ["Please click here to begin."]


def test_a_sentence_that_has_its_link_asks_for_nothing_else():
    body = '<p>Click the link to <a href="/fees/">what it costs</a>.</p><p>More.</p>'
    assert found(link_words, body) == []


def test_the_practices_own_call_to_action_is_understood():
    words = "Meet our team of therapists and get started by clicking below."
    assert found(link_words, invitation={"cta_text": words}) == []
    assert found(link_words, f"<p>Much before.</p><p>{words}</p>") == []


def test_marks_inside_a_link_do_not_make_it_two():
    body = '<p>See <a href="/fees/"><strong>what it costs</strong> here</a>.</p>'
    assert found(link_words, body) == []
