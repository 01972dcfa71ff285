"""The one list of what rich text may hold, for every way in and once more on the way out."""

import re

import nh3

from writing.blocks import OUTSIDE_REL, blocks_to_html
from writing.links import link_target
from writing.reading.html import read_html
from writing.reading.parsing import clean
from writing.reading.vocabulary import DROPPED_WITH_CONTENT

TAGS = {
    "h2", "h3", "h4", "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "hr",
    "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# Pictures are named, not embedded: <img> is made from the library when a page is shown.
ATTRIBUTES = {
    "a": {"href", "rel"}, "ol": {"start"}, "figure": {"data-image"}, "th": {"scope"},
}  # fmt: skip


def judge_attribute(tag: str, name: str, value: str) -> str | None:
    match tag, name:
        case "a", "href":
            return link_target(value)
        case "a", "rel":
            return value if value == OUTSIDE_REL else None
        case "ol", "start":
            return value if re.fullmatch(r"\d{1,4}", value) else None
        case "figure", "data-image":
            return value if re.fullmatch(r"[1-9]\d{0,17}", value) else None
        case "th", "scope":
            return value if value == "col" else None
        case "blockquote", "class":
            return value
    return None


STRICT = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes=ATTRIBUTES,
    allowed_classes={"blockquote": {"pull"}},
    attribute_filter=judge_attribute,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def sanitize(html: str) -> str:
    """Clean, well-formed rich text from any HTML. Applying it twice changes nothing more."""
    return only_allowed(blocks_to_html(read_html(html)))


def only_allowed(html: str) -> str:
    """The allow-list alone, without reshaping: the last word before a page is sent."""
    return clean(STRICT, html)
