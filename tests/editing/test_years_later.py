"""What was said yes to stays up when the supervision ends; what is changed then is asked about again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.models import PreviewLink, ReviewStep
from editing.rows import rows_data
from outbox.models import Message
from team.models import Supervision
from tests.editing.desk import address, saved
from tests.editing.links import approve, open_link
from tests.factories import (
    make_article,
    make_published_article,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits", "a_practice_of_several")]
TODAY = timezone.localdate


@pytest.fixture
def former(editor, trainee, supervisor):
    """An article by a trainee, published under supervision that has ended since."""
    article = make_published_article("Years ago", [trainee])
    assert article.bylines.get().supervised_by
    Supervision.objects.update(to_day=TODAY() - timedelta(days=1))
    return article


def test_a_lapse_takes_nothing_down(former, client):
    assert former.is_published
    assert "supervised by Marisol Tennant" in client.get(former.get_absolute_url()).content.decode()


def test_a_change_of_substance_then_needs_a_responsible_clinician(editor, former):
    colleague = make_therapist("Hana Wexler")
    former = saved(editor, former, body="<p>A new claim.</p>", _continue="1")
    assert "was supervised when this first went out" in editor.answer.content.decode()
    former = saved(editor, former, body="<p>A new claim.</p>", _keep="1")
    approve(editor, former, colleague, "clinician")
    former = saved(editor, former, body="<p>A new claim.</p>", _continue="1")
    assert editor.answer.status_code == 302
    assert "A new claim." in former.body


def test_what_is_not_the_text_needs_nobody(editor, former):
    saved(editor, former, summary="A summary.", _continue="1")
    assert editor.answer.status_code == 302


def test_wording_only_goes_out_at_once_and_can_be_taken_back_in_one_tap(editor, former):
    clinician = make_therapist(
        "Hana Wexler", user=make_user("clinician", email="hana@practice.example")
    )
    clinician.order = 0
    clinician.save()
    type(clinician).objects.exclude(pk=clinician.pk).update(is_listed=False)
    former = saved(
        editor, former, body="<p>Most of us know the celling.</p>", wording_only="on", _continue="1"
    )
    assert editor.answer.status_code == 302
    assert "celling" in former.body
    message = Message.objects.get()
    assert message.recipient_and_body()[0] == "hana@practice.example"
    assert "Years ago" not in message.subject + message.recipient_and_body()[1]
    link = PreviewLink.objects.get()
    page = open_link(editor, link)
    assert "celling" in page.content.decode()
    former.refresh_from_db()
    assert "celling" in former.body, "opening it changes nothing"
    editor.post(f"/p/{link.token}/", {"take_back": "1"})
    former.refresh_from_db()
    assert "ceiling" in former.body
    assert ReviewStep.objects.of(former).first().kind == "taken_back"


def test_wording_only_without_anybody_to_tell_is_refused(editor, former):
    make_therapist("Hana Wexler")
    former = saved(editor, former, body="<p>A typo.</p>", wording_only="on", _continue="1")
    assert "no email address" in editor.answer.content.decode()
    assert "typo" not in former.body


def test_a_byline_is_part_of_the_text(editor, supervisor, trainee):
    article = make_published_article("Alone", ["Rosa Quill"])
    rows = rows_data("bylines", [{"name": "Rosa Quill"}, {"therapist": trainee.pk}])
    saved(editor, article, _continue="1", **rows)
    assert "Ines Calder is supervised." in editor.answer.content.decode()
    assert Article.objects.get().bylines.count() == 1


def test_a_yes_as_author_is_no_yes_as_supervisor(editor, trainee, supervisor):
    article = saved(editor, make_article("By two", [trainee, supervisor]))
    approve(editor, article, supervisor, "author")
    assert saved(editor, article, _publish="1").status() == "draft"
    approve(editor, article, supervisor, "supervisor")
    assert saved(editor, article, _publish="1").status() == "live"


def test_wording_only_is_nothing_before_the_first_publication(editor, trainee, supervisor):
    article = saved(editor, make_article("By a trainee", [trainee]))
    approve(editor, article, supervisor)
    soon = timezone.localtime() + timedelta(days=2)
    times = {"publish_at_0": f"{soon:%Y-%m-%d}", "publish_at_1": "09:00"}
    article = saved(editor, article, _publish="1", **times)
    assert article.status() == "scheduled"
    article = saved(editor, article, body="<p>Unseen.</p>", wording_only="on", _continue="1")
    assert "Unseen" not in article.body


def test_a_trainee_cannot_give_the_supervisors_yes(client, trainee, supervisor):
    """The link that counts goes to the supervisor alone, whoever asked for it."""
    author = make_user("author")
    trainee.user = author
    trainee.save()
    client.user = author
    client.force_login(author)
    article = saved(client, make_article("Mine", [trainee], created_by=author))
    asks = {"reader": "Marisol Tennant", "capacity": "supervisor", "days": "14"}
    where = address(article, "share")
    page = client.post(where, asks | {"email": "me@example.org"}).content.decode()
    assert "There is no email address for Marisol Tennant" in page
    supervisor.user = make_user("clinician", email="marisol@practice.example")
    supervisor.save()
    client.post(where, asks | {"email": "me@example.org"})
    link = PreviewLink.objects.get()
    assert link.email == "marisol@practice.example"
    assert link.token not in client.get(where).content.decode()
