"""Feeds with the full text: of everything, of one author, about one topic. Every link is absolute and comes from
``SITE_URL``."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from blog import kept_articles, selections
from blog.feed_answers import unless_known
from blog.feed_forms import FullTextAtom, FullTextJson, FullTextRss
from blog.feed_pictures import picture_of
from blog.models import Article, Byline
from blog.printable import printable
from blog.selections import Selection
from pages import kept_practice
from writing.rendering import fetch_pictures, with_whole_links

NUMBER = 50


class ArticleFeed(Feed):
    """``kind`` is that of a selection, "" for everything; its addresses are named ``<kind>_<form>``."""

    item_guid_is_permalink = False
    kind = ""
    form: ClassVar[str]

    def __init__(self, kind: str = "") -> None:
        self.kind = kind

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "no-cache"  # keep it, and ask whether it is still so
        if self.kind:
            # The list of the same articles is what is to be found.
            response["X-Robots-Tag"] = "noindex"
        return unless_known(request, response, request.path)

    def get_object(self, request: HttpRequest, slug: str = "") -> Selection | None:
        if not self.kind:
            return None
        if selection := selections.find(self.kind, slug):
            return selection
        raise Http404

    def title(self, selection: Selection | None) -> str:
        name = kept_practice.current().name
        return printable(f"{selection.name} · {name}" if selection else name)

    def description(self, selection: Selection | None) -> str:
        practice = kept_practice.current()
        said = selection.description if selection else practice.tagline
        return printable(said or practice.name)

    def link(self, selection: Selection | None) -> str:
        return settings.SITE_URL + (
            selection.address if selection else reverse("blog:article_list")
        )

    def feed_url(self, selection: Selection | None) -> str:
        own = selection.feed(self.form) if selection else reverse(f"blog:feed_{self.form}")
        return settings.SITE_URL + own

    def feed_guid(self, selection: Selection | None) -> str:
        return self.link(selection)

    def feed_extra_kwargs(self, selection: Selection | None) -> dict[str, Any]:
        return {"icon": settings.SITE_URL + reverse("pages:apple-touch-icon")}

    def items(self, selection: Selection | None) -> list[Article]:
        if selection is None:
            return fetch_pictures(kept_articles.newest_with_texts(NUMBER))
        return fetch_pictures(selection.articles.for_detail()[:NUMBER])

    def item_title(self, article: Article) -> str:
        return printable(article.title)

    def item_description(self, article: Article) -> str:
        return printable(article.blurb)

    def item_link(self, article: Article) -> str:
        return settings.SITE_URL + article.get_absolute_url()

    def item_guid(self, article: Article) -> str:
        # Survives a new web address and a new domain.
        return article.uid.urn

    def item_author_name(self, article: Article) -> str:
        return printable(article.byline_text)

    def item_pubdate(self, article: Article) -> datetime:
        return article.publish_at

    def item_updateddate(self, article: Article) -> datetime:
        # Not when a typing error was put right: readers would be called back for nothing.
        return article.changed_at

    def item_categories(self, article: Article) -> list[str]:
        """By the plain word and by the practice's own, each once."""
        names: Iterable[object] = (
            name for topic in article.topics for name in (topic.plain_name, topic.name)
        )
        return [*dict.fromkeys(map(printable, names))]

    def item_extra_kwargs(self, article: Article) -> dict[str, Any]:
        context = {"article": article, "site_url": settings.SITE_URL}
        text = render_to_string("blog/feed_item.html", context)
        text = with_whole_links(text, settings.SITE_URL, self.item_link(article))
        return {
            "full_text": printable(text),
            "picture": picture_of(article),
            "authors": [author(byline) for byline in article.bylines.all()],
        }


def author(byline: Byline) -> dict[str, str]:
    """With the title held then, and who supervised: never one without the other."""
    node = {"name": printable(byline)}
    person = byline.therapist
    if person and person.is_public and not person.is_out_of_search:
        node["url"] = settings.SITE_URL + person.get_absolute_url()
    return node


class RssFeed(ArticleFeed):
    feed_type = FullTextRss
    form = "rss"


class AtomFeed(ArticleFeed):
    feed_type = FullTextAtom
    form = "atom"
    subtitle = ArticleFeed.description


class JsonFeed(ArticleFeed):
    feed_type = FullTextJson
    form = "json"


FORMS = {feed.form: feed for feed in (RssFeed, AtomFeed, JsonFeed)}
