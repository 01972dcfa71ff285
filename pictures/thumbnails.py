"""A picture as a small sign of itself, in a row of a list or on the wall of all of them. Made without a template: a list
has a hundred."""

from typing import NamedTuple

from django.core.files.storage import default_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pictures.models import Image, srcset
from pictures.renditions import ORIGINAL

# The smallest that every browser in use shows: more than twice what a row has room for.
KINDS = ("webp", "jpg", "png")
# So many fill a tile of the wall, on the sharpest screens too.
SIZES_OF_TILE = 2


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
    width, height, name = files_of(image, ratio)[0]
    return Small(default_storage.url(name), width, height)


def tile(image: Image, sizes: str) -> SafeString:
    """As a whole, above its own description, so it has none of its own."""
    files = files_of(image, ORIGINAL)[:SIZES_OF_TILE]
    width, height, _name = files[-1]
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="" loading="lazy" decoding="async">',
        default_storage.url(files[0][2]),
        srcset(files),
        sizes,
        width,
        height,
    )


def files_of(image: Image, ratio: str) -> list[tuple[int, int, str]]:
    """``[(width, height, name)]``, smallest first; the picture itself where some bulk write made no sizes."""
    crops = image.renditions.get("crops") or {}
    crop = crops.get(ratio) or crops.get(ORIGINAL) or {}
    made = next((crop[kind] for kind in KINDS if kind in crop), None)
    return made or [(image.width, image.height, image.file.name)]
