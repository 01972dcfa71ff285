"""Private links: what they show, to whom, for how long; and that opening one changes nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import Article
from editing.models import PreviewLink, ReviewStep
from outbox.models import Message
from practice_site.logs import JsonFormatter
from tests.editing.desk import address, saved
from tests.editing.links import answer, link_for, open_link
from tests.factories import make_article, make_published_article, make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits")]


@pytest.fixture
def article(editor):
    draft = make_article("Not yet", [make_therapist("Hana Wexler")], slug="not-yet")
    return saved(editor, draft)


@pytest.fixture
def link(article):
    return link_for(article, make_therapist("Rosa Quill"), "author")


def test_it_shows_a_text_that_is_not_on_the_site_as_it_will_look(client, link):
    page = open_link(client, link)
    assert page.status_code == 200
    html = page.content.decode()
    assert "Most of us know the ceiling." in html
    assert '<article class="article"' in html
    assert "By" in html
    assert "Hana Wexler" in html
    assert client.get("/blog/not-yet/").status_code == 404


def test_it_shows_the_next_text_while_visitors_read_the_one_before(editor):
    article = make_published_article("Old title", ["Rosa"], slug="one")
    article = saved(editor, article, title="New title", _keep="1")
    html = open_link(editor, link_for(article, make_therapist())).content.decode()
    assert "New title" in html
    assert "New title" not in editor.get("/blog/one/").content.decode()
    assert Article.objects.get().title == "Old title"


def test_the_page_is_nobody_elses(client, link):
    page = open_link(client, link)
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_uses_are_counted_and_opening_changes_nothing_else(client, link):
    for _time in range(3):
        open_link(client, link)
    client.head(f"/p/{link.token}/")
    link.refresh_from_db()
    assert link.uses == 3
    assert not ReviewStep.objects.exists()


@pytest.mark.parametrize(
    "closed",
    [
        {"expires_at": timezone.now() - timedelta(minutes=1)},
        {"revoked_at": timezone.now()},
    ],
)
def test_a_closed_link_opens_nothing(client, link, closed):
    PreviewLink.objects.update(**closed)
    page = open_link(client, link)
    assert page.status_code == 404
    assert "This link does not open anything" in page.content.decode()
    assert client.post(f"/p/{link.token}/", {"kind": "approved"}).status_code == 404
    assert not ReviewStep.objects.exists()


@pytest.mark.parametrize("token", ["guessed", "A" * 43, "é", "%00", "x" * 5000])
def test_a_guessed_link_says_nothing(client, link, token):
    assert client.get(f"/p/{token}/").status_code in (400, 404)


def test_a_tampered_link_opens_nothing(client, link):
    changed = link.token[:-1] + ("A" if link.token[-1] != "A" else "B")
    assert client.get(f"/p/{changed}/").status_code == 404


def test_the_database_alone_opens_nothing(link):
    stored = PreviewLink.objects.values().get()
    assert link.token not in map(str, stored.values())


def test_logs_do_not_hold_the_token(link, caplog, client):
    PreviewLink.objects.update(revoked_at=timezone.now())
    open_link(client, link)
    written = [JsonFormatter().format(record) for record in caplog.records]
    assert any("/p/…" in line for line in written)
    assert not any(link.token in line for line in written)


def test_an_answer_is_kept_with_name_text_and_time(client, link):
    page = answer(client, link)
    assert "You said yes to this text." in page.content.decode()
    step = ReviewStep.objects.get()
    assert (step.person, step.kind, step.capacity) == ("Rosa Quill", "approved", "author")
    assert step.version == link.version
    assert step.user is None


def test_a_suggestion_without_words_is_asked_for_them(client, link):
    page = answer(client, link, "suggested")
    assert "Say in a few words what should change." in page.content.decode()
    assert not ReviewStep.objects.exists()
    answer(client, link, "suggested", "“Sleep” rather than “rest”.")
    assert ReviewStep.objects.get().note == "“Sleep” rather than “rest”."


def test_an_answer_holds_for_the_text_that_was_shown(client, link, article):
    shown = open_link(client, link).context["preview_mark"]
    other = link_for(saved_again(client, article), make_therapist("Somebody"), "author")
    forged = {"kind": "approved", "shown": shown}
    page = client.post(f"/p/{other.token}/", forged)
    assert "look at the text again" in page.content.decode()
    assert not ReviewStep.objects.exists()


def saved_again(client, article):
    client.force_login(client.user)
    return saved(client, article, body="<p>Another text.</p>")


@pytest.mark.parametrize(
    "said", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.org"}], ids=str
)
def test_an_answer_from_another_site_is_none(client, link, said):
    shown = open_link(client, link).context["preview_mark"]
    data = {"kind": "approved", "shown": shown}
    client.post(f"/p/{link.token}/", data, headers=said)
    assert not ReviewStep.objects.exists()


def test_who_only_reads_cannot_answer(client, article):
    link = link_for(article, make_therapist(), "reader")
    shown = open_link(client, link).context["preview_mark"]
    client.post(f"/p/{link.token}/", {"kind": "approved", "shown": shown})
    assert not ReviewStep.objects.exists()


def test_a_link_is_made_copied_mailed_and_closed(editor, article):
    page = editor.post(
        address(article, "share"),
        {"reader": "Rosa Quill", "capacity": "author", "email": "rosa@example.org", "days": "14"},
        follow=True,
    ).content.decode()
    link = PreviewLink.objects.get()
    assert link.url in page
    message = Message.objects.get()
    assert link.url in message.recipient_and_body()[1]
    assert "Not yet" not in message.subject + message.recipient_and_body()[1], "mail names no title"
    editor.post(address(article, "share"), {"revoke": str(link.uid)})
    link.refresh_from_db()
    assert not link.is_open


def test_only_those_who_may_can_be_asked_as_supervisors(editor, article):
    data = {"reader": "Just Anybody", "capacity": "supervisor", "days": "14", "email": ""}
    page = editor.post(address(article, "share"), data).content.decode()
    assert "Only these people can answer as that" in page
    assert not PreviewLink.objects.exists()


def test_others_cannot_share_or_close(client, article, link):
    client.force_login(make_user("author"))
    assert client.get(address(article, "share")).status_code == 404
    assert client.post(address(article, "share"), {"revoke": str(link.uid)}).status_code == 404


def test_the_preview_beside_the_form_shows_what_is_typed_and_keeps_nothing(editor, article):
    data = {"title": "Typed just now", "body": "<p>Just typed.</p>", "bylines-TOTAL": "0"}
    page = editor.post(f"/admin/blog/article/preview/{article.pk}/", data)
    assert "Typed just now" in page.content.decode()
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert Article.objects.get().title == "Not yet"
    new = editor.post("/admin/blog/article/preview/0/", data)
    assert "Typed just now" in new.content.decode()
    assert Article.objects.count() == 1


def test_a_preview_that_cannot_be_shown_says_why(editor, article):
    page = editor.post(f"/admin/blog/article/preview/{article.pk}/", {"title": ""})
    assert "This text cannot be shown" in page.content.decode()


def test_a_link_to_a_page_works_too(editor):
    from pages.models import Page

    page = Page.objects.create(title="Our fees", slug="fees", body="<p>Fifty minutes.</p>")
    where = f"/admin/pages/page/{page.pk}"
    editor.post(
        f"{where}/change/", {"title": "Our fees", "slug": "fees", "body": "<p>An hour.</p>"}
    )
    link = link_for(page, make_therapist(), "reader")
    assert "An hour." in open_link(editor, link).content.decode()
