"""A rich text by its headings: what stands below each, and the address that a page gives it."""

from collections.abc import Iterator
from typing import NamedTuple

from writing.rendering import HEADING, Headings
from writing.text import plain_text


class Part(NamedTuple):
    """``number`` counts headings from 0 on."""

    number: int
    anchor: str
    heading: str
    text: str

    @property
    def is_question(self) -> bool:
        return self.heading.endswith("?")


def parts(html: str) -> Iterator[Part]:
    """Those with something below their heading, up to the next one of whatever level."""
    matches, headings = [*HEADING.finditer(html)], Headings(2, set())
    ends = [match.start() for match in matches[1:]] + [len(html)]
    for number, (match, end) in enumerate(zip(matches, ends, strict=False)):
        _level, anchor = headings.place(match)
        heading, text = plain_text(match[2]), plain_text(html[match.end() : end])
        if heading and text:
            yield Part(number, anchor, heading, text)
