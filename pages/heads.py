"""What a page says of itself to search engines, and to whoever is sent its address.

A view of a public page puts a ``Head`` into its context; ``base.html`` writes it down. Whatever has none, everything
private among it, says no more than its title.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, to_locale

from pages import graph, kept_practice, languages, own_words
from pages.graph import Node
from pages.models.own_words import LONGEST_DESCRIPTION
from pages.places import where
from pages.share_images import ShareImage, of_practice

HOME = "/"
# Open Graph's names of languages have a country; ours is American English.
LOCALES = {"en": "en_US", "es": "es_US"}
Words = str | Promise
Crumb = tuple[Words, str]


class FeedLink(NamedTuple):
    """Where readers find what is new of a page."""

    kind: str
    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """``name`` is the page's own; ``title`` what a tab and a list of results show.

    ``heading`` is the same without the practice behind it. ``address`` is the page's only one, from the slash on, and
    ``crumbs`` lead to it from below the home page. ``node`` is what the page is beyond being one, ``nodes`` what else
    it tells of. Where somebody's choices stand in the address, only the page without them ``has_card`` and data: their
    own are not to be shown around. ``kind`` is Open Graph's. What is not ``is_told`` says nothing elsewhere, and search
    engines leave it out.
    """

    name: str
    heading: str
    title: str
    description: str
    address: str
    image: ShareImage
    kind: str = "website"
    is_told: bool = True
    has_card: bool = True
    crumbs: Sequence[Crumb] = ()
    node: Node = field(default_factory=dict)
    nodes: Sequence[Node] = ()
    topics: Sequence[Words] = ()
    published_at: datetime | None = None
    changed_at: datetime | None = None
    feeds: Sequence[FeedLink] = ()

    @property
    def url(self) -> str:
        return settings.SITE_URL + self.address

    @property
    def locale(self) -> str:
        language = get_language() or settings.LANGUAGE_CODE
        return LOCALES.get(language, to_locale(language))

    @property
    def tells_data(self) -> bool:
        """Once: where a page is there in two languages, in our own."""
        return self.has_card and not languages.is_other()

    @property
    def graph(self) -> SafeString:
        page = graph.page(self.url, self.name, self.description) | self.node
        trail = [*self.crumbs, (self.name, self.address)] if self.address != HOME else []
        nodes = [*graph.with_crumbs(page, trail), *self.nodes, graph.site()]
        if not any(node["@id"] == graph.the_practice()["@id"] for node in self.nodes):
            nodes.append(graph.practice())
        return graph.written(nodes)


def head(
    name: Words,
    address: str,
    *,
    title: Words = "",
    description: Words = "",
    has_place: bool = False,
    row: Model | None = None,
    **said: object,
) -> Head:
    """The practice's own picture and its name behind the title come by themselves; where it is, with ``has_place``.
    What ``row`` says in words of its own takes the place of both."""
    title = own_words.said(row, "search_title") or title
    description = own_words.said(row, "search_description") or description
    practice = kept_practice.current()
    place = where(practice) if has_place else ""
    return Head(
        name=str(name),
        heading=str(title or name),
        title=f"{title or name} · {in_a_row(practice.known_as, place)}",
        description=shortened(description),
        address=address,
        **{"image": of_practice(practice), **said},  # type: ignore[arg-type]
    )


def list_head(name: Words, address: str, **said: object) -> Head:
    return head(name, address, node={"@type": "CollectionPage"}, **said)  # type: ignore[arg-type]


def shortened(description: Words) -> str:
    in_one_line = " ".join(str(description).split())
    return Truncator(in_one_line).chars(LONGEST_DESCRIPTION, truncate="…")


def in_a_row(*words: Words) -> str:
    return ", ".join(str(one) for one in words if one)


def numbered(address: str, page: int) -> str:
    """The address of a page of a list; the first one has none of its own."""
    return address if page == 1 else f"{address}?page={page}"
