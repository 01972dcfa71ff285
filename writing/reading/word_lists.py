"""Lists as Word writes them: paragraphs with a bullet or number in front and a depth."""

import re
from collections import Counter

from writing.blocks import MAX_LIST_DEPTH, Block, Run

DIGITS = re.compile(r"\(?(\d{1,4})[.)]?\)?")
LETTERS = re.compile(r"\(?([A-Za-z]{1,4})[.)]\)?")
# Several numbers in one, or a word beside them, are no number that a list of ours could have.
SAYS_MORE = re.compile(r".*\d.*|\w{2,}.*")


def join_word_lists(blocks: list[Block], left_out: Counter[str] | None = None) -> list[Block]:
    """Word writes a list as paragraphs with a bullet in front; they become one list again."""
    result: list[Block] = []
    open_lists: list[OpenList] = []
    for block in blocks:
        if not (block.kind == "paragraph" and block.marker and block.depth):
            open_lists = []
            result.append(with_marker(block))
            continue
        del open_lists[block.depth :]
        opened = OpenList(block.marker)
        if len(open_lists) == block.depth and not open_lists[-1].goes_on(opened):
            open_lists.pop()
        if len(open_lists) < min(block.depth, MAX_LIST_DEPTH):
            (open_lists[-1].block.items[-1] if open_lists else result).append(opened.block)
            if left_out is not None and opened.is_lettered and not open_lists:
                left_out["lettered"] += 1
            open_lists.append(opened)
        open_lists[-1].block.items.append([Block("paragraph", block.runs)])
    return result


def with_marker(block: Block) -> Block:
    """A number in front of a heading, or of what is no list, is one of its words."""
    if block.marker and block.runs and SAYS_MORE.fullmatch(block.marker):
        block.runs = [Run(f"{block.marker} "), *block.runs]
        block.marker = ""
    return block


class OpenList:
    """The list that begins with this marker."""

    def __init__(self, marker: str) -> None:
        digits, letters = DIGITS.fullmatch(marker), LETTERS.fullmatch(marker)
        self.is_lettered = bool(letters) or (not digits and bool(SAYS_MORE.fullmatch(marker)))
        self.number = int(digits[1]) if digits else 0
        kind = "numbered" if digits or self.is_lettered else "list"
        self.block = Block(kind, start=self.number or 1)

    def goes_on(self, item: "OpenList") -> bool:
        """Whether the next item is one of this list."""
        if (item.block.kind, item.is_lettered) != (self.block.kind, self.is_lettered):
            return False
        return not item.number or item.number == self.block.start + len(self.block.items)
