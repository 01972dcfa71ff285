import pytest

from tests.writing.linting.texts import found, found_in_sentence
from writing.linting.rules import client_story


@pytest.mark.parametrize(
    "sentence",
    ["A client of mine once told me she could not sleep.", "I once worked with a woman who had lost a son.",
     "Maria, a 34-year-old teacher, came to see me after her divorce.",
     "Last spring a young man walked into my office and said nothing.",
     "In our third session she told me about her father.",
     "One of my clients, a firefighter, calls it drowning.", "I have a client who counts the tiles.",
     "J. began therapy after her mother died.", "A mother said this to me in the spring.",
     "I will call her Anna.", "Anna (not her real name) slept badly."],
)  # fmt: skip
def test_a_passage_about_one_client_is_found(sentence):
    assert found_in_sentence(client_story, sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    ["Many people who come to therapy say they are tired.", "If a client told me this, I would listen.",
     "A client may cry in the first session.", "I once had a client-server problem.",
     "A client who came to therapy may find it odd.",
     "It’s a question I’ve heard many clients ask, and one I’ve asked myself as well.",
     "When a couple comes to us, we meet them together first.", "Each of my clients teaches me something.",
     "A woman on the train told me about her dog.", "My supervisor once told me to slow down.",
     "Imagine a client who came to therapy after a loss.", "I have been a patient person all my life.",
     "In one study a man was asked to hold ice.", "In our first session, we talk about what brings you."],
)  # fmt: skip
def test_general_phrases_are_about_nobody(sentence):
    assert found_in_sentence(client_story, sentence) == []


@pytest.mark.parametrize(
    "note",
    ["No one in this piece is one person.", "She is a composite of many people.",
     "Shared with her permission.", "They are put together from many conversations."],
)  # fmt: skip
def test_a_text_that_answers_the_question_is_not_asked_again(note):
    assert found(client_story, f"<p>A client told me so.</p><p><em>{note}</em></p>") == []


def test_each_passage_is_asked_about_once():
    body = "<p>A client told me so. She came to therapy late.</p><p>A couple came to see me.</p>"
    assert found(client_story, body) == ["A client told me so.", "A couple came to see me."]
