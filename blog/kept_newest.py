"""The newest published articles as lists show them, with what each is about: nobody may change them.

Lists that visitors come upon (home, a topic, a profile, what to read next, the first pages of all) hold some of
them. For what lies further back the database is asked.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from django.conf import settings
from django.db.models import Model, Prefetch
from django.utils import timezone

from blog.models import Article, Byline
from freshness import parts
from freshness.basis import question
from freshness.kept import Kept

# As many as the list has on its numbered pages; what is related is looked for among them. More would make each change
# dearer for practices that write for decades, and lists better for nobody else.
NUMBER = 600
# How an article leads to what it is about, and to who wrote it.
PATHS = {
    "specialty": "specialties",
    "modality": "modalities",
    "therapist": "bylines__therapist",
}


class Newest(NamedTuple):
    articles: list[Article]
    # Of each the topics and authors, by pk.
    about: dict[int, set[tuple[str, int | None]]]
    is_all: bool


def read() -> tuple[Newest, datetime | None]:
    """Those of now, and when the clock makes them others."""
    now = timezone.now()
    ours = Article.objects.filter(language=settings.LANGUAGE_CODE)
    named = Prefetch("bylines", Byline.objects.with_people())
    found = list(ours.published(now).without_text().prefetch_related(named)[: NUMBER + 1])
    articles = found[:NUMBER]
    parts.keep_with(articles)
    newest = Newest(articles, topics_and_authors(articles), is_all=len(found) == len(articles))
    return newest, min(turns_of(articles, now), default=None)


def turns_of(articles: Iterable[Article], now: datetime) -> list[datetime]:
    """When another one goes out by itself, and when these are taken from the site."""
    ours = Article.objects.filter(language=settings.LANGUAGE_CODE)
    coming = ours.with_status("scheduled", now).active().order_by("publish_at")
    going = [article.withdraw_at for article in articles if article.withdraw_at]
    return [*coming.values_list("publish_at", flat=True)[:1], *going]


def topics_and_authors(articles: list[Article]) -> dict[int, set[tuple[str, int | None]]]:
    found: dict[int, set[tuple[str, int | None]]] = defaultdict(set)
    for name, through in (
        ("specialty", Article.specialties.through),
        ("modality", Article.modalities.through),
    ):
        pairs = through.objects.filter(article__in=articles).values_list("article_id", f"{name}_id")
        for pk, topic in pairs:
            found[pk].add((name, topic))
    for article in articles:
        found[article.pk] |= {
            ("therapist", byline.therapist_id) for byline in article.bylines.all()
        }
    return found


OF = [
    "blog.Article", "blog.Byline", "blog.Article_specialties", "blog.Article_modalities", "team.Therapist",
]  # fmt: skip
kept = Kept("blog.newest", OF, read)
current = kept.get


@question
def part(start: int, stop: int) -> list[Article] | None:
    """None where that is further back than what is kept."""
    newest = current()
    is_kept = newest.is_all or stop <= len(newest.articles)
    return newest.articles[start:stop] if is_kept else None


@question
def number_of_all() -> int | None:
    """None where there are more than are kept."""
    newest = current()
    return len(newest.articles) if newest.is_all else None


def related_to(article: Article, limit: int = 3) -> list[Article]:
    """Of the newest those that share the most topics with this one; then the newest."""
    topics = [("specialty", topic.pk) for topic in article.specialties.all()]
    topics += [("modality", topic.pk) for topic in article.modalities.all()]
    return most_like(article.pk, tuple(topics), limit)


@question
def most_like(pk: int, topics: tuple[tuple[str, int], ...], limit: int) -> list[Article]:
    newest, own = current(), set(topics)
    others = [other for other in newest.articles if other.pk != pk]
    return sorted(others, key=lambda other: -len(own & newest.about[other.pk]))[:limit]


def latest_about(row: Model, limit: int) -> list[Article]:
    """The newest about a specialty or an approach, or by a therapist."""
    return latest_of(str(row._meta.model_name), row.pk, limit)


@question
def latest_of(kind: str, pk: int, limit: int) -> list[Article]:
    newest = current()
    found = (one for one in newest.articles if (kind, pk) in newest.about[one.pk])
    first = list(islice(found, limit))
    if len(first) == limit or newest.is_all:
        return first
    ours = Article.objects.published().filter(language=settings.LANGUAGE_CODE)
    return list(ours.filter(**{PATHS[kind]: pk}).for_listing()[:limit])
