"""A text that somebody changed by hand after it came with its formatting: what they left alone keeps it."""

import hashlib
from difflib import SequenceMatcher

from writing.blocks import Block

# Comparing takes the square of it where all paragraphs are the same.
MOST_BLOCKS = 1500


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def digest(text: str) -> str:
    """Of its words, whatever a browser does to spaces and line ends on the way."""
    return hashlib.sha256(letters(text).encode()).hexdigest()[:32]


def with_changes(formatted: list[Block], typed: list[Block]) -> list[Block] | None:
    """The typed text, with the formatting of each paragraph that is the same; None where none is."""
    if max(len(formatted), len(typed)) > MOST_BLOCKS:
        return None
    before, after = ([letters(block.text) for block in blocks] for blocks in (formatted, typed))
    found: list[Block] = []
    is_any = False
    for kind, start, end, first, last in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        same, own = formatted[start:end], typed[first:last]
        # Nobody could take out what a field for text does not show.
        found += same if kind == "equal" else [*own, *(one for one in same if not one.text)]
        is_any = is_any or kind == "equal"
    return found if is_any else None


def as_typed(blocks: list[Block]) -> str:
    """A text as somebody would type it: paragraphs apart, a sign in front of the items of a list."""
    return "\n\n".join(filter(None, map(lines_of, blocks)))


def lines_of(block: Block) -> str:
    if block.kind not in ("list", "numbered"):
        return block.text
    signs = (
        f"{block.start + n}." if block.kind == "numbered" else "•" for n in range(len(block.items))
    )
    items = ("\n".join(inner.text for inner in item) for item in block.items)
    return "\n".join(f"{sign} {words}" for sign, words in zip(signs, items, strict=True))
