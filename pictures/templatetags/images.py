import re

from django import template

from pictures.models import Image, Picture
from pictures.renditions import ORIGINAL
from pictures.thumbnails import thumbnail, tile

register = template.Library()
# Where a picture is as wide on every screen, larger files than for the sharpest of them are only addresses.
FIXED = re.compile(r"([\d.]+)(px|rem)")
PIXELS = {"px": 1, "rem": 16}
SHARPEST = 3
register.simple_tag(thumbnail)
register.simple_tag(tile)


@register.inclusion_tag("pictures/_picture.html")
def picture(
    image: Image | None,
    sizes: str = "100vw",
    ratio: str = ORIGINAL,
    lazy: bool = True,
    priority: bool = False,
    alt: str | None = None,
    **more: object,
) -> dict[str, bool | Picture | str | None]:
    """``{% picture article.lead_image sizes="…" ratio="16:10" class="…" %}``; nothing without an image.

    ``priority`` is for the one picture a visitor sees first: never lazy, asked for early.
    ``alt`` replaces the picture's own description where the page already says who it shows.
    """
    if unknown := set(more) - {"class"}:
        raise template.TemplateSyntaxError(f"picture does not take {', '.join(sorted(unknown))}.")
    if not image:
        return {"picture": None}
    return {
        "picture": image.picture(ratio, most_of(sizes)),
        "sizes": sizes,
        "alt": image.alt if alt is None else alt,
        "css_class": more.get("class", ""),
        "lazy": lazy and not priority,
        "priority": priority,
    }


def most_of(sizes: str) -> float | None:
    fixed = FIXED.fullmatch(sizes)
    return SHARPEST * PIXELS[fixed[2]] * float(fixed[1]) if fixed else None
