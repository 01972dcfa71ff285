"""No way around the supervisor’s yes, and none that leads through somebody else’s."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.models import PreviewLink, ReviewStep
from editing.rows import rows_data
from outbox.models import Message
from tests.editing.desk import address, form_of, saved, set_time
from tests.editing.links import answer, approve, link_for
from tests.factories import (
    make_article,
    make_published_article,
    make_specialty,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits", "a_practice_of_several")]


def published_by_trainee(editor, trainee, supervisor, **more):
    article = saved(editor, make_article("By a trainee", [trainee], **more))
    approve(editor, article, supervisor)
    article = saved(editor, article, _publish="1")
    assert article.status() == "live"
    return article


def with_account(therapist):
    therapist.user = make_user("clinician", email="supervisor@practice.example")
    therapist.save()


def taken_off_by_its_time(article):
    now = timezone.now()
    Article.objects.filter(pk=article.pk).update(
        publish_at=now - timedelta(days=3), withdraw_at=now - timedelta(days=1)
    )
    article.refresh_from_db()


def test_a_text_saved_after_its_time_ran_out_comes_back_past_the_gate_only(
    editor, trainee, supervisor
):
    article = published_by_trainee(editor, trainee, supervisor)
    taken_off_by_its_time(article)
    article = saved(editor, article, body="<p>Nobody has read this.</p>")  # and no withdraw time
    assert article.status() == "withdrawn"
    article = saved(editor, article, _publish="1")
    assert article.status() == "withdrawn"
    assert "Ask Marisol Tennant" in editor.answer.content.decode()


def test_a_new_byline_is_never_wording_only(editor, trainee, supervisor):
    with_account(supervisor)
    article = make_published_article("Plain", ["Rosa Quill"])
    rows = rows_data("bylines", [{"therapist": trainee.pk}])
    article = saved(editor, article, body="<p>All new.</p>", wording_only="1", **rows)
    assert "All new" not in article.body


def test_wording_only_does_not_wait_for_a_time(editor, trainee, supervisor):
    with_account(supervisor)
    article = published_by_trainee(editor, trainee, supervisor)
    article = saved(editor, article, body="<p>Nobody has read this.</p>", _keep="1")
    when = timezone.localtime() + timedelta(days=1)
    set_time(editor, article, when, wording_only="1")
    article.refresh_from_db()
    assert article.swap_at is None


def test_a_no_after_the_yes_stops_a_text_whose_time_is_set(editor, trainee, supervisor):
    article = published_by_trainee(editor, trainee, supervisor)
    article = saved(editor, article, body="<p>Second text.</p>", _keep="1")
    link = link_for(article, supervisor)
    answer(editor, link)
    editor.force_login(editor.user)
    when = timezone.localtime() + timedelta(days=1)
    set_time(editor, article, when)
    article.refresh_from_db()
    assert article.swap_at
    answer(editor, link, "returned", "On second thought: not this.")
    article.refresh_from_db()
    assert article.swap_at is None


def test_a_no_after_the_yes_stops_a_publication_to_come(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    link = link_for(article, supervisor)
    answer(editor, link)
    editor.force_login(editor.user)
    when = timezone.localtime() + timedelta(days=1)
    times = {"publish_at_0": f"{when:%Y-%m-%d}", "publish_at_1": f"{when:%H:%M}"}
    article = saved(editor, article, _publish="1", **times)
    assert article.status() == "scheduled"
    answer(editor, link, "returned", "No.")
    article.refresh_from_db()
    assert article.status() == "draft"


def test_a_text_that_cannot_be_put_back_is_told_to_the_desk(editor, trainee, supervisor):
    with_account(supervisor)
    topic = make_specialty("Gone")
    article = published_by_trainee(editor, trainee, supervisor, specialties=[topic])
    data = form_of(article, body="<p>Other words.</p>", wording_only="1") | {"specialties": []}
    editor.post(address(article), data)
    topic.delete()
    link = PreviewLink.objects.get(replaced__isnull=False)
    assert editor.post(f"/p/{link.token}/", {"take_back": "1"}).status_code == 302
    step = ReviewStep.objects.of(article).first()
    assert (step.kind, step.note[:26]) == ("returned", "The earlier text could not")


def test_a_mail_for_the_supervisor_never_goes_where_a_writer_has_pointed_it(
    client, editor, trainee, supervisor
):
    article = published_by_trainee(editor, trainee, supervisor)
    PreviewLink.objects.all().delete()
    link_for(article, supervisor, capacity="reader", email="writer@elsewhere.example")
    saved(editor, article, body="<p>Other words.</p>", wording_only="1")
    assert "There is no email address for Marisol Tennant" in editor.answer.content.decode()
    assert not Message.objects.exists()


def test_an_author_takes_an_own_draft_out_of_the_trash(client):
    author = make_user("author", name="Ana")
    client.force_login(author)
    article = make_article("Mine", ["Ana"], created_by=author)
    client.post(address(article, "delete"), {"post": "yes"})
    client.post("/admin/blog/article/trash/", {"take_out": article.pk})
    article.refresh_from_db()
    assert not article.is_in_trash


def test_a_small_save_after_publishing_several_needs_no_second_yes(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    approve(editor, article, supervisor)
    data = {"action": "publish_selected", "_selected_action": article.pk, "confirmed": "1"}
    editor.post("/admin/blog/article/", data)
    article.refresh_from_db()
    assert saved(editor, article, summary="A summary").summary == "A summary"


def test_asking_the_editors_changes_nothing_on_the_site(editor, trainee, supervisor):
    article = published_by_trainee(editor, trainee, supervisor)
    article = saved(editor, article, body="<p>Nobody has read this.</p>", _submit="1")
    assert "Nobody" not in article.body


def test_a_trainee_who_is_an_editor_sees_no_link_of_the_supervisor(editor, trainee, supervisor):
    with_account(supervisor)
    trainee.user = editor.user
    trainee.save()
    article = saved(editor, make_article("Mine", [trainee]))
    data = {"reader": "Marisol Tennant", "capacity": "supervisor", "days": "14"}
    editor.post(address(article, "share"), data)
    link = PreviewLink.objects.get()
    assert link.email == "supervisor@practice.example"
    assert link.token not in editor.get(address(article, "share")).content.decode()


def test_taking_back_holds_after_a_change_that_is_not_of_the_text(editor, trainee, supervisor):
    with_account(supervisor)
    article = published_by_trainee(editor, trainee, supervisor)
    before = article.body
    article = saved(editor, article, body="<p>Other words.</p>", wording_only="1")
    article = saved(editor, article, summary="A summary")
    link = PreviewLink.objects.get(replaced__isnull=False)
    editor.post(f"/p/{link.token}/", {"take_back": "1"})
    article.refresh_from_db()
    assert article.body == before


def test_a_link_opens_nothing_that_is_in_the_trash(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    link = link_for(article, supervisor)
    article.put_in_trash("Edda Quill")
    assert editor.get(f"/p/{link.token}/").status_code == 404
