"""Ways by which a supervised person's text could be read without a supervisor's yes, or named without
the supervisor."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.going_out import hold_back_refused
from editing.models import ReviewStep
from team.models import Supervision
from tests.blog.bylines import is_public, named, supervise
from tests.editing.desk import saved
from tests.editing.links import approve
from tests.factories import make_article, make_therapist, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor():
    user = make_user("editor", name="Ada Supervisor", email="ada@practice.example")
    return make_therapist("Ada Supervisor", user=user)


@pytest.fixture
def trainee(supervisor):
    user = make_user("author", name="Maribel Thornquist")
    person = make_therapist("Maribel Thornquist", title="Doctoral Intern", user=user)
    supervise(person, supervisor)
    return person


def publish_selected(client, article):
    data = {"action": "publish_selected", "confirmed": "1", "_selected_action": [article.pk]}
    client.post("/admin/blog/article/", data)


def publish(client, article):
    saved(client, article, _publish="1")


@pytest.mark.parametrize("way", [publish, publish_selected])
def test_a_name_that_nobody_touched_goes_out_as_the_person_and_the_supervisor(
    client, supervisor, trainee, way
):
    article = make_article("From before there was a profile", ["Maribel Thornquist"])
    client.force_login(supervisor.user)
    way(client, article)
    article = Article.objects.get(pk=article.pk)
    assert is_public(article)
    assert (
        article.byline_text == "Maribel Thornquist, Doctoral Intern, supervised by Ada Supervisor"
    )


def in_days(number):
    when = timezone.localtime() + timedelta(days=number)
    return {"publish_at_0": f"{when:%Y-%m-%d}", "publish_at_1": "09:00"}


def test_who_will_be_supervised_when_it_goes_out_needs_the_yes_now(editor, supervisor):
    person = make_therapist("Nora Planned")
    day = timezone.localdate() + timedelta(days=2)
    Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day=day)
    article = saved(editor, make_article("Later", [person]), _publish="1", **in_days(5))
    assert article.status() == "draft"
    assert saved(editor, article, _publish="1", **in_days(1)).status() == "scheduled"


@pytest.fixture
def waiting(editor):
    """Goes out by itself tomorrow, by somebody whom nobody supervises."""
    person = make_therapist("Nora Planned")
    article = saved(editor, make_article("Waiting", [person]), _publish="1", **in_days(5))
    return soon(article)


def soon(article):
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() + timedelta(hours=9))
    article.refresh_from_db()
    return article


def test_what_waits_for_its_time_is_held_back_when_somebody_becomes_supervised(waiting, supervisor):
    supervise(waiting.bylines.get().therapist, supervisor)
    hold_back_refused()
    waiting.refresh_from_db()
    assert waiting.status() == "draft"
    assert "Ask Ada Supervisor for a yes" in ReviewStep.objects.get().note


def test_so_it_is_when_a_profile_comes_that_the_name_may_be(editor, supervisor):
    article = soon(saved(editor, make_article("W", ["M. Quist"]), _publish="1", **in_days(5)))
    make_therapist("Mona Quist")
    hold_back_refused()
    article.refresh_from_db()
    assert article.status() == "draft"


def test_what_nobody_has_to_be_asked_about_goes_out_at_its_time(
    editor,
    waiting,
    trainee,
    supervisor,
):
    article = saved(editor, make_article("With a yes", [trainee]))
    approve(editor, article, supervisor)
    article = soon(saved(editor, article, _publish="1", **in_days(5)))
    hold_back_refused()
    for one in (waiting, article):
        one.refresh_from_db()
        assert one.status() == "scheduled"


def test_a_profile_in_another_language_is_the_same_person(editor, trainee):
    spanish = make_therapist(
        "Maribel Thornquist", slug="maribel-es", language="es", translation_of=trainee
    )
    for authors, changes in [
        ([spanish], {}),
        (["Guest Person"], named("Maribel Thornquist")),
        (["Guest Person"], {"created_by": trainee.user}),
    ]:
        begun = {"created_by": changes.pop("created_by", None)}
        article = make_article(None, authors, language="es", **begun)
        assert not is_public(saved(editor, article, _publish="1", **changes)), authors
    assert "supervised by Ada Supervisor" in spanish.title_with_supervision


@pytest.fixture
def supervised_editor(client, trainee):
    trainee.user.groups.add(*make_user("editor").groups.all())
    client.force_login(trainee.user)
    return client


OTHERS = "<p>One two three four five six seven eight.</p>"


@pytest.mark.parametrize("is_saved_before", [False, True])
def test_a_supervised_editor_puts_no_text_of_her_own_under_somebody_elses_name(
    supervised_editor, supervisor, is_saved_before
):
    article = make_article(None, ["Guest Person"], created_by=supervisor.user, body=OTHERS)
    own = {"body": "<p>Nothing of what was there, all of it quite new.</p>"}
    if is_saved_before:
        article = saved(supervised_editor, article, **own)
    assert not is_public(saved(supervised_editor, article, _publish="1", **own))
    assert "Did Maribel Thornquist" in supervised_editor.answer.content.decode()
    if is_saved_before:
        supervised_editor.force_login(supervisor.user)
        assert not is_public(saved(supervised_editor, article, _publish="1", **own))


def test_a_supervised_editor_may_go_over_the_texts_of_others(supervised_editor, supervisor):
    article = make_article(None, ["Guest Person"], created_by=supervisor.user, body=OTHERS)
    article = saved(supervised_editor, article, body=OTHERS.replace("three", "3"))
    article = saved(supervised_editor, article, _publish="1", body=OTHERS.replace("six", "6"))
    assert is_public(article)


@pytest.mark.parametrize(
    "changes",
    [
        {"summary": "By Maribel Thornquist"},
        {"posted_by": "Maribel Thornquist"},
        {"cta_text": "— Maribel Thornquist, Doctoral Intern"},
        {"changed_note": "Written by M. Thornquist"},
    ],
)
def test_a_name_that_signs_beside_the_text_is_asked_about(editor, trainee, changes):
    assert not is_public(saved(editor, make_article(None, ["The Team"]), _publish="1", **changes))
