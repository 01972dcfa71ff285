from typing import Any

from django import template
from django.template import Context

from pictures.models import Image
from writing import rendering
from writing.rendering import TextWithPictures

register = template.Library()


@register.simple_tag(takes_context=True, name="rich_text")
def rich_text_tag(context: Context, html: str, top: int = 2) -> str:
    """``{% rich_text article.body %}``; several on one page never share an anchor. ``top=3`` where
    the page itself already has a heading over the text."""
    taken: Any = context.render_context.setdefault("rich_text_ids", set())  # type: ignore[arg-type]
    return rendering.for_page(html, top=top, taken=taken)


@register.filter
def rich_text(html: str | None) -> str:
    return rendering.for_page(html)


@register.inclusion_tag("writing/_feed_picture.html")
def feed_picture(picture: Image, site_url: str) -> dict[str, object]:
    return rendering.plain(picture, site_url)


@register.filter
def absolute_html(html: TextWithPictures, site_url: str) -> str:
    return rendering.for_feed(html, site_url)
