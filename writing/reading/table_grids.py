"""What becomes of a table. What is one becomes a plain one: a caption, one header row, cells of lines, no
merged cells. What was only laid out with a table becomes the blocks that stood in it.

``fitted`` makes a table of rows of cells, from wherever they come.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from writing.blocks import Block, Run, every_block
from writing.reading.tables import OpenCell, OpenTable
from writing.runs import trimmed

MOST_COLUMNS, MOST_ROWS = 20, 200
# How far to the right merged cells are followed.
REACH = 100
# What is longer stands in no cell of a table, unless it says by its header cells that it is one.
LONGEST_CELL, MOST_LINES = 800, 12
# $210, 6 pm, 50 min, 9:00–10:30.
FIGURE = re.compile(r"[^\w\s]{0,2}\s?\d[\d.,:/ –-]{0,20}[^\W\d_]{0,3}\W{0,2}")
YEAR = re.compile(r"(?:19|20)\d\d")


def settled(table: OpenTable, counts: Counter[str], *, is_copied: bool) -> list[Block]:
    """The blocks that stand for a table, once all of it is read. ``counts`` takes what came otherwise
    than it was. One that is stored already (not ``is_copied``) is a table because somebody made it."""
    if not table.caption and not any(cell.blocks for row in table.lines for cell in row):
        return []
    grid = Grid(table.lines[:MOST_ROWS], takes_empty=not is_copied)
    if is_for_layout(table, grid, is_copied=is_copied):
        has_columns = any(sum(bool(cell.blocks) for cell in row) > 1 for row in table.lines)
        add(counts, "table", has_columns and not table.is_laid_out)
        parts = [table.caption, *(cell.blocks for row in table.lines for cell in row)]
        return [block for part in parts for block in apart(part)]
    caption = lines_of(table.caption, counts)
    if is_copied and not caption and (title := grid.take_title()):
        caption = lines_of(title.blocks, counts)
    add(counts, "merged", grid.merged)
    rows = grid.lines if not grid.is_too_wide else table.lines[:MOST_ROWS]
    cells = [
        [lines_of(cell.blocks, counts) if cell else [] for cell in row]
        for row in [*rows, *table.lines[MOST_ROWS:]]
    ]
    if is_copied and not table.is_marked and not grid.is_too_wide and is_headless(cells):
        cells = [[], *cells]
    return fitted(cells, caption, counts)


def is_headless(rows: list[list[list[Run]]]) -> bool:
    """Whether the first row is one like the others: a fee or a time stands in it where they have theirs.
    Then its words head no column, and somebody may write what does."""
    first = [run for cell in rows[0] for run in cell]
    if len(rows) < 2 or all(run.strong for run in first):
        return False
    columns = zip(*rows[:MOST_ROWS], strict=False)
    return any(cells[0] and all(map(is_figure, cells)) for cells in columns)


def is_figure(cell: list[Run]) -> bool:
    text = "".join(run.text for run in cell)
    return not text or bool(FIGURE.fullmatch(text) and not YEAR.fullmatch(text))


def fitted(
    rows: list[list[list[Run]]], caption: list[Run], counts: Counter[str] | None = None
) -> list[Block]:
    """A table of these rows of cells, the first one its header, as far as one may be; what is more
    comes as paragraphs, one for each row, with a line for each cell."""
    counts = Counter() if counts is None else counts
    width = max(map(len, rows[:MOST_ROWS]), default=0)
    kept = rows[:MOST_ROWS] if width <= MOST_COLUMNS else []
    rest = rows[len(kept) :]
    blocks = []
    if kept:
        blocks.append(Block("table", caption, rows=[cells_of(row, width) for row in kept]))
    elif caption:
        blocks.append(Block("paragraph", caption, is_cell=True))
    lines = [in_lines(filter(None, row)) for row in rest]
    blocks += [Block("paragraph", runs, is_cell=True) for runs in lines if runs]
    add(counts, "table-beyond" if kept else "table", any(lines))
    return blocks


def add(counts: Counter[str], kind: str, number: int) -> None:
    if number:
        counts[kind] += number


def cells_of(row: list[list[Run]], width: int) -> list[Block]:
    return [Block("cell", runs) for runs in row] + [Block("cell") for _n in range(width - len(row))]


class Grid:
    """Cells in their places, merged ones in the first of those they cover. Columns in which no cell
    begins, and rows without any, are none; without ``takes_empty`` those without words neither."""

    def __init__(self, rows: list[list[OpenCell]], *, takes_empty: bool) -> None:
        self.places: dict[tuple[int, int], OpenCell] = {}
        self.is_too_wide = False
        self.place(rows)
        begun = [place for place, cell in self.places.items() if takes_empty or cell.blocks]
        self.rows = sorted({row for row, _column in begun})
        self.columns = sorted({column for _row, column in begun})
        self.is_too_wide = self.is_too_wide or len(self.columns) > MOST_COLUMNS

    def place(self, rows: list[list[OpenCell]]) -> None:
        covered: dict[int, int] = {}  # {column: the row in which it is free again}
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                while covered.get(column, 0) > number:
                    column += 1
                if column >= REACH:
                    self.is_too_wide = True
                    break
                self.places[number, column] = cell
                end = min(column + cell.across, REACH)
                if cell.down > 1:
                    covered |= dict.fromkeys(range(column, end), number + cell.down)
                column = end

    @property
    def lines(self) -> list[list[OpenCell | None]]:
        return [[self.places.get((row, column)) for column in self.columns] for row in self.rows]

    def take_title(self) -> OpenCell | None:
        """The one cell of a first row that is as wide as the table, for a caption."""
        if self.is_too_wide or len(self.rows) < 3:
            return None
        first = [cell for cell in self.lines[0] if cell and cell.blocks]
        if len(first) != 1 or first[0].across < self.columns[-1] + 1 or first[0].down > 1:
            return None
        row = self.rows.pop(0)
        self.places = {place: cell for place, cell in self.places.items() if place[0] != row}
        return first[0]

    @property
    def merged(self) -> int:
        """How many cells cover others that are left."""
        return sum(
            self.is_too_wide
            or covers(self.columns, column, cell.across)
            or covers(self.rows, row, cell.down)
            for (row, column), cell in self.places.items()
            if cell.across > 1 or cell.down > 1
        )


def covers(numbers: list[int], first: int, count: int) -> bool:
    return bisect_left(numbers, first + count) - bisect_left(numbers, first) > 1


def is_for_layout(table: OpenTable, grid: Grid, *, is_copied: bool) -> bool:
    cells = [cell for row in table.lines for cell in row]
    if table.is_laid_out or table.holds_table or len(cells) < 2:
        return True
    if any(block.kind == "picture" for part in table.parts for block in every_block(part)):
        return True
    if not is_copied:
        return False
    if not grid.is_too_wide and min(len(grid.rows), len(grid.columns)) < 2:
        return True
    return not table.is_marked and any(map(is_long, cells))


def is_long(cell: OpenCell) -> bool:
    runs = [run for block in every_block(cell.blocks) for run in block.runs]
    lines = sum(bool(block.runs) for block in every_block(cell.blocks))
    return lines > MOST_LINES or sum(len(run.text) for run in runs) > LONGEST_CELL


def apart(blocks: list[Block]) -> list[Block]:
    """The blocks of a cell that is none; a line that was all of it is still no heading."""
    if len(blocks) == 1:
        blocks[0].is_cell = True
    return blocks


def lines_of(blocks: list[Block], counts: Counter[str]) -> list[Run]:
    """Blocks as the lines of a cell."""
    is_plain = all(block.kind == "paragraph" for block in blocks)
    add(counts, "cell", not is_plain)
    return in_lines(line for block in blocks for line in lines_in(block))


def in_lines(lines: Iterable[list[Run]]) -> list[Run]:
    return trimmed([run for line in lines for run in [*line, Run("\n")]])


def lines_in(block: Block) -> Iterator[list[Run]]:
    block.kind = "paragraph" if block.kind == "heading" else block.kind
    if block.runs:
        # As Word writes its lists: the mark stands in front of the words.
        yield with_mark(block.marker, block.runs)
    for number, item in enumerate(block.items):
        mark = "•" if block.kind == "list" else f"{block.start + number}."
        first, *more = [line for part in item for line in lines_in(part)]
        is_list = item[0].kind in ("list", "numbered")
        yield from [first if is_list else with_mark(mark, first), *more]
    for inner in block.blocks:
        yield from lines_in(inner)


def with_mark(mark: str, runs: list[Run]) -> list[Run]:
    if not mark:
        return runs
    mark = mark if mark[0].isalnum() or mark[0] == "(" else "•"
    return [Run(f"{mark} "), *runs]
