"""Review only where it helps: who publishes in one step, and that nobody waits for nothing."""

import pytest

from editing.models import ReviewStep
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
    assert "asks for publication" in page
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
