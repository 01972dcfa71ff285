"""Rich text on its way out: on our pages, with pictures and anchors, and in feeds."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import TypeVar

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from pictures.models import Image
from pictures.plain_file import plain_file
from writing.directions import with_directions
from writing.links import part_id
from writing.reachable import with_links
from writing.sanitizer import only_allowed
from writing.text import plain_text
from writing.unbroken import unbroken

FIGURE = re.compile(r'<figure data-image="(\d+)">(?:<figcaption>(.*?)</figcaption>)?</figure>')
HEADING = re.compile(r"<h([2-4])>(.*?)</h\1>")
ON_THE_WAY = re.compile(
    r'<h[2-6][^<>]*? id="([^"]*)"|(?P<table><table[^<>]*>)(<caption(?=[ >]))?|</table>'
)
RELATIVE_LINK = re.compile(r'(<a\b[^<>]*?\bhref=")([/#?][^"]*")')
Row = TypeVar("Row")
Figure = Callable[[Image, str], str]
PROSE_SIZES = "(min-width: 48rem) 44rem, 92vw"


class TextWithPictures(str):
    """Rich text that already knows the rows of the pictures it names."""

    pictures: dict[int, Image]


def fetch_pictures(rows: Iterable[Row], field: str = "body") -> list[Row]:
    """Give a list of rows the pictures of their texts in one query, as a feed needs it."""
    rows = list(rows)
    pictures = pictures_of(*(getattr(row, field) for row in rows))
    for row in rows:
        text = TextWithPictures(getattr(row, field))
        text.pictures = pictures
        setattr(row, field, text)
    return rows


def pictures_of(*texts: str | None) -> dict[int, Image]:
    ids = {int(match[1]) for text in texts for match in FIGURE.finditer(text or "")}
    return Image.objects.in_bulk(ids) if ids else {}


def for_page(html: str | None, *, top: int = 2, taken: set[str] | None = None) -> str:
    """HTML for one of our pages. ``top`` is the level its first headings get; ``taken`` holds ids
    that other texts of the same page have used, and gets those used here."""
    taken = set() if taken is None else taken
    text = mark_safe(unbroken(dressed(html, page_figure, Headings(top, taken))))
    return Regions(taken).around_tables(text)


def for_feed(html: str | TextWithPictures, site_url: str) -> str:
    """HTML that stands without our styles: plain pictures, headings with the ids of the page. Links
    become whole by ``with_whole_links``."""

    def feed_figure(picture: Image, caption: str) -> str:
        image = render_to_string("writing/_feed_picture.html", plain(picture, site_url))
        return f"<figure>{image.strip()}{caption}</figure>"

    return dressed(html, feed_figure, Headings(2, set()))


def plain(picture: Image, site_url: str) -> dict[str, object]:
    """What draws a picture as one file, with its own size."""
    return {"picture": picture, "file": plain_file(picture), "site_url": site_url}


def with_whole_links(html: str, site_url: str, address: str) -> str:
    """HTML of the page at ``address`` for readers elsewhere: no link leads into their own pages."""

    def whole(match: re.Match) -> str:
        start = escape(site_url if match[2].startswith("/") else address)
        return f"{match[1]}{start}{match[2]}"

    return RELATIVE_LINK.sub(whole, html)


def dressed(
    html: str | TextWithPictures | None, figure: Figure, heading: "Headings | None" = None
) -> str:
    pictures = getattr(html, "pictures", None)
    # Cleaned once more: rows may have been written around the field, by raw SQL or an expression.
    html = with_links(only_allowed(html or ""))
    if pictures is None:
        pictures = pictures_of(html)

    def draw(match: re.Match) -> str:
        picture = pictures.get(int(match[1]))
        return figure(picture, caption_of(match[2], picture)) if picture else ""

    if heading:
        html = HEADING.sub(heading, html)
    return mark_safe(with_directions(FIGURE.sub(draw, html)))


def caption_of(text: str | None, picture: Image) -> str:
    credit = f"<small>{escape(picture.credit)}</small>" if picture.credit else ""
    inside = " ".join(filter(None, [text, credit]))
    return f"<figcaption>{inside}</figcaption>" if inside else ""


def page_figure(picture: Image, caption: str) -> str:
    context = {"picture": picture, "caption": mark_safe(caption), "sizes": PROSE_SIZES}
    return render_to_string("writing/_figure.html", context).strip()


class Headings:
    """Gives headings an address, and no level that skips one, whatever the author chose."""

    def __init__(self, top: int, taken: set[str]) -> None:
        self.top, self.taken, self.above = top, taken, []

    def __call__(self, match: re.Match) -> str:
        level, name = self.place(match)
        return f'<h{level} id="{name}">{match[2]}</h{level}>'

    def place(self, match: re.Match) -> tuple[int, str]:
        """The level and the id that the next heading of a text gets."""
        chosen = int(match[1])
        while self.above and self.above[-1] >= chosen:
            self.above.pop()
        level = self.top + len(self.above)
        self.above.append(chosen)
        return level, self.free_id(plain_text(match[2]))

    def free_id(self, text: str) -> str:
        stem = wanted = part_id(text)
        number = 1
        while wanted in self.taken:
            number += 1
            wanted = f"{stem}-{number}"
        self.taken.add(wanted)
        return wanted


class Regions:
    """Around tables that may be wider than a phone: a part of the page that is moved sideways by itself,
    by keyboard too, and that has a name."""

    FITS = 2  # so many columns fit any screen

    def __init__(self, taken: set[str]) -> None:
        self.taken, self.heading, self.number = taken, "", 0
        self.is_wide: list[bool] = []

    def around_tables(self, html: str) -> str:
        return mark_safe(ON_THE_WAY.sub(self, html)) if "<table" in html else html

    def __call__(self, match: re.Match) -> str:
        if match[1]:
            self.heading = match[1]
            return match[0]
        if match[0] == "</table>":
            return "</table></div>" if self.is_wide and self.is_wide.pop() else match[0]
        first_row = match.string[match.end() : match.string.find("</tr>", match.end())]
        self.is_wide.append(first_row.count("</th>") + first_row.count("</td>") > self.FITS)
        if not self.is_wide[-1]:
            return match[0]
        named, of_caption = self.named(has_caption=bool(match[3]))
        start = f"{match['table']}{match[3] or ''}{of_caption}"
        return f'<div class="sideways" role="region" tabindex="0" {named}>{start}'

    def named(self, *, has_caption: bool) -> tuple[str, str]:
        """``(attribute of the region, attribute of the caption)``."""
        self.number += 1
        if not has_caption:
            # A heading names the first table under it; two regions with one name are none.
            heading, self.heading = self.heading, ""
            label = escape(_("Table %(number)d") % {"number": self.number})
            return f'aria-labelledby="{heading}"' if heading else f'aria-label="{label}"', ""
        wanted = f"table-{self.number}"
        while wanted in self.taken:
            wanted += "-"
        self.taken.add(wanted)
        return f'aria-labelledby="{wanted}"', f' id="{wanted}"'
