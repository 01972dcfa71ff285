"""What needs attention is found without a look at everything that does not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Article
from editing.models import Dismissal, ReviewStep, Version
from practice_site.dashboard import texts
from tests.assertions import steps_of
from tests.factories import make_article, make_published_article, make_user

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
