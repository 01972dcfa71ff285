"""Versions: what a person's save keeps, and what visitors read meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editing import contents, snapshots
from editing.rows import rows_data
from team.models import Supervision
from tests.editing.desk import address, form_of, saved
from tests.factories import make_article, make_published_article, make_therapist, make_user

pytestmark = pytest.mark.django_db
EMPTY_CTA = {"cta_heading": "", "cta_text": "", "cta_team_label": "", "cta_start_label": ""}


def test_a_save_makes_a_version_with_who_and_when(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    editor.post(address(article), form_of(article, title="On sleeping badly"))
    article.refresh_from_db()
    newest, first = article.versions()
    assert (newest.number, newest.made_by_name) == (2, "Edda Quill")
    assert newest.data["title"] == ["On sleeping badly"]
    assert first.data["title"] == ["On sleep"], "the text from before the first save is kept too"
    assert article.current_version == article.latest_version == 2


def test_saving_the_same_text_again_makes_no_version(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    for _time in range(2):
        article.refresh_from_db()
        editor.post(address(article), form_of(article))
    assert article.versions().count() == 1


def test_what_is_saved_for_later_is_not_what_visitors_read(editor, client):
    article = make_published_article("On sleep", ["Rosa Quill"], slug="on-sleep")
    answer = editor.post(
        address(article), form_of(article, title="Sleep, again", body="<p>New.</p>", _keep="1")
    )
    assert answer.status_code == 302
    page = client.get("/blog/on-sleep/").content.decode()
    assert "On sleep" in page
    assert "Sleep, again" not in page
    article.refresh_from_db()
    assert article.has_next_version
    assert "Sleep, again" in editor.get(address(article)).content.decode()


def test_the_next_text_goes_on_the_site_with_one_button(editor, client):
    article = make_published_article("On sleep", ["Rosa Quill"], slug="on-sleep")
    editor.post(address(article), form_of(article, title="Sleep, again", _keep="1"))
    article.refresh_from_db()
    editor.post(address(article), form_of(article, title="Sleep, again", _continue="1"))
    article.refresh_from_db()
    assert not article.has_next_version
    assert "Sleep, again" in client.get("/blog/on-sleep/").content.decode()
    assert article.versions().first().went_out_by_name == "Edda Quill"


def test_a_version_holds_rows_and_is_restored_through_the_form(editor):
    hana = make_therapist("Hana Wexler")
    article = make_article("On sleep", [hana, "Rosa Quill"])
    changed = rows_data("bylines", [{"therapist": "", "name": "Somebody"}])
    editor.post(address(article), form_of(article, **changed))
    assert article.byline_text.startswith("Somebody")
    editor.post(address(article, "versions", 1, "restore"))
    page = editor.get(address(article)).content.decode()
    assert "Rosa Quill" in page
    assert f'<option value="{hana.pk}" selected' in page
    assert article.bylines.count() == 1, "restoring shows; it saves nothing"


def test_restoring_says_what_is_gone(editor):
    hana = make_therapist("Hana Wexler")
    article = make_article("On sleep", [hana])
    editor.post(address(article), form_of(article))
    article.bylines.all().delete()
    hana.delete()
    answer = editor.post(address(article, "versions", 1, "restore"), follow=True)
    assert "Written by: something this text used is not there any more" in answer.content.decode()


def test_a_diff_shows_prose_as_prose_and_fields_as_fields(editor):
    article = make_article(
        "On sleep", ["Rosa Quill"], body="<p>Most of us know the ceiling well enough.</p>"
    )
    article.refresh_from_db()
    new = "<p>Most of us know the ceiling too well.</p>"
    editor.post(address(article), form_of(article, body=new, summary="A short one."))
    page = editor.get(address(article, "versions", 2)).content.decode()
    assert "<del>well</del>" in page or "<ins>too</ins>" in page
    assert "<ins>A short one.</ins>" in page
    assert "&lt;p&gt;" not in page


def test_the_list_of_versions_costs_the_same_for_three_as_for_ten(
    editor, django_assert_max_num_queries
):
    article = make_article("On sleep", ["Rosa Quill"])
    for number in range(10):
        article.refresh_from_db()
        editor.post(address(article), form_of(article, title=f"On sleep {number}"))
    article.refresh_from_db()
    assert article.versions().count() == 11
    editor.get(address(article))  # with what a process keeps
    with django_assert_max_num_queries(24):
        assert editor.get(address(article)).status_code == 200
    with django_assert_max_num_queries(24):
        editor.get(address(article, "history"))


def test_so_does_the_form_of_a_supervised_article_with_a_next_text(
    editor, django_assert_max_num_queries
):
    trainee, supervisor = make_therapist(), make_therapist()
    Supervision.objects.create(
        supervisee=trainee, supervisor=supervisor, from_day=timezone.localdate()
    )
    article = make_published_article("On sleep", [trainee, "Rosa Quill"])
    for number in range(10):
        article.refresh_from_db()
        editor.post(address(article), form_of(article, title=f"On sleep {number}", _keep="1"))
    assert article.versions().count() == 11
    # What every page for visitors names is read once, for how the article looks elsewhere.
    editor.get(address(article))
    with django_assert_max_num_queries(25):
        assert "On sleep 9" in editor.get(address(article)).content.decode()


def test_an_author_cannot_read_versions_of_others(client):
    client.force_login(make_user("author"))
    article = make_article("Not yours", ["Rosa Quill"])
    assert client.get(address(article, "versions", 1)).status_code == 404


def test_a_snapshot_of_a_row_and_of_its_form_agree(editor):
    article = make_article("On sleep", [make_therapist(), "Rosa Quill"], summary="Short.")
    editor.post(address(article), form_of(article))
    article.refresh_from_db()
    kept = article.versions().first().data
    again = snapshots.of_row(contents.of(article).version_form(instance=article))
    assert {k: v for k, v in kept.items() if v != [""]} == {
        k: v for k, v in again.items() if v != [""]
    }


def test_restoring_says_when_a_picture_in_the_text_is_gone(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    body = "<p>The gate.</p><figure data-image='987'></figure>"
    editor.post(address(article), form_of(article, body=body))
    answer = editor.post(address(article, "versions", 2, "restore"), follow=True)
    assert "Text: something this text used is not there any more" in answer.content.decode()


def test_a_text_that_waits_for_its_time_was_not_out_yet(editor):
    article = make_article("On sleep", ["Rosa Quill"])
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1))
    saved(editor, article, _publish="1", publish_at_0=f"{tomorrow:%Y-%m-%d}", publish_at_1="12:00")
    version = article.versions().first()
    assert version.went_out_by_name, "somebody has let it out"
    assert not version.was_out
    version.went_out_at = timezone.now()
    assert version.was_out
