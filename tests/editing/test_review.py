"""Review, only where it helps: who has to say yes to which text, and that nobody waits for nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.models import PreviewLink, ReviewStep
from outbox.models import Message
from pages.rows import rows_data
from team.models import Supervision
from tests.editing.desk import address, form_of, saved
from tests.editing.links import answer, approve, link_for, open_link
from tests.factories import (
    make_article,
    make_published_article,
    make_specialty,
    make_therapist,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits")]
TODAY = timezone.localdate


@pytest.fixture(autouse=True)
def a_practice_of_several(db):
    make_user("manager")


@pytest.fixture
def trainee():
    return make_therapist("Ines Calder", title="Doctoral Intern")


@pytest.fixture
def supervisor(trainee):
    person = make_therapist("Marisol Tennant")
    long_ago = TODAY() - timedelta(days=300)
    Supervision.objects.create(supervisee=trainee, supervisor=person, from_day=long_ago)
    return person


# In one step, and by whom


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
    client.post(address(article, "review"), {"note": "Shorter, please."})
    client.force_login(author)
    assert "Shorter, please." in client.get(address(article)).content.decode()
    assert article.status() == "draft"


def test_a_return_without_a_note_is_no_return(editor):
    article = saved(editor, make_article("Mine", ["Ana Field"]))
    editor.post(address(article, "review"), {"note": "  "})
    assert not ReviewStep.objects.exists()


def test_an_author_cannot_return_or_publish_by_a_forged_post(client):
    author = make_user("author")
    client.force_login(author)
    article = saved(
        client, make_article("Mine", ["Ana"], created_by=author), _publish="1", state="approved"
    )
    assert article.status() == "draft"
    assert client.post(address(article, "review"), {"note": "No."}).status_code == 403


# A supervised byline


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


# Years later


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
    letter = Message.objects.get()
    assert letter.letter()[0] == "hana@practice.example"
    assert "Years ago" not in letter.subject + letter.letter()[1]
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
    assert "no e-mail address" in editor.answer.content.decode()
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
    assert "There is no e-mail address for Marisol Tennant" in page
    supervisor.user = make_user("clinician", email="marisol@practice.example")
    supervisor.save()
    client.post(where, asks | {"email": "me@example.org"})
    link = PreviewLink.objects.get()
    assert link.email == "marisol@practice.example"
    assert link.token not in client.get(where).content.decode()


# Ways around


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
    data = {"swap_at_0": f"{when:%Y-%m-%d}", "swap_at_1": f"{when:%H:%M}", "wording_only": "1"}
    editor.post(address(article, "swap"), data)
    article.refresh_from_db()
    assert article.swap_at is None


def test_a_no_after_the_yes_stops_a_text_whose_time_is_set(editor, trainee, supervisor):
    article = published_by_trainee(editor, trainee, supervisor)
    article = saved(editor, article, body="<p>Second text.</p>", _keep="1")
    link = link_for(article, supervisor)
    answer(editor, link)
    editor.force_login(editor.user)
    when = timezone.localtime() + timedelta(days=1)
    data = {"swap_at_0": f"{when:%Y-%m-%d}", "swap_at_1": f"{when:%H:%M}"}
    editor.post(address(article, "swap"), data)
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


def test_a_letter_for_the_supervisor_never_goes_where_a_writer_has_pointed_it(
    client, editor, trainee, supervisor
):
    article = published_by_trainee(editor, trainee, supervisor)
    PreviewLink.objects.all().delete()
    link_for(article, supervisor, capacity="reader", email="writer@elsewhere.example")
    saved(editor, article, body="<p>Other words.</p>", wording_only="1")
    assert "There is no e-mail address for Marisol Tennant" in editor.answer.content.decode()
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
