import pytest

from writing.linting import Text
from writing.linting.rules import comment_left


def findings(body):
    return [(f.passage, f.is_block) for f in comment_left.check(Text.of(body=body))]


@pytest.mark.parametrize("href", ["#_msocom_1", "#_msoanchor_12", "#cmnt3", "#cmnt_ref3"])
def test_a_link_to_a_comment_is_kept_from_going_out(href):
    assert findings(f'<p>Rest <a href="{href}">[JA1]</a> is.</p><p>Is this M.?</p>') == [
        ("[JA1]", True)
    ]


def test_a_list_of_comments_in_plain_characters_is_kept_from_going_out():
    assert findings("<p>Rest[a] is.</p><p>[a]Is this M.?</p>") == [("[a]Is this M.?", True)]


@pytest.mark.parametrize(
    "words",
    ["Commented [JA1]: Is this M.?", "Rest &lt;!-- Is this M.?", "Rest {&gt;&gt;Is this M.?"],
)
def test_a_comment_that_is_typed_is_kept_from_going_out(words):
    assert [is_block for _words, is_block in findings(f"<p>{words}</p>")] == [True]


def test_what_looks_like_the_mark_of_a_comment_is_asked_about():
    assert findings("<p>Rest[JA1] is.</p>") == [("[JA1]", False)]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Rest[1] is. See [2] and [B12], and [sic].</p>",
        '<p>See <a href="#part-rest">below</a> and <a href="#reference-1">1</a>.</p>',
        "<p>See[a].</p><p>[a] Smith 2020.</p>",
    ],
)
def test_references_and_notes_pass(body):
    assert findings(body) == []
