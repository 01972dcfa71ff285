"""What needs attention is found without a look at everything that does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Article
from editing.models import Dismissal, ReviewStep, Version
from practice_site.dashboard import not_out, texts
from tests.assertions import queries_of, steps_of
from tests.factories import make_article, make_page, make_published_article, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def found(article, *keys, number=1):
    """A version of it in which the linter found this."""
    Article.objects.filter(pk=article.pk).update(latest_version=number, current_version=number)
    findings = [{"key": key} for key in keys]
    return Version.objects.create(
        content=article, number=number, data={}, substance="", findings=findings
    )


def answer(version):
    for finding in version.findings:
        Dismissal.objects.create(version=version, key=finding["key"], reason="So it is.")


def said(user, question):
    return [f"{item.text}: {item.detail}" for item in question(user)]


def grow(size):
    """Articles on the site, saved twice, sent in once, and answered for."""
    have = Article.objects.count()
    now = timezone.now()
    rows = Article.objects.bulk_create(
        Article(
            title=f"Article {number}",
            slug=f"article-{number}",
            state="approved",
            publish_at=now - timedelta(hours=number + 1),
            latest_version=2,
            current_version=2,
        )
        for number in range(have, size)
    )
    for row in rows:
        first, second = (found(row, number=number) for number in (1, 2))
        ReviewStep.objects.create(version=first, kind="submitted", capacity="author")
        ReviewStep.objects.create(version=second, kind="approved", capacity="editor")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is SQLite whose steps are counted")
@pytest.mark.parametrize("role", ["manager", "editor", "author"])
def test_the_desk_takes_as_many_steps_for_many_articles_as_for_few(client, role):
    client.force_login(make_user(role))
    grow(30)
    few = steps_of(client, "/admin/")
    grow(330)
    assert Article.objects.published().count() == 330
    assert steps_of(client, "/admin/") <= few + 30


def begin(client, number):
    """A text of each kind that is not finished, that goes out by itself, and that somebody has typed into."""
    soon = timezone.now() + timedelta(days=number)
    for model, make in {"blog/article": make_article, "pages/page": make_page}.items():
        make(f"Draft {number}", state="draft")
        make(f"Soon {number}", state="approved", publish_at=soon)
        typed = make(f"Typed {number}", state="draft")
        client.post(f"/admin/{model}/working-copy/{typed.pk}/", {"title": "Half", "revision": 0})


def test_several_texts_that_are_not_out_cost_what_a_few_cost(client):
    client.force_login(make_user("manager"))
    begin(client, 1)
    few = queries_of(client, "/admin/")
    for number in (2, 3, 4):
        begin(client, number)
    page = client.get("/admin/").text
    for words in ("8 articles are not finished", "8 pages are not finished"):
        assert words in page
    for words in ("4 articles go out by themselves", "4 pages go out by themselves"):
        assert words in page
    assert page.count("You typed here and did not save.") == 8
    assert queries_of(client, "/admin/") == few


def test_of_several_the_one_comes_first_that_was_changed_last_or_goes_out_first():
    user, now = make_user("editor"), timezone.now()
    for days in (2, 1, 3):
        at = now + timedelta(days=days)
        make_article(f"Soon {days}", state="approved", publish_at=at)
        draft = make_article(f"Draft {days}")
        Article.objects.filter(pk=draft.pk).update(updated_at=now - timedelta(days=days))
    assert said(user, not_out.articles) == [
        "3 articles are not finished: Last changed: “Draft 1”.",
        "3 articles go out by themselves: The first is “Soon 1”.",
    ]


def test_of_a_text_only_its_title_is_read(client):
    editor = make_user("editor")
    mine = make_article("Mine", created_by=editor)
    returned = ReviewStep(version=found(mine), kind="returned", capacity="editor", note="Shorter.")
    returned.save()
    asked = make_article("Asked")
    ReviewStep.objects.create(version=found(asked), kind="submitted", capacity="author")
    today = timezone.localdate()
    past = make_published_article("Past", ["A guest"], next_review_on=today)
    found(past, "a", "b")
    following = make_published_article("Next", ["A guest"])
    Article.objects.filter(pk=following.pk).update(latest_version=3)
    client.force_login(editor)
    with CaptureQueriesContext(connection) as captured:
        page = client.get("/admin/").content.decode()
    for words in (
        "Mine</a> <small>Was returned", "Asked</a> <small>Waits for your yes",
        "Past</a> <small>Is past the day for another look", "Past</a> <small>Is on the site with 2 things",
        "Next</a> <small>Has a next text",
    ):  # fmt: skip
        assert words in page
    assert not [query["sql"] for query in captured if '"body"' in query["sql"]]


def test_what_nobody_has_answered_is_found_behind_all_that_is_answered(monkeypatch):
    monkeypatch.setattr(texts, "AT_ONCE", 2)
    open_one = found(make_published_article("Open", ["A guest"]), "a", "b")
    Dismissal.objects.create(version=open_one, key="a", reason="So it is.")
    for number in range(5):
        answer(found(make_published_article(f"Answered {number}", ["A guest"]), "a"))
    assert said(make_user("editor"), texts.findings) == [
        "Open: Is on the site with one thing to look at."
    ]


def test_only_the_newest_text_of_what_is_on_the_site_is_looked_at():
    article = make_published_article("Mended", ["A guest"])
    found(article, "a")
    found(article, number=2)
    found(make_article("Draft"), "a")
    assert said(make_user("editor"), texts.findings) == []


def test_eight_articles_with_findings_are_shown_the_newest_texts_first():
    for number in range(9):
        found(make_published_article(f"Article {number}", ["A guest"]), "a")
    shown = said(make_user("editor"), texts.findings)
    assert len(shown) == 8
    assert shown[0].startswith("Article 8:")
    assert shown[-1].startswith("Article 1:")
