"""The elements and attributes that are looked at when HTML is read, and how it is parsed."""

from functools import lru_cache

import nh3

from writing.reading.marked_names import ELEMENTS, INSERTED
from writing.reading.stretches import ENDS, STARTS

DROPPED_WITH_CONTENT = {
    "script", "style", "iframe", "svg", "math", "template", "noscript", "object", "embed",
    "applet", "audio", "video", "canvas", "title", "noembed", "noframes", "frameset", "xml", "datalist",
}  # fmt: skip
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
# Elements that browsers set apart from what is around them: each ends a paragraph, or its words would run
# into the next ones.
APART = {
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address",
    "center", "details", "summary", "dialog", "dl", "dt", "dd", "fieldset", "legend", "form", "pre",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption", "option",
    "hgroup", "search", "menu", "dir", "listing", "xmp", "plaintext",
}  # fmt: skip
LISTS = {"ul": "list", "ol": "numbered"}
MARKS = {
    "b", "strong", "i", "em", "a", "span", "font", "cite", "dfn", "var", "s", "strike", "sup", "sub",
    *INSERTED, *ELEMENTS, STARTS, ENDS, "aml:annotation",
}  # fmt: skip
TAGS = {*HEADINGS, *APART, *LISTS, *MARKS, "li", "blockquote", "figure", "hr", "br", "img"}
OF_ALL = {
    "class", "style", "id", "hidden", "popover", "aria-hidden", "aria-label", "title", "cite", "datetime",
    "role", "aria-level", "itemprop", "itemtype", "typeof",
}  # fmt: skip
OF_ONE = {
    "a": {"href", "name"}, "ol": {"start", "type"}, "li": {"value"}, "figure": {"data-image"}, "img": {"alt"}, "font": {"color"},
    "aml:annotation": {"w:type"}, STARTS: {"name"}, ENDS: {"name"},
} | {tag: {"bgcolor"} for tag in ("table", "thead", "tbody", "tfoot", "tr")} | {
    tag: {"bgcolor", "colspan", "rowspan"} for tag in ("td", "th")
}  # fmt: skip


@lru_cache(maxsize=16)
def parser(foreign: frozenset[str] = frozenset()) -> nh3.Cleaner:
    """How HTML is parsed to be read; ``foreign``: elements of other programs to look at as well."""
    return nh3.Cleaner(
        tags=TAGS | foreign,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes={"*": OF_ALL} | OF_ONE,
        generic_attribute_prefixes={"data-"},
        # Word writes links inside a document as file:, and only they tell what they are; none stays.
        url_schemes={"http", "https", "mailto", "tel", "file"},
        link_rel=None,
    )


VOID = {"br", "hr", "img"}
