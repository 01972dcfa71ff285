"""The rows of a text while it is told what they are, and what the next rule may know of it."""

from blog.start.authors import authors_in
from blog.start.lines import INVITATION
from blog.start.people import byline_in, dashed_in, is_person, without_lead
from blog.start.roles import AUTHORS
from blog.start.row import QUOTES, Row
from blog.start.rows import is_quotation

LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_SUMMARY = 160, 120, 240
LONGEST_OPENING, LONGEST_INVITATION = 600, 500


class Telling:
    """``left`` are the rows, in order, of which nothing is said yet."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        for row in rows:
            row.role = row.own
        self.left = [row for row in rows if row.text and not row.is_fixed]
        # Of authors, in small letters.
        self.names: list[str] = []
        self.is_mail = False

    def give(self, role: str, *rows: Row) -> None:
        for row in rows:
            row.role = role
            if role == AUTHORS:
                found = authors_in(without_lead(row.text))
                self.names += [author.name.casefold() for author in found]
        given = set(map(id, rows))
        self.left = [row for row in self.left if id(row) not in given]

    def has(self, role: str) -> bool:
        return any(row.role == role for row in self.rows)

    def before(self, row: Row) -> Row | None:
        number = next(n for n, other in enumerate(self.rows) if other is row)
        return self.rows[number - 1] if number else None


def is_byline(text: str) -> bool:
    return bool(byline_in(text) or dashed_in(text) or is_person(text))


def is_opening(row: Row) -> bool:
    """Somebody's words: a quotation, or a paragraph that is nothing but one."""
    return row.of.kind in QUOTES or (row.of.kind == "paragraph" and is_quotation(row.text))


def is_invitation(row: Row) -> bool:
    is_short = row.of.kind == "paragraph" and len(row.text) <= LONGEST_INVITATION
    return is_short and bool(INVITATION.search(row.text))
