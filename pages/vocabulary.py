"""The elements and attributes that are looked at when HTML is read, and how it is parsed."""

import nh3

from pages.not_text import ELEMENTS, INSERTED

DROPPED_WITH_CONTENT = {
    "script", "style", "iframe", "svg", "math", "template", "noscript", "object", "embed",
    "applet", "audio", "video", "canvas", "title", "noembed", "noframes", "frameset", "xml",
}  # fmt: skip
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
# Whatever stands apart on a page ends a paragraph here, or its words would run into the next ones.
APART = {
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address",
    "center", "details", "summary", "dialog", "dl", "dt", "dd", "fieldset", "legend", "form", "pre",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption", "option",
    "hgroup", "search", "menu", "dir", "listing", "xmp", "plaintext",
}  # fmt: skip
LISTS = {"ul": "list", "ol": "numbered"}
MARKS = {
    "b", "strong", "i", "em", "a", "span", "font", "cite", "dfn", "var", "s", "strike", "sup", "sub",
    *INSERTED, *ELEMENTS,
}  # fmt: skip
TAGS = {*HEADINGS, *APART, *LISTS, *MARKS, "li", "blockquote", "figure", "hr", "br", "img"}
READER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes={
        "*": {
            "class",
            "style",
            "id",
            "hidden",
            "aria-hidden",
            "aria-label",
            "title",
            "cite",
            "datetime",
            "role",
        },
        "a": {"href", "name"},
        "ol": {"start"},
        "figure": {"data-image"},
        "img": {"alt"},
    },
    generic_attribute_prefixes={"data-"},
    # Word writes links inside a document as file:, and only they tell what they are; none stays.
    url_schemes={"http", "https", "mailto", "tel", "file"},
    link_rel=None,
)
VOID = {"br", "hr", "img"}
