"""What the open elements of a text mean for the words inside of them."""

from dataclasses import dataclass
from typing import Any

from writing.blocks import Block
from writing.reading.colors import Ink
from writing.reading.inks import ground_of, ink_of, is_lost
from writing.reading.marked_names import is_inserted
from writing.reading.not_text import Aside
from writing.reading.raised import level_by
from writing.reading.unseen import TINY, size_of


@dataclass
class State:
    """What the open elements mean for the text inside of them. None is changed once it is made: ``but`` gives another."""

    target: list
    ink: Ink
    ground: Ink
    size: float = 16
    items: list | None = None
    listed: Block | None = None  # the list whose items these are
    note_key: str = ""  # of the note whose words these are
    mark: str = ""  # of the note that these words are the mark of
    is_label: bool = False  # what leads from a note back to its mark
    said: str = ""  # what a style calls this line
    picture: Block | None = None
    # Asides: not text at all, hidden until a child is shown, has a size or another color, put in by
    # a reviewer, crossed out.
    aside: Aside | None = None
    unseen: Aside | None = None
    sizeless: Aside | None = None
    colorless: Aside | None = None
    inserted: Aside | None = None
    struck: Aside | None = None
    is_named: bool = False  # by a label, with the words that stand in it
    table: Block | None = None  # the innermost that is open
    in_list: bool = False  # a table in a list: no headings there either
    in_item: bool = False
    in_quote: bool = False
    is_marker: bool = False
    level: int = 0
    depth: int = 0
    list_depth: int = 0
    strong: bool = False
    em: bool = False
    href: str = ""
    level_of_text: str = ""

    def but(self, **changes: Any) -> "State":
        """Made for each element of a text, and mostly the same, so without what ``dataclasses.replace`` asks of each field."""
        own = self.__dict__
        for name, value in changes.items():
            if own[name] is not value:
                break
        else:
            return self
        other = object.__new__(State)
        other.__dict__.update(own, **changes)
        return other

    @property
    def only_unseen(self) -> Aside | None:
        """What takes its room on a page, and cannot be read."""
        return self.unseen or self.sizeless or self.colorless

    def put(self, block: Block) -> None:
        """Into what is open: the text, a quotation, an item of a list."""
        if self.items is not None and not self.in_item:
            # Inside a list but outside its items.
            if not self.items:
                self.items.append([])
            self.items[-1].append(block)
        else:
            self.target.append(block)

    def with_marks(self, tag: str, attrs: dict[str, str], style: dict[str, str]) -> "State":
        """Marks come from tags and from styles: Google Docs wraps whole texts in a bold that is not."""
        strong = self.strong or tag in ("b", "strong")
        em = self.em or tag in ("i", "em", "cite", "dfn", "var")
        if weight := style.get("font-weight"):
            number = int(weight[:4]) if weight.isdecimal() else 0
            strong = weight in ("bold", "bolder") or number >= 600
        if slant := style.get("font-style"):
            em = slant.startswith(("italic", "oblique"))
        is_marker = self.is_marker or style.get("mso-list") == "ignore"
        return self.but(
            strong=strong, em=em, is_marker=is_marker, **self.changes(tag, attrs, style)
        )

    def changes(self, tag: str, attrs: dict[str, str], style: dict[str, str]) -> dict[str, Any]:
        inserted, struck, unseen = self.inserted, self.struck, self.unseen
        if not inserted and is_inserted(tag, attrs):
            inserted = Aside("tracked")
        line = style.get("text-decoration", "") + style.get("text-decoration-line", "")
        if not struck and (tag in ("s", "strike") or "line-through" in line):
            struck = Aside("struck")
        if style.get("visibility") in ("hidden", "collapse"):
            unseen = unseen or Aside("hidden")
        elif style.get("visibility") == "visible":
            unseen = None
        level = level_by(tag, style) or self.level_of_text
        return {
            "inserted": inserted, "struck": struck, "unseen": unseen, "level_of_text": level,
            **self.looks(style),
        }  # fmt: skip

    def looks(self, style: dict[str, str]) -> dict[str, Any]:
        """Size and colors, and whether they leave anything to read."""
        if not style:
            return {}
        size = size_of(style, self.size)
        ground = ground_of(style, self.ground)
        ink = ink_of(style, self.ink)
        sizeless = (self.sizeless or Aside("hidden")) if size < TINY else None
        colorless = (self.colorless or Aside("hidden")) if is_lost(ink, ground) else None
        return {
            "size": size, "ground": ground, "ink": ink, "sizeless": sizeless, "colorless": colorless,
        }  # fmt: skip
