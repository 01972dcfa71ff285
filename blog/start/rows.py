"""A text as rows that can each be told what they are, and the text that is made of them again.

A row is a paragraph, a heading, a quotation or an item of a list; near the ends of a text, where title and
byline stand, also a line of a paragraph. Rows of one paragraph that both stay in the text are one again, so
nothing is changed by looking at it in rows.
"""

import re

from blog.start.in_one_line import taken_apart
from blog.start.roles import HEADING, LIST, QUOTE, TEXT
from blog.start.row import LISTS, QUOTES, Row
from writing.blocks import Block, Run
from writing.runs import lines_of, trimmed

# How many paragraphs from either end are looked at line by line, and how many of their lines.
NEAR, LINES = 4, 6
QUOTED = re.compile(r"[“\"«‘'„].+[”\"»’'“]\W?", re.DOTALL)
QUOTED_WITH_SOURCE = re.compile(r"[“\"«‘„].+[”\"»’“]\s*\n?\s*[-–—―~]{1,3}\s*[^\n]{2,80}", re.DOTALL)


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
