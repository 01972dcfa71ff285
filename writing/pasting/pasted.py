"""Text pasted from word processors and other sites, made into clean blocks. Never changes a word.

``blocks_from_text`` and ``blocks_from_html`` give blocks; ``blocks_to_html`` writes them;
``heading_candidates`` are the lines somebody may want to be asked about. What does not come along is
counted by kind in ``left_out``, a ``Counter``; ``writing.pasting.left_out`` says it in sentences.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from writing.blocks import Block, Run, blocks_to_html, every_block
from writing.characters import without_unseen
from writing.links import unwrapped
from writing.pasting.comment_lists import comment_list_in, is_balloon, without_marks_of
from writing.pasting.heading_lines import with_candidates, without_bold
from writing.pasting.markdown import markdown_parts
from writing.pasting.plain_lines import paragraphs_of
from writing.pasting.typed_lists import joined_lists, neighbors_joined, paragraphs_in
from writing.pasting.typed_marks import without_typed_marks
from writing.reading.html import read_html
from writing.reading.places import LONGEST, Places
from writing.runs import SPACES, joined_lines, lines_of, text_of, trimmed, with_text

__all__ = [
    "Block",
    "blocks_from_html",
    "blocks_from_markdown",
    "blocks_from_text",
    "blocks_to_html",
    "heading_candidates",
    "is_without_structure",
]

ODD_SPACES = re.compile(r"[\u1680\u2000-\u200a\u202f\u205f\u3000\xa0\t\x85]")
WIDTHLESS = re.compile(r"[\u200b\u2060\ufeff]")
LINE_BREAKS = re.compile(r"[\u2028\u2029]")
Line = TypeVar("Line")
ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]'’]", re.IGNORECASE)


def blocks_from_text(text: str, left_out: Counter[str] | None = None) -> list[Block]:
    """Plain text: paragraphs, with marked lines as lists and possible headings noticed."""
    left_out = Counter() if left_out is None else left_out
    text = LINE_BREAKS.sub("\n", without_unseen(text))
    text = tidied(without_typed_marks(text, left_out))
    lines = without_balloons(text.split("\n"), left_out, str)
    text = "\n".join(lines)
    first, tags = comment_list_in(lines)
    if tags:
        text = without_marks_of(tags, "\n".join(lines[:first]))
        count(left_out, comment=len(tags))
    return with_candidates(joined_lists(paragraphs_of(straight(text, left_out))))


def blocks_from_markdown(text: str, left_out: Counter[str] | None = None) -> list[Block]:
    """A text that is plainly Markdown (``markdown.is_markdown``), by its signs. What stands above it between
    lines of dashes comes as a paragraph for each line, which says what it is."""
    left_out = Counter() if left_out is None else left_out
    text = LINE_BREAKS.sub("\n", without_unseen(text))
    front, html = markdown_parts(without_typed_marks(text, left_out))
    blocks = blocks_from_html(html, left_out)
    if any(block.kind == "heading" for block in blocks):
        for block in blocks:
            block.is_heading_candidate = False
    return [*front, *blocks]


def blocks_from_html(
    html: str, left_out: Counter[str] | None = None, *, with_files: bool = False
) -> list[Block]:
    """HTML of any origin: structure kept, appearance dropped. ``with_files``: pictures of a file, which it names
    by number, are not left out yet."""
    left_out = Counter() if left_out is None else left_out
    blocks = without_comment_list(read_html(html, left_out), left_out)
    for block in every_block(blocks):
        if any(map(is_balloon, text_of(block.runs).split("\n"))):
            block.runs = joined_lines(without_balloons(lines_of(block), left_out, text_of))
        block.runs = trimmed([tidied_run(run, left_out) for run in block.runs])
    blocks = [part for block in blocks for part in paragraphs_in(block)]
    blocks = not_all_bold(neighbors_joined(joined_lists(blocks)))
    for block in every_block(blocks):
        for heading in [block] if block.kind == "heading" else block.rows[0] if block.rows else []:
            heading.runs = without_bold(heading.runs)
    if not with_files:
        for block in blocks:
            block.file = None
    count_pictures(blocks, left_out)
    return with_candidates(without_empty_lines(blocks))


def is_without_structure(blocks: list[Block]) -> bool:
    """Nothing but plain paragraphs, as an editor of plain text puts them on the clipboard."""
    return all(
        block.kind in ("paragraph", "list", "numbered", "divider")
        and not any(run.href or run.strong or run.em for run in block.runs)
        for block in every_block(blocks)
    )


def count_pictures(blocks: list[Block], left_out: Counter[str]) -> None:
    before = ""
    for block in blocks:
        if block.kind == "image-note" and block.file is None:
            if isinstance(left_out, Places):
                left_out.pass_by(before)
            left_out["picture"] += 1
        before = block.text[-LONGEST:] or before


def count(left_out: Counter[str] | None, **numbers: int) -> None:
    if left_out is not None:
        left_out.update({kind: number for kind, number in numbers.items() if number})


def without_balloons(
    lines: list[Line], left_out: Counter[str], words_of: Callable[[Line], str]
) -> list[Line]:
    kept = [line for line in lines if not is_balloon(words_of(line))]
    count(left_out, comment=len(lines) - len(kept))
    return kept


def without_comment_list(blocks: list[Block], left_out: Counter[str]) -> list[Block]:
    first, tags = comment_list_in([block.text for block in blocks])
    if not tags:
        return blocks
    count(left_out, comment=len(tags))
    for block in every_block(blocks[:first]):
        block.runs = [run._replace(text=without_marks_of(tags, run.text)) for run in block.runs]
    return blocks[:first]


def straight(text: str, left_out: Counter[str] | None = None) -> str:
    """Addresses among the words, as they were before something wrapped them."""

    def take_off(match: re.Match) -> str:
        href, taken_off = unwrapped(match[0])
        if not href or not taken_off:
            return match[0]
        count(left_out, **{taken_off: 1})
        return href

    return ADDRESS.sub(take_off, text) if "://" in text else text


def tidied_run(run: Run, left_out: Counter[str]) -> Run:
    # The words of a link are its own address, which was counted already.
    text = straight(without_typed_marks(run.text, left_out), None if run.href else left_out)
    return with_text(run, tidied(text))


def tidied(text: str) -> str:
    """Spaces of every kind as one plain space; characters without width dropped."""
    if not text.isascii() or "\t" in text:
        text = WIDTHLESS.sub("", ODD_SPACES.sub(" ", LINE_BREAKS.sub("\n", text)))
    return SPACES.sub(" ", text) if "  " in text else text


def not_all_bold(blocks: list[Block]) -> list[Block]:
    """A text that is bold from end to end is bold by accident."""
    runs = [run for block in every_block(blocks) for run in block.runs if run.text.strip()]
    is_long = sum(len(run.text) for run in runs) > 200
    for mark in ("strong", "em"):
        if is_long and all(getattr(run, mark) for run in runs):
            for block in every_block(blocks):
                block.runs = [run._replace(**{mark: False}) for run in block.runs]  # type: ignore[arg-type]
    return blocks


def without_empty_lines(blocks: list[Block]) -> list[Block]:
    return [
        block
        for block in blocks
        if block.text or block.kind in ("picture", "divider", "image-note")
    ]


def heading_candidates(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if block.is_heading_candidate]
