"""What a sitemap says of the rows of a kind: their addresses, since when they say what they say, and pictures."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.urls import reverse

from blog.models.care import time_of_change
from blog.with_articles import newest_in, parts_of_series
from practice_site.sitemaps.sections import Entry


def addresses(name: str) -> Callable[[str], str]:
    """``reverse(name, args=[slug])`` for a thousand slugs, at the price of one."""
    before, after = reverse(name, args=["-"]).rsplit("-", 1)
    return lambda slug: f"{before}{slug}{after}"


def of_articles(rows: QuerySet) -> Iterator[Entry]:
    address = addresses("blog:article_detail")
    of_row = rows.values_list("slug", "publish_at", "changed_on", "lead_image__file")
    for slug, publish_at, changed_on, picture in of_row:
        yield Entry(address(slug), time_of_change(publish_at, changed_on), picture)


def since_their_words(name: str) -> Callable[[QuerySet], Iterator[Entry]]:
    def entries(rows: QuerySet) -> Iterator[Entry]:
        to = addresses(name)
        for slug, publish_at, changed in rows.values_list("slug", "publish_at", "words_changed_at"):
            yield Entry(to(slug), max(publish_at, changed or publish_at))

    return entries


def of_notices(rows: QuerySet) -> Iterator[Entry]:
    address = addresses("pages:legal_notice")
    for slug, shown_from in rows.values_list("notice__slug", "shown_from"):
        yield Entry(address(slug), shown_from)


def of_selections(kind: str) -> Callable[[QuerySet], Iterator[Entry]]:
    """As old as the newest article in each."""

    def entries(rows: QuerySet) -> Iterator[Entry]:
        dated = rows.annotate(newest=newest_in(kind).values("publish_at")[:1])
        to = addresses(f"blog:{kind}")
        return (Entry(to(slug), newest) for slug, newest in dated.values_list("slug", "newest"))

    return entries


def of_series(rows: QuerySet) -> Iterator[Entry]:
    dated = rows.annotate(newest=parts_of_series().values("publish_at")[:1])
    to = addresses("blog:series")
    return (Entry(to(slug), newest) for slug, newest in dated.values_list("slug", "newest"))


def of_people(rows: QuerySet) -> Iterator[Entry]:
    address = addresses("team:therapist_detail")
    of_row = rows.values_list("slug", "words_changed_at", "photo__file", "is_without_photo")
    for slug, changed, picture, is_hidden in of_row:
        yield Entry(address(slug), changed, None if is_hidden else picture)


def of_rows(name: str) -> Callable[[QuerySet], Iterator[Entry]]:
    def entries(rows: QuerySet) -> Iterator[Entry]:
        to = addresses(name)
        return (Entry(to(slug), day) for slug, day in rows.values_list("slug", "words_changed_at"))

    return entries
