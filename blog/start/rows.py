"""A text as rows that can each be told what they are, and the text that is made of them again.

A row is a paragraph, a heading, a quotation or an item of a list; near the ends of a text, where title and
byline stand, also a line of a paragraph. Rows of one paragraph that both stay in the text are one again, so
nothing is changed by looking at it in rows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from blog.start.dates import date_in
from blog.start.people import byline_in, is_person, looks_like_name, with_credentials
from blog.start.roles import HEADING, LIST, OUT, QUOTE, TEXT
from writing.blocks import Block, Run
from writing.runs import lines_of, slice_runs, text_of, trimmed

LISTS = {"list", "numbered"}
QUOTES = {"quote", "pull-quote"}
# How many paragraphs from either end are looked at line by line, and how many of their lines.
NEAR, LINES = 4, 6
QUOTED = re.compile(r"[“\"«‘'„].+[”\"»’'“]\W?", re.DOTALL)
QUOTED_WITH_SOURCE = re.compile(r"[“\"«‘„].+[”\"»’“]\s*\n?\s*[-–—―~]{1,3}\s*[^\n]{2,80}", re.DOTALL)
BEHIND_TITLE = re.compile(
    r"\s*(?P<sign>[,;:|–—-]|\s)\s*(?=(?:written\s+)?by\b)|\s+[–—|-]\s+", re.IGNORECASE
)
BEHIND_BYLINE = re.compile(r"\s*(?:[|·•–—]|\s-\s|,)\s*")


@dataclass
class Row:
    """``own`` is what it is by itself; ``role`` what it is proposed, or told, to be."""

    of: Block
    own: str
    runs: list[Run] = field(default_factory=list)
    item: list[Block] = field(default_factory=list)
    number: int = 0
    # What stood between the row before and this one, of the same block.
    joint: str = ""
    role: str = ""

    @property
    def text(self) -> str:
        if self.runs or self.own == HEADING:
            return text_of(self.runs)
        inner = self.item or [self.of]
        return "\n".join(filter(None, (block.text for block in inner)))

    @property
    def is_fixed(self) -> bool:
        """Whether it can only stay as it is, or be left out."""
        return self.of.kind not in {"paragraph", "heading", *LISTS, *QUOTES}


def rows_of(blocks: list[Block]) -> list[Row]:
    with_words = [number for number, block in enumerate(blocks) if block.text]
    near = {*with_words[:NEAR], *with_words[-NEAR:]}
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        if block.kind in LISTS:
            rows += [
                Row(block, LIST, item=item, number=block.start + count)
                for count, item in enumerate(block.items)
            ]
        elif block.kind in QUOTES:
            rows.append(Row(block, QUOTE))
        elif block.kind == "heading":
            rows.append(Row(block, HEADING, block.runs))
        elif block.kind == "paragraph" and number in near and not is_quotation(block.text):
            rows += lines_in(block)
        else:
            own = HEADING if block.is_heading_candidate else TEXT
            rows.append(Row(block, own if block.kind == "paragraph" else TEXT, block.runs))
    return [part for number, row in enumerate(rows) for part in taken_apart(row, number == 0)]


def is_quotation(text: str) -> bool:
    """Somebody's words and nothing else, perhaps with whose they are."""
    return bool(QUOTED.fullmatch(text) or QUOTED_WITH_SOURCE.fullmatch(text))


def lines_in(block: Block) -> list[Row]:
    lines = lines_of(block)
    if len(lines) < 2:
        return [Row(block, HEADING if block.is_heading_candidate else TEXT, block.runs)]
    if len(lines) > 2 * LINES:
        middle = [run for line in lines[LINES:-LINES] for run in [*line, Run("\n")]]
        lines = [*lines[:LINES], trimmed(middle), *lines[-LINES:]]
    return [Row(block, TEXT, line, joint="\n" if n else "") for n, line in enumerate(lines)]


def taken_apart(row: Row, is_first: bool) -> Iterator[Row]:
    """``Title, by Somebody`` and ``By Somebody | March 3`` are two things in one line."""
    text = row.text
    cut = None
    if row.runs and len(text) <= 300 and "\n" not in text:
        if is_first:
            cut = next(
                filter(None, (end_of_title(text, m) for m in BEHIND_TITLE.finditer(text))), None
            )
        cut = cut or next(
            (m for m in BEHIND_BYLINE.finditer(text) if is_before_date(text, m)), None
        )
    if cut is None:
        yield row
        return
    first, second = text[: cut.start()], text[cut.end() :]
    yield replace(row, runs=trimmed(slice_runs(row.runs, 0, len(first))))
    yield replace(
        row, runs=trimmed(slice_runs(row.runs, len(text) - len(second), len(text))), joint=cut[0]
    )


def end_of_title(text: str, cut: re.Match[str]) -> re.Match[str] | None:
    title, who = text[: cut.start()], text[cut.end() :]
    if len(title) < 3 or (byline_in(title) or is_person(title)):
        return None
    named = byline_in(who)
    if named and (cut["sign"] or "").strip() and looks_like_name(with_credentials(named)[0]):
        return cut
    if named and is_person(named):
        return cut
    return cut if not named and is_person(who) and cut["sign"] is None else None


def is_before_date(text: str, cut: re.Match[str]) -> bool:
    before, after = text[: cut.start()], text[cut.end() :]
    return bool(
        date_in(after) and (byline_in(before) or is_person(before) or looks_like_name(before))
    )


class Body:
    """The blocks of what stays in the text, row after row."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.before: Row | None = None
        self.expected = 0

    def add(self, row: Row) -> None:
        if row.role == LIST and not row.is_fixed:
            self.add_item(row)
        elif row.role == QUOTE and row.own != QUOTE:
            self.add_quoted(row)
        elif row.role == HEADING and not row.is_fixed:
            level = row.of.level if row.of.kind == "heading" else 2
            self.blocks.append(Block("heading", on_one_line(runs_of(row)), level=level))
        elif row.is_fixed or row.role == row.own == QUOTE:
            self.blocks.append(row.of)
        else:
            self.add_text(row)
        self.before = row

    def add_text(self, row: Row) -> None:
        before = self.before
        if before and before.role == TEXT and before.of is row.of and row.joint:
            self.blocks[-1].runs = trimmed([*self.blocks[-1].runs, Run(row.joint), *row.runs])
        elif row.own == LIST:
            first, *rest = row.item or [Block("paragraph")]
            number = [Run(f"{row.number}. ")] if row.of.kind == "numbered" else []
            self.blocks += [
                replace(first, runs=number + first.runs) if first.runs else first,
                *rest,
            ]
        elif row.own == QUOTE:
            self.blocks += row.of.blocks
        else:
            self.blocks.append(Block("paragraph", row.runs))

    def add_item(self, row: Row) -> None:
        before = self.before
        is_open = before is not None and before.role == LIST and bool(self.blocks)
        if row.own != LIST:
            if not is_open:
                self.blocks.append(Block("list"))
            self.blocks[-1].items.append([Block("paragraph", runs_of(row))])
            return
        is_same = is_open and before is not None and (before.own != LIST or before.of is row.of)
        kind = row.of.kind
        if (
            not is_same
            or self.blocks[-1].kind != kind
            or (kind == "numbered" and row.number != self.expected)
        ):
            self.blocks.append(Block(kind, start=row.number if kind == "numbered" else 1))
        self.expected = row.number + 1
        self.blocks[-1].items.append(row.item)

    def add_quoted(self, row: Row) -> None:
        before = self.before
        if not (before and before.role == QUOTE and before.own != QUOTE):
            self.blocks.append(Block("quote"))
        self.blocks[-1].blocks.append(Block("paragraph", runs_of(row)))


def runs_of(row: Row) -> list[Run]:
    """The words of a row in one line, with their marks."""
    if row.runs:
        return row.runs
    inner = row.item or row.of.blocks
    lines = [run for block in inner for run in [*(block.runs or [Run(block.text)]), Run("\n")]]
    return trimmed(lines)


def on_one_line(runs: list[Run]) -> list[Run]:
    return trimmed([run._replace(text=run.text.replace("\n", " ")) for run in runs])


def body_of(rows: list[Row], taken: set[str]) -> list[Block]:
    """The blocks of the rows that are in none of the parts ``taken``, nor left out."""
    body = Body()
    for row in rows:
        if row.role != OUT and row.role not in taken:
            body.add(row)
    return body.blocks
