"""Tables as they are read: cell by cell, as wide and as merged as somebody made them.

What becomes of one is decided once all of it is known (``table_grids``).
"""

import re
from dataclasses import dataclass, field
from typing import Any

from writing.blocks import Block
from writing.reading.state import State

PARTS = {"table", "caption", "tr", "th", "td"}
LAID_OUT = ("presentation", "none")
# Mails are laid out with some ten tables inside of each other; what is deeper is lines.
MOST_NESTED = 20


@dataclass
class OpenCell(Block):
    """A cell, and how many columns and rows it covers."""

    across: int = 1
    down: int = 1


@dataclass
class OpenTable(Block):
    """Its rows may be of different lengths."""

    caption: list[Block] = field(default_factory=list)
    lines: list[list[OpenCell]] = field(default_factory=list)
    is_laid_out: bool = False
    holds_table: bool = False
    # It has a caption or header cells.
    is_marked: bool = False
    nested: int = 0
    # The last words before it.
    after: str = ""

    @property
    def has_parts(self) -> bool:
        return True

    @property
    def parts(self) -> list[list[Block]]:
        lines: list[list[Block]] = [[*line] for line in self.lines]
        return [self.caption, *lines]


def opened(state: State, tag: str, attrs: dict[str, str], after: str) -> dict[str, Any]:
    """What changes in the state where a part of a table begins, behind the words ``after``."""
    table = state.table
    if tag == "table":
        return opened_table(state, attrs, after)
    if not isinstance(table, OpenTable):
        return {}
    if tag == "tr":
        table.lines.append([])
        return {}
    table.is_marked = table.is_marked or tag != "td"
    if tag == "caption":
        return inside(table.caption)
    cell = OpenCell("cell", across=span(attrs, "colspan"), down=span(attrs, "rowspan"))
    if not table.lines:
        table.lines.append([])
    table.lines[-1].append(cell)
    return inside(cell.blocks)


def opened_table(state: State, attrs: dict[str, str], after: str) -> dict[str, Any]:
    around, nested = state.table, 0
    if isinstance(around, OpenTable):
        around.holds_table = True
        if around.nested == MOST_NESTED:
            return {"table": Block("table")}
        nested = around.nested + 1
    elif around:
        return {}
    is_laid_out = attrs.get("role", "").strip().lower() in LAID_OUT
    table = OpenTable("table", is_laid_out=is_laid_out, nested=nested, after=after)
    state.put(table)
    return {"table": table, "in_list": state.in_list or state.items is not None}


def inside(blocks: list[Block]) -> dict[str, Any]:
    return {"target": blocks, "items": None, "in_item": False}


def span(attrs: dict[str, str], name: str) -> int:
    match = re.match(r"\s*(\d{1,5})", attrs.get(name, ""))
    return max(1, int(match[1])) if match else 1
