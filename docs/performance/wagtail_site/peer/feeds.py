from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed

from peer.models import ArticlePage, PracticeSettings


class FullTextRss(Rss201rev2Feed):
    def root_attributes(self):
        return super().root_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/"
        }

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])


class ArticleFeed(Feed):
    """Whole texts of the fifty newest, as the product's."""

    feed_type = FullTextRss
    link = "/blog/"

    def title(self):
        return PracticeSettings.load().name

    def items(self):
        pages = ArticlePage.objects.live().order_by("-date", "-pk")
        return pages.select_related("lead_image").prefetch_related("authors", "tags")[:50]

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.summary

    def item_link(self, page):
        return page.full_url

    def item_pubdate(self, page):
        return page.date

    def item_author_name(self, page):
        return ", ".join(author.name for author in page.authors.all())

    def item_categories(self, page):
        return [tag.name for tag in page.tags.all()]

    def item_extra_kwargs(self, page):
        return {"full_text": page.body.render_as_block()}
