"""RSS 2.0 and Atom 1.0 with the full text. Every link is absolute and comes from ``SITE_URL``."""

import hashlib
import re
import time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.cache import cache
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.http import http_date, parse_http_date_safe

from blog import kept_articles
from writing.rendering import fetch_pictures, with_whole_links

# Everything XML 1.0 cannot carry (section 2.2); one such character would break the whole feed.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text):
    return UNPRINTABLE.sub("", str(text))


def unless_known(request, response, name):
    """304 for a reader who has just this feed (RFC 9110, 13.1). What counts is the whole content: an
    article that was withdrawn or put right changes it without a newer date in it."""
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    moment = seen_since(name, digest)
    # Weak, since the same feed is sent in several codings.
    response["ETag"] = f'W/"{digest}"'
    response["Last-Modified"] = http_date(moment)
    patch_vary_headers(response, ["Accept-Encoding"])
    # Only the very moment that was given with this content: a later one may be of another content,
    # as another process saw it.
    has_moment = parse_http_date_safe(request.headers.get("If-Modified-Since", "")) == moment
    return get_conditional_response(
        request, response["ETag"], moment if has_moment else None, response
    )


def seen_since(name, digest):
    """Since when this process, or all with one cache, has had this content; each has a moment of its
    own, in seconds."""
    key = f"blog.feeds:{name}"
    known, moment = cache.get(key) or ("", 0)
    if known != digest:
        moment = max(int(time.time()), moment + 1)
        cache.set(key, (digest, moment), timeout=None)
    return moment


class FullTextRss(Rss201rev2Feed):
    def root_attributes(self):
        return super().root_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/"
        }

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])


class FullTextAtom(Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["full_text"], {"type": "html"})


class RssFeed(Feed):
    feed_type = FullTextRss
    feed_name = "blog:feed_rss"
    item_guid_is_permalink = False

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "no-cache"  # keep it, and ask whether it is still so
        return unless_known(request, response, self.feed_name)

    def get_object(self, request):
        return request.practice

    def title(self, practice):
        return printable(practice.name)

    def description(self, practice):
        return printable(practice.tagline or practice.name)

    def link(self):
        return settings.SITE_URL + reverse("blog:article_list")

    def feed_url(self):
        return settings.SITE_URL + reverse(self.feed_name)

    def feed_guid(self):
        return self.link()

    def items(self, practice):
        return fetch_pictures(kept_articles.newest_with_texts(50))

    def item_title(self, article):
        return printable(article.title)

    def item_description(self, article):
        return printable(article.blurb)

    def item_link(self, article):
        return settings.SITE_URL + article.get_absolute_url()

    def item_guid(self, article):
        # Survives a new web address and a new domain.
        return article.uid.urn

    def item_author_name(self, article):
        return printable(article.byline_text)

    def item_pubdate(self, article):
        return article.publish_at

    def item_updateddate(self, article):
        # Not when a typing error was put right: readers would be called back for nothing.
        return article.changed_at

    def item_categories(self, article):
        return [printable(topic.name) for topic in article.topics]

    def item_extra_kwargs(self, article):
        context = {"article": article, "site_url": settings.SITE_URL}
        text = render_to_string("blog/feed_item.html", context)
        text = with_whole_links(text, settings.SITE_URL, self.item_link(article))
        return {"full_text": printable(text)}


class AtomFeed(RssFeed):
    feed_type = FullTextAtom
    feed_name = "blog:feed_atom"
    subtitle = RssFeed.description
