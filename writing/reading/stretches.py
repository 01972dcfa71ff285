"""What goes from one mark of a source to another, across its elements: the codes of fields, and what
an editor says was taken out between two empty elements."""

import re
from collections.abc import Iterator

from writing.reading.marked_names import FIELD, TAKEN_OUT, TRACKED
from writing.reading.not_text import Aside

# As many as may be open at once.
MOST_FIELDS, MOST_OPEN = 10, 100
STARTS, ENDS = "suggestion-start", "suggestion-end"
START_OF, END_OF = "data-suggestion-start-", "data-suggestion-end-"
SIDES = ("before", "after")
IS_TAKEN_OUT = re.compile(rf"{TAKEN_OUT}\b", re.IGNORECASE)
ALL_ENDS = re.compile(
    rf'<{ENDS}\b[^<>]*?\bname="([^"]*)"|\b{END_OF}(?:{"|".join(SIDES)})="([^"]*)"'
)


class Stretches:
    """``make_aside`` makes one of a kind; ``html`` is as the parser wrote it."""

    def __init__(self, html: str, make_aside: type[Aside]) -> None:
        self.make_aside = make_aside
        self.codes, self.open, self.ends_of = [], {}, {}
        ends = ALL_ENDS.finditer(html) if "suggestion-" in html else ()
        self.closed = {name for match in ends for name in names_in(match[1] or match[2])}

    @property
    def aside(self) -> Aside | None:
        """The innermost of them that words stand in now, or None."""
        if not self.open and not self.codes:
            return None
        is_in_code = (code for code in self.codes if not code.is_over)
        return next(iter(self.open.values()), None) or next(is_in_code, None)

    def start(
        self,
        tag: str,
        attrs: dict[str, str],
        style: dict[str, str],
        depth: int,
        *,
        is_in_line: bool,
    ) -> None:
        """An element begins. No code and no unfinished stretch goes on in the next block."""
        self.follow_field(style.get("mso-element"), is_in_line)
        if not is_in_line and self.open:
            self.open = {name: one for name, one in self.open.items() if name in self.closed}
        if tag == STARTS:
            self.begin(attrs.get("name", ""))
        elif tag == ENDS:
            self.finish(attrs.get("name", ""))
        for side in SIDES if attrs else ():
            start, end = attrs.get(f"{START_OF}{side}", ""), attrs.get(f"{END_OF}{side}", "")
            if side == "before":
                self.finish(end)
                self.begin(start)
            elif start or end:
                self.ends_of[depth] = (end, start)

    def end(self, depth: int) -> None:
        """An element ends."""
        if depth in self.ends_of:
            end, start = self.ends_of.pop(depth)
            self.finish(end)
            self.begin(start)

    def follow_field(self, element: str | None, is_in_line: bool) -> None:
        """A field has its code, then its result, which is text."""
        if element == "field-begin" and len(self.codes) < MOST_FIELDS:
            self.codes.append(self.make_aside(FIELD))
        elif element == "field-separator" and self.codes:
            self.codes[-1].is_over = True
        elif element == "field-end" and self.codes:
            self.codes.pop()
        elif not is_in_line:
            for code in self.codes:
                code.is_over = True

    def begin(self, names: str) -> None:
        for name in names_in(names):
            if IS_TAKEN_OUT.match(name) and len(self.open) < MOST_OPEN:
                self.open.setdefault(name, self.make_aside(TRACKED))

    def finish(self, names: str) -> None:
        for name in names_in(names):
            self.open.pop(name, None)


def names_in(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split(",")))
