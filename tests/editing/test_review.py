"""Review only where it helps: who publishes in one step, and that nobody waits for nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editing import review_steps
from editing.models import ReviewStep
from practice_site.dashboard import attention
from tests.editing.desk import address, saved
from tests.factories import (
    make_article,
    make_published_article,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits", "a_practice_of_several")]


def returned(client, article, note):
    typed = {"note": note, "base_version": article.latest_version}
    return client.post(address(article, "review"), typed)


def test_an_editor_publishes_an_unsupervised_author_in_one_step(editor):
    article = saved(editor, make_article("On sleep", [make_therapist()]), _publish="1")
    assert article.status() == "live"


def test_an_author_asks_and_an_editor_returns_with_a_note(client, editor):
    author = make_user("author", name="Ana Field")
    client.force_login(author)
    article = saved(client, make_article("Mine", ["Ana Field"], created_by=author), _submit="1")
    assert ReviewStep.objects.of(article).get().kind == "submitted"
    client.force_login(editor.user)
    page = client.get(address(article)).content.decode()
    assert "asks for a yes" in page
    returned(client, article, "Shorter, please.")
    client.force_login(author)
    assert "Shorter, please." in client.get(address(article)).content.decode()
    assert article.status() == "draft"


def test_a_return_without_a_note_is_no_return(editor):
    article = saved(editor, make_article("Mine", ["Ana Field"]))
    returned(editor, article, "  ")
    assert not ReviewStep.objects.exists()


def test_an_author_cannot_return_or_publish_by_a_forged_post(client):
    author = make_user("author")
    client.force_login(author)
    article = saved(
        client, make_article("Mine", ["Ana"], created_by=author), _publish="1", state="approved"
    )
    assert article.status() == "draft"
    assert returned(client, article, "No.").status_code == 403


@pytest.fixture
def only_account(client):
    only = make_user("manager")
    type(only).objects.exclude(pk=only.pk).update(is_active=False)
    client.force_login(only)
    return client


def test_a_practice_of_one_person_is_never_blocked(only_account):
    make_therapist("Marisol Tennant")
    article = make_published_article("By a trainee of then", ["Ines Calder"])
    article.bylines.update(supervised_by="Marisol Tennant")
    article = saved(only_account, article, body="<p>Other words.</p>", _continue="1")
    assert article.body == "<p>Other words.</p>"


def test_the_only_account_does_not_speak_for_the_supervisor(only_account, trainee, supervisor):
    assert saved(only_account, make_article("Mine", [trainee]), _publish="1").status() == "draft"


@pytest.fixture
def asked(client):
    author = make_user("author", name="Ana Field")
    client.force_login(author)
    return saved(client, make_article("Mine", ["Ana Field"], created_by=author), _submit="1")


def asks(editor, article):
    """As the form says it, and as the front page does: both alike."""
    is_told = any("Waits for your yes" in item.detail for item in attention(editor.user))
    editor.force_login(editor.user)
    assert is_told == ("Return with this note" in editor.get(address(article)).text)
    return is_told


def test_what_was_published_is_answered_and_asks_no_more_once_it_is_withdrawn(editor, asked):
    assert asks(editor, asked)
    saved(editor, asked, _publish="1")
    asked = saved(editor, asked, _withdraw="1")
    assert asked.status() == "withdrawn"
    assert not asks(editor, asked)


def test_what_is_withdrawn_can_be_asked_for_again_with_the_same_words(editor, asked):
    editor.force_login(editor.user)
    saved(editor, asked, _publish="1")
    saved(editor, asked, _withdraw="1")
    review_steps.add_step(asked.newest_version(), "submitted", asked.created_by)
    assert asks(editor, asked)


def test_what_never_went_out_at_the_time_that_was_set_is_still_asked_for(editor, asked):
    later = timezone.localtime() + timedelta(days=1)
    editor.force_login(editor.user)
    times = {"publish_at_0": f"{later:%Y-%m-%d}", "publish_at_1": "09:00"}
    assert saved(editor, asked, _publish="1", **times).status() == "scheduled"
    assert not asks(editor, asked)
    saved(editor, asked, _withdraw="1")
    assert not asked.versions().filter(went_out_at__isnull=False).exists()
