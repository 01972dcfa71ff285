"""What the demo's articles say, for a peer: ``python -m practice_site.bench.content FILE``, one JSON document a line."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import django


def documents() -> Iterator[dict[str, Any]]:
    from blog.models import Article

    yield the_practice()
    for article in Article.objects.published().for_detail().order_by("publish_at").iterator(500):
        yield {
            "slug": article.slug,
            "title": article.title,
            "published": article.publish_at.isoformat(),
            "summary": article.blurb,
            "opening": article.opening_lines,
            "body": article.body,
            "picture": str(article.lead_image_id or ""),
            "authors": [byline.display_name for byline in article.bylines.all()],
            "topics": [topic.name for topic in article.topics],
        }


def the_practice() -> dict[str, Any]:
    from blog.models import Byline
    from pages.models import CrisisResource, Location, MenuItem, Practice
    from pictures.models import Image

    practice = Practice.objects.get()
    bylines = Byline.objects.for_naming()
    return {
        "name": practice.name,
        "phone": practice.phone,
        "address": "\n".join(map(str, Location.objects.all())),
        "crisis_help": "\n".join(map(str, CrisisResource.objects.all())),
        "menu": [str(item) for item in MenuItem.objects.filter(place=MenuItem.Slot.HEAD)],
        "authors": sorted({byline.display_name for byline in bylines}),
        "images": {
            str(image.pk): (image.file.path, image.alt or image.file.name)
            for image in Image.objects.all()
        },
    }


if __name__ == "__main__":
    django.setup()
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        for document in documents():
            print(json.dumps(document), file=file)
