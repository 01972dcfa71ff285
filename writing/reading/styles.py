"""What style attributes, attributes of looks and the style sheets inside a text say of its elements."""

import re
from collections.abc import Iterator

from writing.reading.unseen import LOOKED_AT, Style, is_gone

# A name of elements, or of a class or an id with or without one.
SIMPLE_SELECTOR = re.compile(r"(?:[a-z][a-z0-9:]*)?([.#][\w-]+)|([a-z][a-z0-9:]*)", re.IGNORECASE)
OF_PAGE = re.compile(r"\s*(?:html|body)\s*", re.IGNORECASE)
BODY = re.compile(r"<body\b([^<>]{0,2000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""\b(style|bgcolor|text)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
# Attributes that say what a style would.
LOOKS = {"color": "color", "bgcolor": "background-color", "text": "color"}


def declarations(style: str) -> Style:
    """``{property: value}`` of a style attribute, in small letters; the last of a name counts, unless one
    is important."""
    first, *parts = style.lower().split("/*")
    style = first + "".join(part.partition("*/")[2] for part in parts)
    plain: Style = {}
    important: Style = {}
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            bare = value.replace("!important", "").strip()
            (plain if bare == value.strip() else important)[name.strip()] = bare
    return plain | important


class StyleSheets:
    """Those inside the HTML, as far as they show or hide words: Word keeps hidden text in a style so.

    Of a name only the properties that are looked at are kept, so an element costs no more for a long
    style sheet than for a short one.
    """

    def __init__(self, html: str) -> None:
        self.by_name: dict[str, Style] = {}
        self.of_page: Style = {}
        for declared, selectors in rules_in(html):
            own = {name: value for name, value in declared.items() if name in LOOKED_AT}
            for selector in selectors if own else ():
                if OF_PAGE.fullmatch(selector):
                    self.of_page = self.of_page | own
                elif match := SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    name = match[1] or match[2].lower()
                    before = self.by_name.get(name, {})
                    # One rule for a class may be for other elements: what was hidden stays so.
                    self.by_name[name] = before if is_gone(before) else before | own
        if body := BODY.search(html):
            attrs = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in ATTRIBUTE.finditer(body[1])}
            self.of_page = self.of_page | looks_of(attrs)

    def style_of(self, tag: str, attrs: dict[str, str]) -> Style:
        """The style of an element: of all such elements, of its classes, of its id, its own."""
        own = looks_of(attrs)
        if not self.by_name:
            return own
        classes = (f".{token}" for token in attrs.get("class", "").split())
        found: Style = {}
        for name in (tag, *classes, f"#{attrs.get('id', '')}"):
            found |= self.by_name.get(name, {})
        return found | own


def looks_of(attrs: dict[str, str]) -> Style:
    if not attrs:
        return {}
    looks = {name: attrs[key].lower() for key, name in LOOKS.items() if attrs.get(key)}
    return looks | declarations(attrs.get("style", ""))


def rules_in(html: str) -> Iterator[tuple[Style, list[str]]]:
    """``(declarations, selectors)`` of the rules that hold for every medium."""
    for rules in style_sheets(html):
        depth, start, selector = 0, 0, ""
        for brace in re.finditer(r"[{}]", rules):
            between, start = rules[start : brace.start()], brace.end()
            if brace[0] == "{":
                depth, selector = depth + 1, between
            else:
                if depth == 1:
                    selectors = selector.rpartition("*/")[2].strip().removeprefix("<!--")
                    yield declarations(between), selectors.split(",")
                depth = max(0, depth - 1)


def style_sheets(html: str) -> Iterator[str]:
    low, end = html.lower(), 0
    while (start := low.find("<style", end)) >= 0:
        start = low.find(">", start) + 1
        end = low.find("</style", start)
        if not start or end < 0:
            return
        yield html[start:end]
