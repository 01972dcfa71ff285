"""The linter where staff meet it: advice after a save, a check at publication, "fine here" with a reason."""

import pytest
from django.db import IntegrityError, transaction

from editing.models import Dismissal
from tests.editing.desk import address, saved
from tests.factories import make_article, make_image, make_published_article, make_user

pytestmark = pytest.mark.django_db
HERE = "<p>Most of us know the ceiling. You can read more <a href='/blog/'>here</a>.</p>"


def page_of(client, article):
    return client.get(address(article)).content.decode()


def findings(article):
    return [finding["rule"] for finding in article.versions().first().findings]


def test_advice_comes_with_the_save_and_stops_nothing(editor):
    article = saved(editor, make_article("On sleep", ["Rosa"]), body=HERE, _publish="1")
    assert article.status() == "live"
    assert "link-words" in findings(article)
    assert "to look at" in page_of(editor, article)


def test_a_dead_link_inside_the_site_stops_publication_with_place_and_fix(editor):
    dead = "<p>As we <a href='/blog/never-written/'>wrote about rest</a>.</p>"
    article = saved(editor, make_article("On sleep", ["Rosa"]), body=dead, _publish="1")
    assert article.status() == "draft"
    assert "wrote about rest" in editor.answer.content.decode()
    assert "body" in editor.answer.context["adminform"].form.errors
    saved(editor, article, body=dead)
    assert editor.answer.status_code == 302, "a draft may hold it"


def test_no_picture_without_description_or_mark_can_be_stored_at_all(editor):
    image = make_image()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(image).objects.update(alt="", is_decorative=False)


def test_a_reason_silences_a_finding_for_that_text_only(editor):
    article = saved(editor, make_article("On sleep", ["Rosa"]), body=HERE)
    finding = next(f for f in article.versions().first().findings if f["rule"] == "link-words")
    where = address(article, "fine")
    editor.post(where, {"key": finding["key"], f"reason_{finding['key']}": " "})
    assert not Dismissal.objects.exists(), "no reason, no silence"
    reason = {"key": finding["key"], f"reason_{finding['key']}": "It is a quotation."}
    editor.post(where, reason)
    assert Dismissal.objects.get().by_name == "Edda Quill"
    assert finding["key"] not in page_of(editor, article)
    other = HERE.replace("read more", "read on").replace(">here<", ">click here<")
    article = saved(editor, article, body=other)
    assert "link-words" in findings(article)
    assert "click here" in page_of(editor, article)


def test_what_blocks_cannot_be_called_fine(editor):
    dead = "<p>As we <a href='/blog/never-written/'>wrote about rest</a>.</p>"
    article = saved(editor, make_article("On sleep", ["Rosa"]), body=dead)
    key = next(f["key"] for f in article.versions().first().findings if f["weight"] == "block")
    editor.post(address(article, "fine"), {"key": key, f"reason_{key}": "Never mind."})
    assert not Dismissal.objects.exists()


def test_others_cannot_silence(client):
    client.user = make_user("editor")
    client.force_login(client.user)
    article = saved(client, make_article("On sleep", ["Rosa"]), body=HERE)
    client.force_login(make_user("author"))
    assert client.post(address(article, "fine"), {"key": "x"}).status_code == 404


def test_what_is_on_the_site_is_gated_too(editor):
    article = make_published_article("On sleep", ["Rosa"])
    dead = "<p>As we <a href='/blog/never-written/'>wrote about rest</a>.</p>"
    article = saved(editor, article, body=dead, _continue="1")
    assert "never-written" not in article.body
    article = saved(editor, article, body=dead, _keep="1")
    assert article.has_next_version, "it may wait, as a next text"
