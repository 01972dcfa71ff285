"""The practice's pages, and the menu that leads to them."""

from datetime import UTC, datetime

from pages.models import (
    MenuItem,
    Page,
)
from pictures.models import Image
from practice_site.demo.files import facts, texts, with_pictures
from practice_site.demo.rows import make


def load_menu() -> None:
    pages = {page.slug: page for page in Page.objects.all()}
    for order, entry in enumerate(facts("practice")["menu"]):
        make(
            MenuItem,
            place=entry["place"],
            label=entry["label"],
            section=entry.get("section", ""),
            page=pages[entry["page"]] if "page" in entry else None,
            outside_url=entry.get("outside", ""),
            is_shown=not entry.get("hidden", False),
            order=order,
        )


def load_pages(pictures: dict[str, Image]) -> None:
    ids = {name: picture.pk for name, picture in pictures.items()}
    for text in texts("pages"):
        page = Page(
            title=text["title"],
            slug=text["slug"],
            lede=text["lede"],
            body=with_pictures(text["body"], ids),
            lists_trainees=text.get("lists_trainees", False),
            lists_insurers=text.get("lists_insurers", False),
            has_invitation=text.get("has_invitation", False),
            publish_at=datetime(2025, 1, 6, 17, tzinfo=UTC),
        )
        page.publish()
