"""The newest published articles as lists show them, with what each is about: nobody may change them.

Lists that visitors come upon (home, a topic, a profile, what to read next, the first pages of all) hold some of
them. For what lies further back the database is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from heapq import nsmallest
from itertools import chain, islice
from typing import NamedTuple

from django.conf import settings
from django.db.models import Model, Prefetch
from django.utils import timezone

from blog.models import Article, Byline
from blog.models.byline import with_shown_names
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
    # The places of all that are about a topic, or by an author.
    about: dict[tuple[str, int | None], list[int]]
    is_all: bool


def read() -> tuple[Newest, datetime | None]:
    """Those of now, and when the clock makes them others."""
    now = timezone.now()
    ours = Article.objects.filter(language=settings.LANGUAGE_CODE)
    named = Prefetch("bylines", Byline.objects.with_people())
    newest = ours.published(now).without_text().prefetch_related("lead_image", named)
    found = list(newest[: NUMBER + 1])
    articles = found[:NUMBER]
    for article in articles:
        with_shown_names(article.bylines.all())
    parts.keep_with(articles)
    of_now = Newest(articles, topics_and_authors(articles), is_all=len(found) == len(articles))
    return of_now, min(turns_of(articles, now), default=None)


def turns_of(articles: Iterable[Article], now: datetime) -> list[datetime]:
    """When another one goes out by itself, and when these are taken from the site."""
    ours = Article.objects.filter(language=settings.LANGUAGE_CODE)
    coming = ours.with_status("scheduled", now).active().order_by("publish_at")
    going = [article.withdraw_at for article in articles if article.withdraw_at]
    return [*coming.values_list("publish_at", flat=True)[:1], *going]


def topics_and_authors(articles: list[Article]) -> dict[tuple[str, int | None], list[int]]:
    places = {article.pk: place for place, article in enumerate(articles)}
    found: dict[tuple[str, int | None], set[int]] = defaultdict(set)
    for name, through in (
        ("specialty", Article.specialties.through),
        ("modality", Article.modalities.through),
    ):
        pairs = through.objects.filter(article__in=articles).values_list("article_id", f"{name}_id")
        for pk, topic in pairs:
            found[name, topic].add(places[pk])
    for place, article in enumerate(articles):
        for byline in article.bylines.all():
            found["therapist", byline.therapist_id].add(place)
    return {about: sorted(places) for about, places in found.items()}


OF = [
    "blog.Article", "blog.Byline", "blog.Article_specialties", "blog.Article_modalities", "team.Therapist",
    "pictures.Image",
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
def number_up_to(most: int) -> int | None:
    """How many there are, but no more than ``most``; None where more would have to be counted than are kept."""
    newest = current()
    number = len(newest.articles)
    return min(number, most) if newest.is_all or number >= most else None


def related_to(article: Article, limit: int = 3) -> list[Article]:
    """Of the newest those that share the most topics with this one; then the newest."""
    topics = [("specialty", topic.pk) for topic in article.specialties.all()]
    topics += [("modality", topic.pk) for topic in article.modalities.all()]
    return most_like(article.pk, tuple(topics), limit)


@question
def most_like(pk: int, topics: tuple[tuple[str, int], ...], limit: int) -> list[Article]:
    newest = current()
    shared = Counter(chain.from_iterable(newest.about.get(topic, ()) for topic in topics))
    # Those that share most, the newest first; then the newest of all.
    alike = nsmallest(limit + 1, shared.items(), key=lambda found: (-found[1], found[0]))
    places = dict.fromkeys([*(place for place, _number in alike), *range(limit + 1)])
    others = (newest.articles[place] for place in places if place < len(newest.articles))
    return [*islice((other for other in others if other.pk != pk), limit)]


def latest_about(row: Model, limit: int) -> list[Article]:
    """The newest about a specialty or an approach, or by a therapist."""
    return latest_of(str(row._meta.model_name), row.pk, limit)


def is_more_about(row: Model, than: int) -> bool:
    return is_more_of(str(row._meta.model_name), row.pk, than)


@question
def is_more_of(kind: str, pk: int, than: int) -> bool:
    """Whether there are more: which ones, no page that asks this shows."""
    newest = current()
    if newest.is_all or len(newest.about.get((kind, pk), [])) > than:
        return len(newest.about.get((kind, pk), [])) > than
    ours = Article.objects.published().filter(language=settings.LANGUAGE_CODE)
    return ours.filter(**{PATHS[kind]: pk})[: than + 1].count() > than


@question
def latest_of(kind: str, pk: int, limit: int) -> list[Article]:
    newest = current()
    first = [newest.articles[place] for place in newest.about.get((kind, pk), [])[:limit]]
    if len(first) == limit or newest.is_all:
        return first
    ours = Article.objects.published().filter(language=settings.LANGUAGE_CODE)
    return list(ours.filter(**{PATHS[kind]: pk}).for_listing()[:limit])
