"""Lists of articles cost the same however many there are: they read no text, and an index gives the order."""

import random
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog import kept_newest
from blog.models import Article
from blog.models.in_brief import RECIPE
from blog.views import published_articles
from tests.factories import (
    make_article,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db


def explained(queryset):
    """How the database goes about it, where reading every row would be its last choice."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    return queryset.explain()


LISTS = {
    "all": published_articles,
    "of a language": lambda: Article.objects.published().filter(language="en"),
    "with what a list shows": lambda: published_articles().for_listing(),
    "of one author": lambda: published_articles().filter(bylines__therapist=1),
    "about one specialty": lambda: published_articles().filter(specialties=1),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_looks_at_every_row_or_sorts_them(name):
    plan = explained(LISTS[name]()[:12])
    assert "SCAN blog_article" not in plan.replace("USING INDEX", "")
    assert "Seq Scan on blog_article " not in plan
    if name in ("all", "of a language", "with what a list shows"):
        # PostgreSQL takes whichever index has the order while a table is small.
        assert "blog_article_lists" in plan or connection.vendor == "postgresql"
        assert "TEMP B-TREE" not in plan
        assert "Sort" not in plan


@pytest.mark.parametrize("address", ["/blog/", "/", "/blog/{slug}/", "/team/{person}/"])
def test_only_the_article_that_is_read_is_read(client, practice, address):
    person = make_therapist()
    articles = [
        make_published_article(
            authors=[person], body=f"<p>Words of number {number}.</p>", summary="S."
        )
        for number in range(5)
    ]
    address = address.format(slug=articles[0].slug, person=person.slug)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    bodies = [query["sql"] for query in asked if '"blog_article"."body"' in query["sql"]]
    assert len(bodies) == (1 if articles[0].slug in address else 0)


def shared(article, other):
    return len(
        {("s", t.pk) for t in article.specialties.all()}
        & {("s", t.pk) for t in other.specialties.all()}
    )


def test_related_are_those_that_share_the_most_then_the_newest():
    """Against the same asked the long way round, in worlds put together by chance."""
    topics = [make_specialty(name) for name in ("Sleep", "Work", "Grief", "Anger")]
    chance = random.Random(11)
    now = timezone.now()
    articles = [
        make_published_article(
            authors=["A B"],
            specialties=chance.sample(topics, chance.randrange(4)),
            publish_at=now - timedelta(days=chance.randrange(1, 40), seconds=number),
        )
        for number in range(14)
    ]
    make_article("A draft", specialties=topics)
    make_published_article("Gone", ["A B"], specialties=topics).withdraw()
    make_published_article(
        "To come", ["A B"], specialties=topics, publish_at=now + timedelta(days=1)
    )
    make_published_article("In another language", ["A B"], specialties=topics, language="es")
    for article in articles:
        others = [other for other in articles if other != article]
        others.sort(key=lambda other: (shared(article, other), other.publish_at), reverse=True)
        assert kept_newest.related_to(article, 5) == others[:5]


def test_what_is_related_is_looked_for_among_the_newest(monkeypatch):
    topic = make_specialty()
    day = timedelta(days=1)
    now = timezone.now()
    old = make_published_article(authors=["A B"], specialties=[topic], publish_at=now - 9 * day)
    newer = [
        make_published_article(authors=["A B"], publish_at=now - number * day) for number in (2, 3)
    ]
    article = make_published_article(authors=["A B"], specialties=[topic], publish_at=now - day)
    assert kept_newest.related_to(article, 2) == [old, newer[0]]
    monkeypatch.setattr("blog.kept_newest.NUMBER", 3)
    kept_newest.kept.held.clear()
    assert kept_newest.related_to(article, 2) == newer


@pytest.mark.parametrize("way", ["save", "bulk_create"])
def test_what_lists_say_follows_the_text(way):
    article = make_article(body="<p>First [1] words.</p>")
    article.body = f"<h2>Other</h2><p>{'words ' * 500}</p>"
    if way == "save":
        article.save()
    else:
        article.delete()
        article.pk = None
        Article.objects.bulk_create([article])
    stored = Article.objects.get(uid=article.uid)
    assert stored.beginning.startswith("Other\nwords words")
    assert len(stored.beginning) <= 200
    assert stored.beginning.endswith(" …")
    assert stored.word_count == 501
    assert stored.reading_minutes == 2


def test_a_mention_of_a_reference_is_no_part_of_how_it_begins():
    rows = [{"text": "A study.", "url": ""}]
    article = make_article(body="<p>Sleep helps [1]. It is said [2].</p>", reference_rows=rows)
    assert article.blurb == "Sleep helps. It is said [2]."


def forget_what_was_noted():
    Article.objects.update(beginning="of before", word_count=0, recipe=RECIPE - 1)


def migrated():
    import_module("blog.migrations.0010_lists").note_texts(apps, None)


@pytest.mark.parametrize("again", [migrated, lambda: call_command("remake_texts", verbosity=0)])
def test_what_was_noted_by_an_earlier_version_is_noted_anew(again, capsys):
    articles = [make_article(body=f"<p>Text {number}.</p>") for number in range(3)]
    forget_what_was_noted()
    again()
    for number, article in enumerate(articles):
        article.refresh_from_db()
        assert (article.beginning, article.word_count) == (f"Text {number}.", 2)
        assert article.recipe == RECIPE


def test_noting_anew_says_how_far_it_is_and_goes_on_where_it_stopped(monkeypatch, capsys):
    for number in range(5):
        make_article(body=f"<p>Text {number}.</p>")
    forget_what_was_noted()
    first = Article.objects.first()
    first.save()
    monkeypatch.setattr("blog.management.commands.remake_texts.AT_ONCE", 3)
    call_command("remake_texts")
    assert capsys.readouterr().out.splitlines() == ["3 of 4", "4 of 4", "4 articles noted anew."]


def test_many_are_stored_whatever_they_come_in():
    Article.objects.bulk_create(Article(title=slug, slug=slug) for slug in ("one", "two"))
    assert Article.objects.count() == 2
