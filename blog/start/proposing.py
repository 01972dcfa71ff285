"""What each row of a text seems to be: proposed from both ends, and a person says whether it is right."""

from blog.start.cover_note import leave_out_mail
from blog.start.foot import read_foot
from blog.start.references import reference_section
from blog.start.roles import HEADING, OUT, REFERENCE, TEXT
from blog.start.row import Row
from blog.start.telling import Telling
from blog.start.top import read_top

# A text whose paragraphs are mostly lines of verse has no headings that are only short lines.
VERSE_SHARE, VERSE_LINE = 0.5, 60


def give_roles(rows: list[Row]) -> None:
    """Each row its role, in place."""
    telling = Telling(rows)
    leave_out_mail(telling)
    telling.give(REFERENCE, *reference_section(telling.left))
    leave_out_line_above_notes(rows)
    read_top(telling)
    read_foot(telling)
    has_no_headings = is_verse(telling.left)
    for row in telling.left:
        is_only_a_line = row.role == HEADING and row.of.kind == "paragraph"
        if is_only_a_line and (has_no_headings or row is telling.left[-1]):
            row.role = TEXT


def leave_out_line_above_notes(rows: list[Row]) -> None:
    """What parts the notes from the text, where they stand below it."""
    first = next((number for number, row in enumerate(rows) if row.role == REFERENCE), 0)
    is_last = all(row.role == REFERENCE for row in rows[first:])
    if first and is_last and rows[first - 1].of.kind == "divider":
        rows[first - 1].role = OUT


def is_verse(rows: list[Row]) -> bool:
    blocks = list({id(row.of): row.of for row in rows if row.of.kind == "paragraph"}.values())
    verses = [block for block in blocks if is_stanza(block.text)]
    return bool(verses) and len(verses) >= VERSE_SHARE * len(blocks)


def is_stanza(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and all(len(line) <= VERSE_LINE for line in lines)
