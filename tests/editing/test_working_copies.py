"""What is typed and not saved: kept, shown again, never written over somebody else's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.models import WorkingCopy
from tests.editing.desk import address, form_of
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def sign_in(client, role, **fields):
    client.user = make_user(role, **fields)
    client.force_login(client.user)
    return client


def keep(client, article, revision=0, **typed):
    pk = article.pk if article else 0
    data = {"base_version": article.latest_version if article else 0, "revision": revision, **typed}
    return client.post(f"/admin/blog/article/working-copy/{pk}/", data)


def test_what_was_typed_is_in_the_form_again(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    assert keep(editor, article, title="On slee", body="<p>Half a sent</p>").json()["revision"] == 1
    page = editor.get(address(article)).content.decode()
    assert "\nOn slee</textarea>" in page
    assert "Half a sent" in page
    assert "typed and did not save" in page
    article.refresh_from_db()
    assert article.title == "On sleep"
    assert not article.versions().exists(), "keeping what is typed makes no version"


def test_what_was_typed_into_something_new_is_there_again(editor):
    keep(editor, None, title="A thought")
    assert "\nA thought</textarea>" in editor.get("/admin/blog/article/add/").content.decode()
    assert not Article.objects.exists()


def test_nobody_else_sees_it_in_their_form(editor, client):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    sign_in(client, "editor")
    assert "\nOn sleep</textarea>" in client.get(address(article)).content.decode()


def test_a_save_ends_it(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    editor.post(address(article), form_of(article, title="Whole"))
    assert not WorkingCopy.objects.exists()


def test_a_refused_save_does_not(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    editor.post(address(article), form_of(article, title=""))
    assert WorkingCopy.objects.with_text().count() == 1


def test_a_forgotten_window_does_not_write_over_a_newer_one(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Newer")
    answer = keep(editor, article, revision=0, title="Older")
    assert answer.status_code == 409
    assert answer.json()["is_elsewhere"]
    assert WorkingCopy.objects.get().data["title"] == ["Newer"]
    assert keep(editor, article, revision=0, is_forced=1, title="Older").status_code == 200


def test_throwing_it_away_shows_the_saved_text(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    keep(editor, article, is_thrown_away=1)
    assert "\nOn sleep</textarea>" in editor.get(address(article)).content.decode()


def test_others_are_told_who_is_here_and_since_when(editor, client):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    sign_in(client, "editor")
    here = keep(client, article, is_unchanged=1).json()["here"]
    assert len(here) == 1
    assert here[0].startswith("Edda Quill is writing here since")
    long_ago = timezone.now() - timedelta(minutes=2)
    WorkingCopy.objects.filter(user__name="Edda Quill").update(seen_at=long_ago)
    assert keep(client, article, is_unchanged=1).json()["here"] == []


def test_saving_over_somebody_is_refused_with_both_texts(editor, client):
    article = make_article("On sleep", ["Rosa Quill"], body="<p>The ceiling.</p>")
    began = form_of(article, title="Mine", body="<p>The ceiling, mine.</p>")
    editor.post(address(article), form_of(article, body="<p>The ceiling, theirs.</p>"))
    sign_in(client, "editor")
    answer = client.post(address(article), began)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Edda Quill saved this" in page
    assert "theirs" in page
    assert "\nMine</textarea>" in page
    article.refresh_from_db()
    assert article.title == "On sleep"
    assert "theirs" in article.body
    # Having seen both, saving again is a decision.
    again = client.post(address(article), began | {"base_version": article.latest_version})
    assert again.status_code == 302
    article.refresh_from_db()
    assert article.title == "Mine"


def test_ones_own_second_press_is_no_conflict(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    pressed = form_of(article, title="Mine")
    assert [editor.post(address(article), pressed).status_code for _time in range(2)] == [302, 302]
    assert article.versions().count() == 2, "the first text and mine"


def test_what_was_typed_before_somebody_saved_keeps_its_beginning(editor, client):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, title="Half")
    client.force_login(make_user("editor", name="Ben Ash"))
    client.post(address(article), form_of(article, title="Ben's"))
    client.force_login(editor.user)
    page = client.get(address(article)).content.decode()
    assert "\nHalf</textarea>" in page
    assert 'name="base_version" value="0"' in page, "so the save will be refused with both texts"


@pytest.mark.parametrize("role", ["author", "coordinator"])
def test_nobody_keeps_text_where_they_may_not_write(client, role):
    sign_in(client, role)
    article = make_article("Not theirs", ["Rosa Quill"])
    assert keep(client, article, title="Mine now").status_code == 404
    assert not WorkingCopy.objects.exists()


def test_two_megabytes_are_kept_and_four_refused(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    assert keep(editor, article, body="a" * 2_000_000).status_code == 200
    assert keep(editor, article, revision=1, body="a" * 4_000_000).status_code == 413
    assert len(WorkingCopy.objects.get().data["body"][0]) == 2_000_000


def test_a_get_keeps_nothing(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    assert editor.get(f"/admin/blog/article/working-copy/{article.pk}/").status_code == 405
    editor.get(address(article))
    assert not WorkingCopy.objects.exists()


def test_a_save_in_one_window_keeps_what_was_typed_in_another(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    keep(editor, article, body="<p>A long evening of writing.</p>")
    editor.post(address(article), form_of(article, title="A typo mended", copy_revision="0"))
    assert WorkingCopy.objects.get().data["body"] == ["<p>A long evening of writing.</p>"]
    article.refresh_from_db()
    editor.post(address(article), form_of(article, title="And saved", copy_revision="1"))
    assert not WorkingCopy.objects.exists()
