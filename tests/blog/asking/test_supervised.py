"""A text that came by a private link is as supervised as one that was begun at the desk."""

import pytest

from tests.blog.asking.links import ask, send
from tests.blog.bylines import named, supervise
from tests.editing.desk import saved
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def june():
    person = make_therapist("June Aldecott", title="Doctoral Intern")
    supervise(person, make_therapist("Ada Supervisor"))
    return person


def published(client, user, article, **changes):
    """What the form says when this person presses Publish."""
    client.force_login(user)
    saved(client, article, _publish="1", **changes)
    return client.answer.content.decode()


def test_a_trainees_text_waits_for_the_supervisors_yes(client, maker, june):
    article = send(client, ask(june, maker))
    page = published(client, maker, article)
    article.refresh_from_db()
    assert article.status() == "draft"
    assert "Ask Ada Supervisor" in page


def test_a_trainees_text_under_another_name_is_asked_about(client, maker, june):
    """Taken out of the byline at the desk, it still was begun by her."""
    article = send(client, ask(june, maker))
    page = published(client, maker, article, **named("Rosa Quill"))
    article.refresh_from_db()
    assert article.status() == "draft"
    assert "Did June Aldecott" in page


def test_whoever_is_supervised_sends_nothing_of_their_own_by_a_link_for_somebody_else(client):
    june = make_therapist("June Aldecott", user=make_user("editor", name="June Aldecott"))
    supervise(june, make_therapist("Ada Supervisor"))
    article = send(client, ask("Rosa Quill", june.user))
    page = published(client, make_user("editor"), article)
    assert "Did June Aldecott" in page
