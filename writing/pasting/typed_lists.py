"""Lists, and paragraphs, as somebody types them into lines: a bullet or a number in front of each."""

from dataclasses import replace
from itertools import pairwise

from writing.blocks import Block, Run
from writing.pasting.plain_lines import Mark, unmarked
from writing.runs import lines_of, slice_runs, split_runs, text_of, trimmed


def paragraphs_in(block: Block) -> list[Block]:
    """Two line breaks in a row are how some sites write a new paragraph; a break and a bullet, a list."""
    if block.kind != "paragraph":
        return [block]
    paragraphs = [replace(block, runs=runs) for runs in split_runs(block.runs, r"\n{2,}")]
    return [part for paragraph in paragraphs for part in lines_apart(paragraph)]


def lines_apart(block: Block) -> list[Block]:
    lines = lines_of(block)
    marked = [line for line in lines if unmarked(text_of(line))]
    return [replace(block, runs=line) for line in lines] if len(marked) > 1 else [block]


def joined_lists(blocks: list[Block]) -> list[Block]:
    """Neighboring lines that begin with a bullet or a counting number become one list."""
    result, group, marks = [], [], []
    for block in blocks:
        own = marks_of(block)
        if own and marks and not follows(marks[-1], own[0]):
            result += list_of(group, marks)
            group, marks = [], []
        if own:
            group.append(block)
            marks += own
        else:
            result += [*list_of(group, marks), block]
            group, marks = [], []
    return result + list_of(group, marks)


def neighbors_joined(blocks: list[Block]) -> list[Block]:
    """Word Online puts each item into a list of its own: where the numbers go on, they are one."""
    kept: list[Block] = []
    for block in blocks:
        if kept and goes_on(kept[-1], block):
            kept[-1].items += block.items
        else:
            kept.append(block)
    return kept


def goes_on(block: Block, after: Block) -> bool:
    if block.kind != after.kind or len(after.items) != 1:
        return False
    return block.kind == "list" or (
        block.kind == "numbered" and after.start == block.start + len(block.items)
    )


def marks_of(block: Block) -> list[Mark]:
    """The marks in front of the lines of a paragraph, or nothing unless every line has its own."""
    if block.kind != "paragraph":
        return []
    lines = lines_of(block)
    marks = [mark for line in lines if (mark := unmarked(text_of(line)))]
    if len(marks) < len(lines):
        return []
    pairs = pairwise(marks)
    return marks if all(follows(mark, after) for mark, after in pairs) else []


def follows(mark: Mark, after: Mark) -> bool:
    if mark.number is None:
        return after.number is None
    return after.number == mark.number + 1


def list_of(blocks: list[Block], marks: list[Mark]) -> list[Block]:
    # One dash is an attribution and one number a heading; one real bullet is still a list.
    if not marks or (len(marks) == 1 and not marks[0].is_certain):
        return blocks
    lines = [line for block in blocks for line in lines_of(block)]
    items = [
        [Block("paragraph", without_start(runs, mark.length))]
        for mark, runs in zip(marks, lines, strict=True)
    ]
    number = marks[0].number
    return [Block("list" if number is None else "numbered", start=number or 1, items=items)]


def without_start(runs: list[Run], length: int) -> list[Run]:
    return trimmed(slice_runs(runs, length, sum(len(run.text) for run in runs)))
