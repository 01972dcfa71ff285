"""A picture as a small sign of itself, in a row of a list."""

from typing import NamedTuple

from django.core.files.storage import default_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pictures.models import Image
from pictures.renditions import ORIGINAL

# The smallest that every browser in use shows: more than twice what a row has room for.
KINDS = ("webp", "jpg", "png")


class Small(NamedTuple):
    url: str
    width: int
    height: int


def thumbnail(image: Image | None, ratio: str = ORIGINAL, css_class: str = "thumb") -> SafeString:
    """Beside words that say whose it is, so it has none of its own. Costs no query and no look at the disk."""
    if image is None:
        return format_html(
            '<span class="{} {}-none" aria-hidden="true"></span>', css_class, css_class
        )
    small = smallest(image, ratio)
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="" loading="lazy" decoding="async">',
        css_class,
        *small,
    )


def smallest(image: Image, ratio: str = ORIGINAL) -> Small:
    crops = image.renditions.get("crops") or {}
    crop = crops.get(ratio) or crops.get(ORIGINAL) or {}
    files = next((crop[kind] for kind in KINDS if kind in crop), None)
    width, height, name = files[0] if files else (image.width, image.height, image.file.name)
    return Small(default_storage.url(name), width, height)
