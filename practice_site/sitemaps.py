"""Every public address, for search engines: an index, and sections of a thousand addresses at most.

A section is the rows of a thousand ids and is named after the first of them. So it costs the same
wherever it begins, it stays where it is when rows come and go, and no address is in two of them.
Hosts come from ``SITE_URL``, never from the request.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.http import require_safe

from blog import selections
from blog.models import Series
from blog.models.care import time_of_change
from blog.models.series import FEWEST
from blog.views import published_articles
from groups.models import Group
from pages.middleware import without_practice
from pages.models import Location, NoticeText, Page
from pages.sections import is_listed
from team.models import Modality, Specialty, Therapist

LONGEST_SECTION = 1000
# Beyond it a database knows no ids.
GREATEST_ID = 2**63 - 1
ENTRANCES = [
    "home", "team:therapist_list", "team:specialty_list", "team:modality_list", "groups:group_list",
    "blog:article_list", "blog:months", "pages:contact", "pages:location_list", "intake:inquiry_create",
]  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"

IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


class Entry(NamedTuple):
    """An address, since when it says what it says (None where nobody wrote that down), and the file of its picture."""

    address: str
    changed: datetime | None = None
    picture: str | None = None


@dataclass(frozen=True)
class Part:
    rows: Callable[[], QuerySet]
    entries: Callable[[QuerySet], Iterable[Entry]]

    def section(self, start: int) -> list[Entry]:
        """Of the rows from the id ``start`` on."""
        if start % LONGEST_SECTION != 1 or start > GREATEST_ID - LONGEST_SECTION:
            return []
        return list(self.entries(self.rows_from(start)))

    def rows_from(self, start: int) -> QuerySet:
        # Row by row: else SQLite reads an index for lists from its one end to the other.
        is_public = Exists(self.rows().order_by().filter(pk=OuterRef("pk")))
        ids = (start, start + LONGEST_SECTION - 1)
        return self.rows().model._base_manager.filter(is_public, pk__range=ids).order_by("pk")

    def starts(self) -> Iterator[int]:
        number = (F("pk") - 1) / LONGEST_SECTION
        numbers = self.rows().order_by().annotate(number=number).values_list("number", flat=True)
        for number in sorted(numbers.distinct()):
            yield number * LONGEST_SECTION + 1


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


def with_articles(kind: str, rows: Callable[[], QuerySet]) -> Callable[[], QuerySet]:
    return lambda: rows().filter(Exists(newest_in(kind)))


def newest_in(kind: str) -> QuerySet:
    """Of the author, or the topic, that the outer query reads."""
    return published_articles().filter(**{selections.PATHS[kind]: OuterRef("pk")})


def series_with_parts() -> QuerySet:
    """Of two parts at least."""
    parts = published_articles().order_by().filter(series=OuterRef("pk"))
    number = parts.values("series").annotate(number=Count("pk")).values("number")
    return Series.objects.annotate(number=Subquery(number)).filter(number__gte=FEWEST)


def of_series(rows: QuerySet) -> Iterator[Entry]:
    newest = published_articles().filter(series=OuterRef("pk")).values("publish_at")[:1]
    dated = rows.annotate(newest=Subquery(newest)).values_list("slug", "newest")
    to = addresses("blog:series")
    return (Entry(to(slug), newest) for slug, newest in dated)


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


def people_to_find() -> QuerySet:
    return in_our_language(Therapist.objects.listed().filter(is_out_of_search=False))


def authors_to_find() -> QuerySet:
    """Whoever has left as well: what they wrote is still here."""
    return in_our_language(Therapist.objects.filter(is_listed=True, is_out_of_search=False))


PARTS = {
    "articles": Part(published_articles, of_articles),
    "pages": Part(
        lambda: in_our_language(Page.objects.published()),
        since_their_words("pages:page_detail"),
    ),
    "groups": Part(
        lambda: in_our_language(Group.objects.listed()),
        since_their_words("groups:group_detail"),
    ),
    "notices": Part(NoticeText.objects.public, of_notices),
    "places": Part(Location.objects.with_pages, of_rows("pages:location_detail")),
    "team": Part(people_to_find, of_people),
    "specialties": Part(
        lambda: in_our_language(Specialty.objects.all()), of_rows("team:specialty_detail")
    ),
    "approaches": Part(
        lambda: in_our_language(Modality.objects.all()), of_rows("team:modality_detail")
    ),
    "series": Part(series_with_parts, of_series),
    "articles-by": Part(with_articles("author", authors_to_find), of_selections("author")),
    "articles-about": Part(
        with_articles("specialty", lambda: in_our_language(Specialty.objects.all())),
        of_selections("specialty"),
    ),
    "articles-on": Part(
        with_articles("approach", lambda: in_our_language(Modality.objects.all())),
        of_selections("approach"),
    ),
}


def in_our_language(rows: QuerySet) -> QuerySet:
    return rows.filter(language=settings.LANGUAGE_CODE)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    sections = [reverse("sitemap_entrances")]
    for name, part in PARTS.items():
        sections.extend(reverse("sitemap_section", args=[name, start]) for start in part.starts())
    return answer("sitemapindex", "sitemap", [Entry(section) for section in sections])


@without_practice
@require_safe
def entrances(request: HttpRequest) -> HttpResponse:
    filled = [name for name in ENTRANCES if is_listed(name)]
    return answer("urlset", "url", [Entry(reverse(name)) for name in filled])


@require_safe
def section(request: HttpRequest, name: str, start: int) -> HttpResponse:
    # One spelling: the number in the address may have been written with zeros before it.
    is_ours = name in PARTS and request.path == reverse("sitemap_section", args=[name, start])
    entries = PARTS[name].section(start) if is_ours else []
    # The protocol knows no section without an address.
    if not entries:
        raise Http404
    return answer("urlset", "url", entries)


def answer(document: str, element: str, entries: Iterable[Entry]) -> HttpResponse:
    parts = [HEAD, f'<{document} xmlns="{PROTOCOL}" xmlns:image="{IMAGES}">\n']
    for entry in entries:
        day = (
            f"<lastmod>{timezone.localtime(entry.changed):%Y-%m-%d}</lastmod>"
            if entry.changed
            else ""
        )
        picture = in_full(default_storage.url(entry.picture)) if entry.picture else ""
        image = f"<image:image><image:loc>{picture}</image:loc></image:image>" if picture else ""
        parts.append(f"<{element}><loc>{in_full(entry.address)}</loc>{day}{image}</{element}>\n")
    parts.append(f"</{document}>\n")
    # It is read by search engines and shown by none.
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse("".join(parts), content_type="application/xml", headers=headers)


def in_full(address: str) -> str:
    return escape(settings.SITE_URL + address)
