"""RSS 2.0, Atom 1.0 and JSON Feed 1.1 with the full text and the picture of each article.

Pictures stand where readers look for them: ``media:content`` (Media RSS 1.5.1) in the first two, ``image`` in the third.
"""

import json
from datetime import UTC
from typing import IO, Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator

MEDIA = "http://search.yahoo.com/mrss/"
Item = dict[str, Any]


def add_picture(handler: SimplerXMLGenerator, item: Item) -> None:
    if picture := item["picture"]:
        said = {"url": picture.url, "medium": "image", "type": picture.kind}
        size = {"width": str(picture.width), "height": str(picture.height)}
        handler.startElement("media:content", AttributesImpl(said | size))
        if picture.alt:
            handler.addQuickElement("media:description", picture.alt, {"type": "plain"})
        handler.endElement("media:content")


class FullTextRss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        content = "http://purl.org/rss/1.0/modules/content/"
        return super().rss_attributes() | {"xmlns:content": content, "xmlns:media": MEDIA}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        # Of the same title and link as the feed (RSS 2.0, image).
        handler.startElement("image", AttributesImpl({}))
        handler.addQuickElement("url", self.feed["icon"])
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.endElement("image")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Item) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])
        add_picture(handler, item)


class FullTextAtom(Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return super().root_attributes() | {"xmlns:media": MEDIA}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("icon", self.feed["icon"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Item) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["full_text"], {"type": "html"})
        add_picture(handler, item)


class FullTextJson(SyndicationFeed):
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: IO, encoding: str) -> None:
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "icon": self.feed["icon"],
            "language": self.feed["language"],
            "items": [self.written(item) for item in self.items],
        }
        outfile.write(json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode(encoding))

    @staticmethod
    def written(item: Item) -> Item:
        picture = item["picture"]
        said = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["full_text"],
            "summary": item["description"],
            "image": picture and picture.url,
            "date_published": item["pubdate"].astimezone(UTC).isoformat(),
            "date_modified": item["updateddate"].astimezone(UTC).isoformat(),
            "authors": item["authors"],
            "tags": list(item["categories"]),
        }
        return {name: value for name, value in said.items() if value}
