"""What stays in the text, made of its rows again."""

from dataclasses import replace

from blog.start.roles import HEADING, LIST, OUT, QUOTE, TEXT
from blog.start.row import Row
from writing.blocks import Block, Run
from writing.runs import trimmed


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
