"""Lists that visitors come upon are read once, and again as soon as anything on them is another."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog import kept_newest
from blog.models import Article, Byline
from team.models import Therapist
from tests.factories import (
    make_article,
    make_modality,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/blog/",
    "/specialties/sleep/",
    "/approaches/emdr/",
    "/team/ines-calder/",
    "/blog/read/",
]


@pytest.fixture
def article(practice):
    """On every list there is, beside another one that is read."""
    person, sleep, emdr = (
        make_therapist("Ines Calder"),
        make_specialty("Sleep"),
        make_modality("EMDR"),
    )
    make_published_article("Read", [person], [sleep])
    article = make_published_article("The drawer", [person], [sleep], summary="In short.")
    article.modalities.add(emdr)
    return article


def pages_with(client, words):
    return [address for address in PAGES if words in client.get(address).text]


def test_lists_ask_for_no_article_while_nobody_writes(client, article):
    for address in PAGES:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        found = [query["sql"] for query in asked if 'FROM "blog_article"' in query["sql"]]
        assert len(found) == (address == "/blog/read/"), address


GOES = {
    "withdrawn": lambda article: article.withdraw(),
    "in the trash": lambda article: Article.objects.filter(pk=article.pk).update(
        trashed_at=timezone.now()
    ),
    "by bulk": lambda article: Article.objects.filter(pk=article.pk).update(state="draft"),
    "deleted": lambda article: article.delete(),
}


@pytest.mark.parametrize("way", GOES)
def test_what_is_taken_from_the_site_is_on_no_list_from_then_on(client, article, way):
    assert pages_with(client, "The drawer") == PAGES
    GOES[way](article)
    assert pages_with(client, "The drawer") == []


def test_a_new_title_and_name_are_on_every_list(client, article):
    assert pages_with(client, "The drawer") == PAGES
    Article.objects.filter(pk=article.pk).update(title="The shelf")
    assert (pages_with(client, "The drawer"), pages_with(client, "The shelf")) == ([], PAGES)
    Therapist.objects.update(name="Ines Quill")
    Byline.objects.update(title="Clinical Director")
    for address in PAGES:
        assert "Ines Quill, Clinical Director" in client.get(address).text


def test_topics_and_authors_come_and_go(client, article):
    article.specialties.clear()
    article.modalities.clear()
    Byline.objects.filter(article=article).update(therapist=None, name="A Guest")
    assert set(PAGES) - set(pages_with(client, "The drawer")) == {
        "/specialties/sleep/", "/approaches/emdr/", "/team/ines-calder/",
    }  # fmt: skip


@pytest.mark.parametrize("which", ["publish_at", "withdraw_at"])
def test_articles_come_and_go_at_their_time(client, article, which):
    now = timezone.now()
    Article.objects.filter(pk=article.pk).update(**{which: now + timedelta(minutes=30)})
    comes = which == "publish_at"
    for minutes, is_there in [(0, not comes), (29, not comes), (30, comes)]:
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            assert pages_with(client, "The drawer") == (PAGES if is_there else []), minutes


def test_further_back_than_the_newest_the_database_is_asked(client, article, monkeypatch):
    """A topic, an author and a page find their articles however many newer ones there are."""
    now = timezone.now()
    for number in range(15):
        make_published_article(f"Other {number}", ["A B"], publish_at=now - timedelta(hours=number))
    make_article("A draft", ["A B"])
    monkeypatch.setattr("blog.kept_newest.NUMBER", 5)
    kept_newest.kept.held.clear()
    assert {"/specialties/sleep/", "/approaches/emdr/", "/team/ines-calder/"} <= set(
        pages_with(client, "The drawer")
    )
    assert "The drawer" in client.get("/blog/?page=2").text
    titles = [row.title for row in Article.objects.published()]
    shown = "".join(client.get(f"/blog/?page={page}").text for page in (1, 2))
    places = [shown.index(f">{title}</a>") for title in titles]
    assert places == sorted(places)
    assert "Page 1 of 2" in client.get("/blog/").text
