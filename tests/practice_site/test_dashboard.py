from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing import review_steps
from editing.models import PreviewLink
from editing.rows import rows_data
from intake.models import Inquiry
from outbox import mail_key
from outbox.models import Message, WorkerSign
from practice_site.dashboard import attention
from staff.roles import ROLES
from tests.factories import (
    make_article,
    make_inquiry,
    make_page,
    make_published_article,
    make_room_ready,
    make_therapist,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def worker():
    mail_key.show_life()
    make_room_ready()


@pytest.fixture
def work():
    """Something of everything that may wait for somebody."""
    soon = timezone.now() + timedelta(days=2)
    make_inquiry()
    make_inquiry()
    make_inquiry(state="closed")
    make_article()
    make_published_article(authors=["A guest"])
    make_published_article(authors=["A guest"], publish_at=soon)
    make_page(state="draft", publish_at=None)
    Message.objects.create(recipient="a@b.example", subject="x", state="undelivered")
    make_user("author").set_unusable_password()


def texts(user):
    return [str(item.text) for item in attention(user)]


def told(user):
    """With the smaller line below."""
    return [f"{item.text}: {item.detail}" for item in attention(user)]


def test_a_coordinator_sees_who_wrote_first(work):
    assert texts(make_user("coordinator")) == [
        "2 people wrote and have no answer yet",
        "One email did not arrive",
    ]


@pytest.mark.parametrize("role", sorted(ROLES.keys() - {"coordinator"}))
def test_nobody_else_learns_how_many_inquiries_there_are(work, role):
    said = " ".join(told(make_user(role)))
    assert "inquir" not in said
    assert "wrote and ha" not in said


def test_an_editor_sees_drafts_and_what_is_scheduled(work):
    assert [detail.split(": ")[1] for detail in told(make_user("editor"))] == [
        "Is not finished. Nobody sees it before it goes out.",
        "Goes out by itself. Until then you can change it.",
        "Is not finished. Nobody sees it before it goes out.",
    ]


def test_an_author_sees_only_own_drafts(work):
    author = make_user("author")
    assert texts(author) == []
    article = make_article("Mine", created_by=author)
    [item] = attention(author)
    assert (item.text, item.url) == ("Mine", f"/admin/blog/article/{article.pk}/change/")
    make_article("Newer", created_by=author)
    [item] = attention(author)
    assert item.text == "2 articles are not finished"
    assert item.detail == "Last changed: “Newer”."
    assert item.url == "/admin/blog/article/?status=draft"


def test_a_manager_sees_who_has_not_come_in_yet():
    invited = make_user("author")
    invited.set_unusable_password()
    invited.save()
    assert texts(make_user("manager")) == ["One invited person has not come in yet"]


@pytest.mark.parametrize(("days_ago", "asked"), [(None, True), (29, True), (28, False), (0, False)])
def test_a_clinician_is_asked_about_room_when_the_last_word_is_old(days_ago, asked):
    clinician = make_user("clinician")
    day = None if days_ago is None else timezone.localdate() - timedelta(days=days_ago)
    make_therapist(user=clinician, availability_confirmed_on=day)
    assert bool(texts(clinician)) == asked


def test_nobody_is_asked_about_a_profile_that_is_not_shown():
    clinician = make_user("clinician")
    make_therapist(user=clinician, is_listed=False)
    assert texts(clinician) == []


def test_mail_that_waits_for_long_is_noticed():
    Message.objects.create(recipient="a@b.example", subject="x")
    coordinator = make_user("coordinator")
    assert texts(coordinator) == []
    Message.objects.update(created_at=timezone.now() - timedelta(hours=2), attempts=1)
    assert texts(coordinator) == ["One email has waited for long"]


def test_inquiries_in_clear_stand_on_the_desk_until_none_is_left():
    inquiry = make_inquiry(state="closed")
    Inquiry.objects.filter(pk=inquiry.pk).update(unsealed={"name": "Rowan"}, content=None)
    for role in ("manager", "coordinator"):
        assert "One inquiry from earlier lies unsealed" in " ".join(texts(make_user(role)))
    assert texts(make_user("editor")) == []
    Inquiry.objects.all().delete()
    assert "unsealed" not in " ".join(texts(make_user("manager")))


def test_manager_and_coordinator_see_within_minutes_that_no_worker_runs():
    WorkerSign.objects.all().delete()
    for role in ("manager", "coordinator"):
        [sentence] = texts(make_user(role))
        assert "The worker is not running" in sentence
    for role in ("editor", "author", "clinician"):
        assert texts(make_user(role)) == []


def test_each_line_leads_to_exactly_the_rows_it_counts(work, client):
    make_article()
    make_page(state="draft", publish_at=None)
    client.force_login(make_user(is_superuser=True))
    counting = [item for item in attention(make_user(is_superuser=True)) if item.text[0].isdigit()]
    assert len(counting) == 3
    for item in counting:
        number = int(item.text.split(" ")[0])
        page = client.get(item.url)
        assert page.status_code == 200, item.url
        assert page.context["cl"].result_count == number, item.url


def test_the_index_says_when_nothing_waits(client):
    client.force_login(make_user("clinician"))
    assert "Nothing is waiting for you." in client.get("/admin/").content.decode()


def test_what_is_single_is_one_press_away(work, client):
    client.force_login(make_user(is_superuser=True))
    for item in attention(make_user(is_superuser=True)):
        page = client.get(item.url)
        assert page.status_code == 200, item.url
        assert item.text[0].isdigit() or "cl" not in page.context or "mail" in item.text


@pytest.mark.parametrize("role", sorted(ROLES))
def test_an_apps_own_page_leads_to_its_first_list(client, role):
    client.force_login(make_user(role))
    for part in client.get("/admin/").context["available_apps"]:
        lists = [model["admin_url"] for model in part["models"]]
        assert client.get(part["app_url"]).url == lists[0]


def test_an_app_of_which_nobody_may_open_anything_is_not_there(client):
    client.force_login(make_user("author"))
    for section in ("intake", "staff", "sessions", "nonsense"):
        assert client.get(f"/admin/{section}/").status_code == 404


def test_what_an_author_submits_waits_for_editors_and_a_return_for_the_author(client):
    author, editor = make_user("author"), make_user("editor")
    article = make_article("My first", created_by=author)
    client.force_login(author)
    address = f"/admin/blog/article/{article.pk}/"
    client.post(
        f"{address}change/",
        {
            "title": "My first",
            "body": "<p>Words.</p>",
            "_submit": "1",
            **rows_data("bylines", [{"name": "Ines"}]),
        },
    )
    assert any(text.startswith("My first: Waits for your yes.") for text in told(editor))
    assert not any("Waits for your yes" in text for text in told(author))
    # What a reader says beside it answers nothing.
    review_steps.add_step(article.versions().first(), "approved", editor, capacity="supervisor")
    assert any(text.startswith("My first: Waits for your yes.") for text in told(editor))
    client.force_login(editor)
    article.refresh_from_db()
    read = {"base_version": article.latest_version}
    client.post(f"{address}review/", {"note": "Shorter."} | read)
    assert any(
        text.startswith("My first: Was returned to you with a note") for text in told(author)
    )
    assert not any("Waits for your yes" in text for text in told(editor))


def test_a_supervisor_with_an_account_finds_what_waits_for_a_word(client):
    supervisor = make_therapist("Marisol Tennant", user=make_user("clinician"))
    editor = make_user("editor")
    client.force_login(editor)
    article = make_article("By a trainee", ["Ines"])
    where = f"/admin/blog/article/{article.pk}/"
    client.post(f"{where}change/", {"title": "By a trainee", "bylines-TOTAL": "0"})
    link = PreviewLink.objects.create(
        version=article.versions().first(),
        reader="Marisol Tennant",
        reader_key=f"therapist-{supervisor.pk}",
        capacity="supervisor",
        expires_at=timezone.now() + timedelta(days=14),
    )
    assert next(item.url for item in attention(supervisor.user)) == link.url
    link.revoke()
    assert not any("your word" in text for text in told(supervisor.user))


def test_unsaved_text_and_next_texts_are_one_click_away(client):
    editor = make_user("editor")
    client.force_login(editor)
    article = make_published_article("On sleep", ["Rosa"])
    client.post(f"/admin/blog/article/working-copy/{article.pk}/", {"title": "Half", "revision": 0})
    client.post("/admin/blog/article/working-copy/0/", {"title": "A thought", "revision": 0})
    said = told(editor)
    unsaved = "You typed here and did not save. Your words are still there."
    assert f"On sleep: {unsaved}" in said
    assert f"A thought: {unsaved}" in said
    assert not any("did not save" in text for text in told(make_user("manager")))
    Article.objects.update(latest_version=2, current_version=1)
    assert "On sleep: Has a next text that is saved and not on the site yet." in told(editor)


def test_the_trash_needs_nobodys_attention():
    make_article().put_in_trash("Somebody")
    assert texts(make_user("editor")) == []


def test_past_reviews_and_findings_lead_to_the_article(client):
    editor = make_user("editor")
    client.force_login(editor)
    article = make_published_article("On sleep", ["Rosa"], next_review_on=timezone.localdate())
    day_is_over = "On sleep: Is past the day for another look: is all of it still true?"
    assert told(editor) == [day_is_over]
    Article.objects.update(next_review_on=None)
    here = "<p>Most of us know the ceiling. Read more <a href='/blog/'>here</a>.</p>"
    local = timezone.localtime(article.publish_at)
    data = {
        "title": "On sleep",
        "body": here,
        "opening_lines": "Hush.",
        "bylines-TOTAL": "1",
        "bylines-0-name": "Rosa",
        "references-TOTAL": "0",
        "publish_at_0": f"{local:%Y-%m-%d}",
        "publish_at_1": f"{local:%H:%M:%S}",
    }
    where = f"/admin/blog/article/{article.pk}/"
    client.post(f"{where}change/", data)
    assert told(editor) == ["On sleep: Is on the site with one thing to look at."]
    key = article.versions().first().findings[0]["key"]
    client.post(f"{where}fine/", {"key": key, f"reason_{key}": "A quotation."})
    assert texts(editor) == []
    client.post(f"{where}change/", data | {"opening_lines": "Hush now."})
    assert article.versions().first().findings[0]["key"] == key
    assert texts(editor) == [], "the answer holds for the next version as well"
