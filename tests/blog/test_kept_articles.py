"""The page of an article is the same whether or not the article is among those that are kept."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog import kept_articles
from blog.models import Article
from editing import swapping
from freshness import rows
from team.models import Therapist
from tests.factories import (
    make_image,
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/blog/the-drawer/"


@pytest.fixture
def article(practice):
    """With everything that a page of an article can show."""
    reviewer, author = (
        make_therapist("Marisol Tennant"),
        make_therapist("Ines Calder", photo=make_image()),
    )
    article = make_published_article(
        "The drawer",
        [author],
        [make_specialty("Sleep")],
        opening_lines="“I have never told anybody.”",
        body="<p>Read this [1].</p>",
        reference_rows=[{"text": "A book", "url": "https://books.example/"}],
        lead_image=make_image(alt="A drawer"),
        reviewed_by=reviewer,
        reviewed_by_name=reviewer.name,
        reviewed_on=timezone.localdate(),
        changed_on=timezone.localdate(),
        changed_note="A number.",
        posted_by="Dana",
        is_about_crisis=True,
    )
    article.modalities.add(make_modality("EMDR"))
    return article


def page(client):
    return client.get(ADDRESS).content


def test_it_is_the_same_page_kept_or_asked_of_the_database(client, article, monkeypatch):
    kept = [page(client), page(client)]
    monkeypatch.setattr(kept_articles, "with_text", lambda slug: None)
    assert kept == [page(client)] * 2


def test_it_costs_two_statements(client, article):
    page(client)
    with CaptureQueriesContext(connection) as asked:
        page(client)
    assert len(asked) == 2


CHANGES = {
    "its text": lambda: Article.objects.update(body="<p>Changed.</p>"),
    "its title": lambda: Article.objects.update(title="Changed"),
    "who wrote it": lambda: Therapist.objects.filter(slug="ines-calder").update(name="Changed"),
    "who read it over": lambda: Therapist.objects.exclude(slug="ines-calder").update(
        is_listed=False
    ),
    "a topic": lambda: Article.objects.get().specialties.update(name="Changed"),
    "its topics": lambda: Article.objects.get().specialties.clear(),
    "its picture": lambda: type(Article.objects.get().lead_image).objects.update(alt="Changed"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_on_the_next_page(client, article, what, monkeypatch):
    before = page(client)
    CHANGES[what]()
    after = page(client)
    assert after != before
    monkeypatch.setattr(kept_articles, "with_text", lambda slug: None)
    assert page(client) == after


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (lambda: Article.objects.get().withdraw(), 410),
        (lambda: Article.objects.update(state="draft", first_published_at=None), 404),
        (lambda: Article.objects.all().delete(), 404),
        (lambda: Article.objects.update(language="es"), 404),
    ],
)
def test_what_nobody_may_see_is_gone_at_once(client, article, how, status):
    page(client)
    how()
    assert client.get(ADDRESS).status_code == status


@pytest.mark.parametrize(("field", "seen"), [("publish_at", [0, 0, 1]), ("withdraw_at", [1, 1, 0])])
@pytest.mark.parametrize("address", ["/blog/feed/", "/blog/feed/atom/"])
def test_a_feed_has_it_between_its_times_though_nobody_writes(
    client, article, address, field, seen
):
    now = timezone.now()
    Article.objects.update(**{field: now + timedelta(minutes=5)})
    found = []
    for minutes in (0, 4, 5):
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            found.append("The drawer" in client.get(address).text)
    assert found == seen


def test_one_that_is_deleted_between_two_statements_is_not_there(client, article, monkeypatch):
    row = kept_articles.without_text("the-drawer")
    article.delete()
    monkeypatch.setattr(kept_articles, "without_text", lambda slug: row)
    assert client.get(ADDRESS).status_code == 404


def test_whoever_gets_one_may_change_it(article):
    first = kept_articles.with_text("the-drawer")
    first.title, first.body = "Other", ""
    again = kept_articles.with_text("the-drawer")
    assert (again.title, again.body) == ("The drawer", "<p>Read this [1].</p>")


def test_whoever_changes_a_row_of_their_own_changes_nothing_that_is_kept(article):
    own = kept_articles.with_text("the-drawer")
    kept = kept_articles.current()["the-drawer"]
    own.specialties.clear()
    own.lead_image = None
    assert not own.topics[1:]
    with CaptureQueriesContext(connection) as asked:
        assert [topic.name for topic in kept.topics] == ["Sleep", "EMDR"]
        assert kept.lead_image is not None
    assert not asked


TAKEN_DOWN = "state = 'withdrawn', body = '<p>Not yet.</p>'"


@pytest.fixture
def somebody_writes(monkeypatch):
    """After a page has looked at what is kept, and before it reads texts."""

    def write(change):
        def late(*asked):
            by_another_process(change)
            return rows.all_whole(*asked)

        monkeypatch.setattr(kept_articles, "all_whole", late)
        monkeypatch.setattr(
            kept_articles, "whole", lambda kept, *asked: next(iter(late([kept], *asked)), None)
        )

    return write


def by_another_process(change):
    # Past Django, so that the page does not take it for its own.
    connection.connection.execute(
        f"UPDATE blog_article SET {change}, current_version = 9, swap_at = NULL"
    )


@pytest.mark.parametrize(("address", "status"), [(ADDRESS, 410), ("/blog/feed/", 200)])
def test_a_text_that_is_written_after_the_look_does_not_go_out_under_the_state_before(
    client, article, somebody_writes, address, status
):
    client.get(address)
    somebody_writes(TAKEN_DOWN)
    response = client.get(address)
    assert response.status_code == status
    assert "Not yet." not in response.text


def test_who_comes_just_after_another_swapped_in_what_was_due_sees_all_of_it(
    client, article, monkeypatch
):
    Article.objects.update(swap_at=timezone.now())
    swapped = "title = 'New title', body = '<p>New text.</p>'"
    monkeypatch.setattr(swapping, "swap", lambda row: by_another_process(swapped))
    shown = client.get(ADDRESS).text
    assert ">New title</h1>" in shown
    assert "New text." in shown
