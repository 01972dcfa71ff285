"""Foot- and endnotes as word processors and sites link them: ``[1]`` in the text, and the notes numbered so.

The links themselves lead nowhere here. What they say is which words are the mark of a note and which are
the note, whatever sign stands there: a raised 1, an i, an asterisk, an arrow back.
"""

import re
from collections.abc import Iterable

from writing.blocks import Block, Run, every_block

KIND = r"(?P<kind>_?ftn|_?edn|ftnt|sdfootnote|sdendnote|footnote|endnote|fn|cite_note)"
NOTE = re.compile(
    rf"#?(?:x_)?(?:user-content-)?{KIND}[-_:]?(?P<back>ref|anchor|anc)?[-_:]?(?P<number>\d{{1,4}})(?:sym|(?P<anc>anc)|[-_].*)?",
    re.IGNORECASE,
)
CITE_BACK = re.compile(r"#?cite_ref-(?P<number>\d{1,4})(?:[-_].*)?", re.IGNORECASE)


def note_named(name: str) -> tuple[str, bool]:
    """``(which note a link or an id is about, whether it is the place in the text that it belongs to)``."""
    if back := CITE_BACK.fullmatch(name):
        return f"cite_note{back['number']}", True
    match = NOTE.fullmatch(name)
    if not match:
        return "", False
    kind = match["kind"].lower().lstrip("_")
    return f"{kind}{match['number']}", bool(match["back"] or match["anc"])


def note_of(names: Iterable[str]) -> str:
    """The note whose words stand in an element with these names, or nothing."""
    found = (note_named(name) for name in names)
    return next((key for key, is_back in found if key and not is_back), "")


def number_notes(blocks: list[Block]) -> list[Block]:
    """Marks and notes with the number of the note, in the order in which the notes stand."""
    keys = dict.fromkeys(block.note_key for block in every_block(blocks) if block.note_key)
    numbers = {key: number for number, key in enumerate(keys, start=1)}
    seen: set[str] = set()
    for block in every_block(blocks):
        if block.note_key:
            block.note = numbers[block.note_key]
            if block.note_key not in seen and block.runs:
                block.runs = [Run(f"[{block.note}] "), *block.runs]
                seen.add(block.note_key)
    for block in every_block(blocks):
        if any(run.note for run in block.runs):
            block.runs = marked(block.runs, numbers)
    return [part for block in blocks for part in unlisted(block)]


def marked(runs: list[Run], numbers: dict[str, int]) -> list[Run]:
    kept: list[Run] = []
    before = ""
    for run in runs:
        if run.note not in numbers:
            kept.append(run._replace(note=""))
        elif run.note != before:
            kept.append(run._replace(text=f"[{numbers[run.note]}]", level="", note=""))
        before = run.note
    return kept


def unlisted(block: Block) -> list[Block]:
    """A list of nothing but notes is paragraphs, since each has its number in front."""
    items = block.items
    if not items or not all(item and item[0].note for item in items):
        return [block]
    return [part for item in items for part in item]
