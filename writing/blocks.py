"""Rich text as a list of blocks: what a text consists of, and how it is written as HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from writing.links import leads_elsewhere

OUTSIDE_REL = "external noopener"
MAX_LIST_DEPTH = 6


class Run(NamedTuple):
    """Characters with the same marks. A line break is the character ``\\n``."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""
    # "up" or "down" while a text is being read; in a block it is a character, or [1].
    level: str = ""
    # Of the mark of a note, while a text is being read: which one.
    note: str = ""

    def marks(self) -> list[tuple[str, str]]:
        marks = [("a", self.href)] if self.href else []
        return marks + [(tag, "") for tag in ("strong", "em") if getattr(self, tag)]


@dataclass
class Block:
    """One block of a text.

    ``kind`` is one of: paragraph, heading (with ``level`` 2 to 4), list, numbered (with ``start``),
    quote, pull-quote, picture (``image`` is its id in the library, ``runs`` the caption), divider,
    table (``rows`` of cells, the first one its header; ``runs`` the caption), cell, image-note (a
    picture that could not come along; ``runs`` is its description).

    Lists have ``items``, each a list of blocks; quotes have ``blocks``; the others have ``runs``.
    """

    kind: str
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    start: int = 1
    image: int | None = None
    items: list[list["Block"]] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)
    rows: list[list["Block"]] = field(default_factory=list)
    # A short line of its own before a paragraph: perhaps meant as a heading. Only ever offered.
    is_heading_candidate: bool = False
    # A line that was a cell of a table: never a heading or a title.
    is_cell: bool = False
    # What its source calls it by a style or a label: title, authors, date, opening.
    said: str = ""
    # The number of a foot- or endnote whose words these are.
    note: int = 0
    note_key: str = ""
    # Of a picture that could come along from a file: which of the file's.
    file: int | None = None
    # The bullet or number Word wrote in front of a paragraph, and how far it was indented.
    marker: str = ""
    depth: int = 0

    @classmethod
    def of_text(cls, kind: str, text: str, **more: Any) -> "Block":
        return cls(kind, [Run(text)], **more)

    @property
    def html(self) -> str:
        """The inside of the block: inline HTML of its own runs, without the block's own tag."""
        return runs_to_html(self.runs)

    @property
    def text(self) -> str:
        """Everything a reader would see, in plain characters; blocks and items on lines."""
        if self.kind == "image-note":
            return ""
        own = "".join([run.text for run in self.runs])
        if not self.has_parts:
            return own if own.strip() else ""
        inner = [block for part in [*self.items, self.blocks] for block in part]
        lines = [own, *(block.text for block in inner)]
        lines += ["\t".join(cell.text.replace("\n", " ") for cell in row) for row in self.rows]
        return "\n".join(line for line in lines if line.strip())

    @property
    def has_parts(self) -> bool:
        return bool(self.items or self.blocks or self.rows)

    @property
    def parts(self) -> list[list["Block"]]:
        """The blocks inside: of each item, of a quotation, of each row."""
        return [*self.items, self.blocks, *self.rows]


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if block.has_parts:
            for inner in block.parts:
                yield from every_block(inner)


def runs_to_html(runs: Iterable[Run]) -> str:
    html, opened = [], []
    for run in [*runs, Run("")]:
        wanted = run.marks()
        shared = 0
        while shared < min(len(opened), len(wanted)) and opened[shared] == wanted[shared]:
            shared += 1
        html += [f"</{tag}>" for tag, _ in reversed(opened[shared:])]
        html += [start_tag(tag, href) for tag, href in wanted[shared:]]
        opened = wanted
        html.append(escaped(run.text).replace("\n", "<br>"))
    return "".join(html)


def start_tag(tag: str, href: str) -> str:
    if tag != "a":
        return f"<{tag}>"
    rel = f' rel="{OUTSIDE_REL}"' if leads_elsewhere(href) else ""
    return f'<a href="{escaped(href)}"{rel}>'  # link_target() leaves no quotation mark in it


def escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\xa0", "&nbsp;")


def blocks_to_html(blocks: Iterable[Block]) -> str:
    return "".join(block_to_html(block) for block in blocks)


def block_to_html(block: Block) -> str:
    match block.kind:
        case "paragraph":
            return f"<p>{block.html}</p>"
        case "heading":
            return f"<h{block.level}>{block.html}</h{block.level}>"
        case "list":
            return f"<ul>{items_to_html(block)}</ul>"
        case "numbered":
            start = f' start="{block.start}"' if block.start != 1 else ""
            return f"<ol{start}>{items_to_html(block)}</ol>"
        case "quote":
            return f"<blockquote>{blocks_to_html(block.blocks)}</blockquote>"
        case "pull-quote":
            return f'<blockquote class="pull">{blocks_to_html(block.blocks)}</blockquote>'
        case "picture":
            caption = f"<figcaption>{block.html}</figcaption>" if block.runs else ""
            return f'<figure data-image="{block.image}">{caption}</figure>'
        case "table":
            return table_to_html(block)
        case "divider":
            return "<hr>"
    return ""  # image-note: said to the author, never written


def items_to_html(block: Block) -> str:
    return "".join(f"<li>{item_to_html(item)}</li>" for item in block.items)


def item_to_html(item: list[Block]) -> str:
    """A line and perhaps a list under it needs no paragraph around the line."""
    first, rest = item[0], item[1:]
    if first.kind == "paragraph" and all(block.kind in ("list", "numbered") for block in rest):
        return first.html + blocks_to_html(rest)
    return blocks_to_html(item)


def table_to_html(block: Block) -> str:
    caption = f"<caption>{block.html}</caption>" if block.runs else ""
    # An empty cell is nobody's header.
    head = "".join(
        f'<th scope="col">{cell.html}</th>' if cell.runs else "<td></td>" for cell in block.rows[0]
    )
    rows = ("".join(f"<td>{cell.html}</td>" for cell in row) for row in block.rows[1:])
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    body = f"<tbody>{body}</tbody>" if body else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead>{body}</table>"
