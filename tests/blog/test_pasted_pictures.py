"""A picture that was pasted and could not come along leaves a mark on the draft, with its place, until somebody
has seen to it."""

import json

import pytest

from tests.editing.desk import address, form_of, saved
from tests.factories import make_article

pytestmark = pytest.mark.django_db
PASTE = "/admin/blog/article/editor/paste/"
SHOWN = "<p>It was on all night.</p><p><img src='a.jpg' alt='A lamp'></p><p>Nobody knew why.</p>"


@pytest.fixture
def mark(editor):
    """What the script of the form keeps of a paste."""
    answer = editor.post(PASTE, {"html": SHOWN, "text": ""}).json()
    return json.dumps(answer["pictures"])


def test_the_place_is_kept_with_the_save_and_said_on_the_form(editor, mark):
    article = saved(editor, make_article("The Lamp"), pictures_left_out=mark)
    assert article.left_out == {"picture": [1, ["It was on all night."]]}
    page = editor.get(address(article)).content.decode()
    assert "Behind: “…It was on all night.”" in " ".join(page.split())


def test_several_pastes_are_added_to_what_there_was(editor, mark):
    article = make_article("The Lamp", left_out={"picture": [2, ["The first."]], "comment": 1})
    article = saved(editor, article, pictures_left_out=[mark, mark])
    assert article.left_out["comment"] == 1
    assert article.left_out["picture"][0] == 4


def test_a_paste_without_pictures_leaves_none(editor):
    assert editor.post(PASTE, {"html": "<p>Only words.</p>"}).json()["pictures"] is None
    assert saved(editor, make_article("The Lamp")).left_out == {}


@pytest.mark.parametrize(
    "forged",
    ["", "x", "{}", "[1, 2]", "-1", "[" * 6000, '[1, ["' + "a" * 70 + '"]]', "1e400", "null"],
)
def test_what_no_paste_says_is_not_kept(editor, forged):
    article = make_article("The Lamp")
    editor.post(address(article), form_of(article, pictures_left_out=forged))
    article.refresh_from_db()
    assert article.left_out == {}
