"""The parts of a long text, for a list of contents: under the addresses that ``rendering`` gives their headings."""

from typing import NamedTuple

from writing.rendering import HEADING, Headings
from writing.sanitizer import only_allowed
from writing.text import plain_text

# A text with fewer is looked over faster than a list of them is read.
FEWEST = 3
TOP = 2


class Part(NamedTuple):
    id: str
    name: str


def contents_of(html: str) -> list[Part]:
    """The first headings of a text that is the only one of its page; none where it has few."""
    headings, parts = Headings(TOP, set()), []
    for match in HEADING.finditer(only_allowed(html or "")):
        level, part_id = headings.place(match)
        if level == TOP and (name := plain_text(match[2])):
            parts.append(Part(part_id, name))
    return parts if len(parts) >= FEWEST else []
