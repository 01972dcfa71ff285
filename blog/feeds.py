"""RSS 2.0 and Atom 1.0 with the full text. Every link is absolute and comes from ``SITE_URL``."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from blog.views import published_articles
from pages.rendering import fetch_pictures

# Everything XML 1.0 cannot carry (section 2.2); one such character would break the whole feed.
UNPRINTABLE = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {
    0xFFFE: None,
    0xFFFF: None,
}


def printable(text):
    return str(text).translate(UNPRINTABLE)


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
        return fetch_pictures(published_articles().for_detail()[:50])

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
        lead = article.lead_image
        context = {
            "article": article,
            "picture": lead.picture() if lead else None,
            "site_url": settings.SITE_URL,
        }
        text = render_to_string("blog/feed_item.html", context)
        return {"full_text": printable(text)}


class AtomFeed(RssFeed):
    feed_type = FullTextAtom
    feed_name = "blog:feed_atom"
    subtitle = RssFeed.description
