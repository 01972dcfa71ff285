"""Lists as Word writes them: paragraphs with a bullet in front and a depth."""

import re

from writing.blocks import MAX_LIST_DEPTH, Block


def join_word_lists(blocks: list[Block]) -> list[Block]:
    """Word writes a list as paragraphs with a bullet in front; they become one list again."""
    result, open_lists = [], []
    for block in blocks:
        if not (block.kind == "paragraph" and block.marker and block.depth):
            open_lists = []
            result.append(block)
            continue
        number = re.match(r"\(?(\d{1,4})[.)]?$", block.marker)
        is_numbered = bool(number or re.fullmatch(r"\(?[A-Za-z]{1,4}[.)]", block.marker))
        del open_lists[block.depth :]
        kind = "numbered" if is_numbered else "list"
        if open_lists and len(open_lists) == block.depth and open_lists[-1].kind != kind:
            open_lists.pop()
        if len(open_lists) < min(block.depth, MAX_LIST_DEPTH):
            new = Block(kind, start=int(number[1]) if number else 1)
            (open_lists[-1].items[-1] if open_lists else result).append(new)
            open_lists.append(new)
        open_lists[-1].items.append([Block("paragraph", block.runs)])
    return result
