"""Start an article from one whole text: what each part of it seems to be, and what is made of it.

Authors hand in a title, who wrote it, opening words, headings that are only short lines, a list, a closing
invitation, sources and, last, the name of whoever puts it up. Which row is what is *proposed*
(``proposing``); a person confirms it, row by row. No word is changed: every word of the text is in exactly one
part, but for a label like "By" in front of it.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from blog.start.authors import Author, authors_in
from blog.start.body import body_of
from blog.start.dates import date_in
from blog.start.lines import LABEL, heading_and_text
from blog.start.people import posted_by_in, without_lead
from blog.start.proposing import give_roles
from blog.start.references import references_of
from blog.start.roles import (
    AUTHORS,
    CTA,
    DATE,
    HEADING,
    OPENING,
    POSTED_BY,
    REFERENCE,
    SUMMARY,
    TITLE,
)  # fmt: skip
from blog.start.row import Row
from blog.start.rows import rows_of
from writing.blocks import Block

LONGEST_CTA_HEADING = 120
# The number of a note has no place in a title or a name.
MENTION = re.compile(r"\s?\[[1-9][0-9]?\]")


@dataclass
class Proposal:
    """``body`` is what remains in the text, with its headings as headings."""

    title: str = ""
    authors: list[Author] = field(default_factory=list)
    opening_lines: str = ""
    summary: str = ""
    body: list[Block] = field(default_factory=list)
    cta_heading: str = ""
    cta_text: str = ""
    references: list[dict[str, str]] = field(default_factory=list)
    posted_by: str = ""
    day: date | None = None


def proposed_rows(blocks: list[Block]) -> list[Row]:
    rows = rows_of(blocks)
    give_roles(rows)
    return rows


def propose(blocks: list[Block]) -> Proposal:
    return made_of(proposed_rows(blocks))


def made_of(rows: list[Row]) -> Proposal:
    """The fields that rows make, each by its role."""
    told = {role: [row for row in rows if row.role == role and row.text] for role in PARTS}
    proposal = Proposal()
    has_notes = bool(told[REFERENCE])
    proposal.title = " ".join(" ".join(bare(row, has_notes).split()) for row in told[TITLE])
    for row in told[AUTHORS]:
        proposal.authors += authors_in(without_lead(bare(row, has_notes)))
    proposal.opening_lines = "\n".join(unlabeled(row) for row in told[OPENING])
    proposal.summary = " ".join(" ".join(unlabeled(row).split()) for row in told[SUMMARY])
    proposal.cta_heading, proposal.cta_text = invitation_of(told[CTA])
    proposal.posted_by = ", ".join(posted_by_in(row.text) or row.text for row in told[POSTED_BY])
    proposal.references = references_of(told[REFERENCE])
    days = [day for row in told[DATE] if (day := date_in(row.text))]
    proposal.day = days[0] if days else None
    proposal.body = body_of(rows, set(PARTS))
    return proposal


PARTS = (TITLE, AUTHORS, OPENING, CTA, REFERENCE, POSTED_BY, DATE, SUMMARY)


def unlabeled(row: Row) -> str:
    label = LABEL.fullmatch(row.text)
    return label["rest"] if label else row.text


def bare(row: Row, has_notes: bool) -> str:
    text = unlabeled(row)
    return MENTION.sub("", text) if has_notes else text


def invitation_of(rows: list[Row]) -> tuple[str, str]:
    if not rows:
        return "", ""
    first, rest = rows[0].text, rows[1:]
    is_heading = rows[0].own == HEADING or (first.endswith("?") and "\n" not in first)
    if rest and is_heading and len(first) <= LONGEST_CTA_HEADING:
        return first, "\n".join(row.text for row in rest)
    return heading_and_text("\n".join(row.text for row in rows))
