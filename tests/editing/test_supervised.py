"""A text under a supervised name waits for the supervisor, and for nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editing.models import ReviewStep
from editing.rows import rows_data
from team.models import Supervision
from tests.editing.desk import saved
from tests.editing.links import answer, approve, link_for
from tests.factories import (
    make_article,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits", "a_practice_of_several")]
TODAY = timezone.localdate


def test_a_trainees_article_waits_for_the_supervisor(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]), _publish="1")
    assert article.status() == "draft"
    assert "Ask Marisol Tennant for a yes" in editor.answer.content.decode()
    article = saved(editor, article)
    approve(editor, article, supervisor)
    article = saved(editor, article, _publish="1")
    assert article.status() == "live"


def test_a_trainee_typed_as_a_name_is_supervised_all_the_same(editor, trainee, supervisor):
    article = make_article("By a name", ["Somebody"])
    rows = rows_data("bylines", [{"name": "ines calder"}])
    saved(editor, article, _publish="1", **rows)
    assert "Ask Marisol Tennant for a yes" in editor.answer.content.decode()
    article = saved(editor, article, _continue="1", **rows)
    byline = article.bylines.get()
    assert (byline.therapist, byline.name) == (trainee, "")


def test_an_approval_belongs_to_the_text_that_was_shown(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    approve(editor, article, supervisor)
    article = saved(editor, article, body="<p>Something else entirely.</p>", _publish="1")
    assert article.status() == "draft"
    # What is not the text does not count: a summary, an address.
    article = saved(
        editor, article, body="<p>Most of us know the ceiling.</p>", summary="S", _publish="1"
    )
    assert article.status() == "live"


def test_a_yes_that_was_taken_back_counts_no_more(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    link = link_for(article, supervisor)
    answer(editor, link)
    answer(editor, link, "returned", "On second thought, no.")
    editor.force_login(editor.user)
    assert saved(editor, article, _publish="1").status() == "draft"


def test_somebody_elses_yes_does_not_count(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    approve(editor, article, make_therapist("A Colleague"))
    assert saved(editor, article, _publish="1").status() == "draft"


def test_the_deputy_answers_during_the_absence_only(editor, trainee, supervisor):
    deputy = make_therapist("Dana Deputy")
    days = {"absent_from": TODAY(), "absent_to": TODAY() + timedelta(days=7)}
    Supervision.objects.update(deputy=deputy, **days)
    article = saved(editor, make_article("By a trainee", [trainee]))
    approve(editor, article, deputy)
    assert saved(editor, article, _publish="1").status() == "live"
    other = saved(editor, make_article("Another", [trainee]))
    long_ago = TODAY() - timedelta(days=30)
    Supervision.objects.update(absent_from=long_ago, absent_to=long_ago + timedelta(days=7))
    approve(editor, other, deputy)
    assert saved(editor, other, _publish="1").status() == "draft"


def test_a_supervisor_who_publishes_has_said_yes(client, trainee, supervisor):
    client.user = make_user("editor")
    client.force_login(client.user)
    supervisor.user = client.user
    supervisor.save()
    article = saved(client, make_article("By a trainee", [trainee]), _publish="1")
    assert article.status() == "live"
    step = ReviewStep.objects.of(article).get(kind="approved")
    assert step.person_key == f"therapist-{supervisor.pk}"
