"""References: ``[1]`` in a text as a small raised link to the first reference, and a way back.

    noted = with_notes(html, article.references)
    noted.text, noted.notes

``html`` is rich text that is ready to be shown. What names no reference stays as it was typed.
"""

import re
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

# A tag, or a mention with the space that a typist leaves in front of it.
PIECE = re.compile(r"""<(/?)(\w+)(?:[^<>"]|"[^"]*")*>|(?: |&nbsp;)?\[([1-9][0-9]?)\]""")
MENTION = re.compile(r"\s?\[([1-9][0-9]?)\]")
NOT_INSIDE = {"a", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class Reference:
    number: int
    text: str
    url: str = ""

    @classmethod
    def listed(cls, rows: list[dict[str, str]]) -> "list[Reference]":
        """References of stored rows, counted from 1. Only https addresses become links."""
        return [
            cls(number, row["text"], row["url"] if is_link(row.get("url")) else "")
            for number, row in enumerate(rows or [], start=1)
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [f"[{self.number}]", self.text, self.url]))


@dataclass(frozen=True)
class Note:
    """A reference as it stands on a page. ``mention_id`` is empty if the text never mentions it."""

    reference: Reference
    id: str
    mention_id: str

    @property
    def address(self) -> str:
        """Where its link leads, in fewer characters."""
        return self.reference.url.removeprefix("https://").rstrip("/")


@dataclass(frozen=True)
class Noted:
    text: str
    notes: list[Note]


def is_link(url: str | None) -> bool:
    return isinstance(url, str) and url.startswith("https://")


def with_notes(html: str, references: list[Reference]) -> Noted:
    """The text with its mentions linked, as ``Noted``."""
    notes = {
        reference.number: Note(
            reference, f"reference-{reference.number}", f"mention-{reference.number}"
        )
        for reference in references
    }
    mentioned, inside = set(), []

    def link(match: re.Match) -> str:
        closing, tag, typed = match.groups()
        if tag:
            follow(tag.lower(), bool(closing), inside)
            return match[0]
        note = notes.get(int(typed))
        if inside or note is None:
            return match[0]
        is_first = typed not in mentioned
        mentioned.add(typed)
        return drawn(note, is_first)

    text = PIECE.sub(link, html) if notes else html
    listed = [
        note if str(number) in mentioned else Note(note.reference, note.id, "")
        for number, note in notes.items()
    ]
    return Noted(mark_safe(text), listed)


def drawn(note: Note, is_first: bool) -> str:
    number = note.reference.number
    return format_html(
        '<sup><a href="#{}"{} role="doc-noteref" aria-label="{}">{}</a></sup>',
        note.id,
        format_html(' id="{}"', note.mention_id) if is_first else "",
        _("Reference %(number)d") % {"number": number},
        number,
    )


def follow(tag: str, is_closing: bool, inside: list[str]) -> None:
    """Keep ``inside`` up to date: the open elements in which a mention stays text."""
    if tag not in NOT_INSIDE:
        return
    if not is_closing:
        inside.append(tag)
    elif tag in inside:
        inside.remove(tag)


def without_mentions(text: str, number: int) -> str:
    """Plain words without the marks that lead to one of ``number`` references: for summaries."""
    return MENTION.sub(lambda match: "" if int(match[1]) <= number else match[0], text)
