"""What stands below a text: an invitation, who wrote it or puts it up, a life in a sentence."""

from blog.start.dates import date_in
from blog.start.lines import (
    ABOUT_AUTHOR,
    BIOGRAPHY,
    INVITATION,
    READING_TIME,
    SENT_FROM,
    SIGN_OFF,
)  # fmt: skip
from blog.start.name_shapes import looks_like_name
from blog.start.people import dashed_in, posted_by_in, without_lead
from blog.start.roles import AUTHORS, CTA, DATE, HEADING, OUT, POSTED_BY, TEXT
from blog.start.row import Row
from blog.start.telling import Telling, is_byline, is_invitation, is_opening

MOST_ROWS = 8
LONGEST_NAME, LONGEST_LIFE, LONGEST_SIGNATURE = 120, 700, 80


def read_foot(telling: Telling) -> None:
    number = len(telling.left) - 1
    for _row in range(MOST_ROWS):
        if number < 1:
            return
        row, before = telling.left[number], telling.left[number - 1]
        role = role_of(row, before, telling)
        if role is None or (role == CTA and telling.has(CTA)):
            return
        if role == CTA and number > 1 and is_heading_of_invitation(before):
            telling.give(CTA, before)
            number -= 1
        if role:
            telling.give(role, row)
        number -= 1


def role_of(row: Row, before: Row, telling: Telling) -> str | None:
    """ "" of what may stand below something else, and is text; None where the text itself ends."""
    text = row.text
    if row.own not in (TEXT, HEADING):
        return None
    if telling.is_mail and (role := role_in_mail(text, before, telling)):
        return role
    if SENT_FROM.fullmatch(text) or READING_TIME.fullmatch(text):
        return OUT
    if len(text) <= LONGEST_NAME and posted_by_in(text):
        return POSTED_BY
    if date_in(text):
        return "" if telling.has(DATE) else DATE
    if is_opening(before) and dashed_in(text):
        return None  # whose words they are
    if is_byline(text) or looks_like_name(text):
        return role_of_name(text, telling)
    if ABOUT_AUTHOR.fullmatch(text) or is_life(text, telling):
        return ""
    return CTA if is_invitation(row) else None


def role_in_mail(text: str, before: Row, telling: Telling) -> str:
    if SIGN_OFF.fullmatch(text):
        return OUT
    if SIGN_OFF.fullmatch(before.text) and len(text) <= LONGEST_SIGNATURE:
        return OUT if telling.names else AUTHORS
    return ""


def role_of_name(text: str, telling: Telling) -> str:
    if not telling.names:
        return AUTHORS
    is_author = without_lead(text).partition(",")[0].casefold().strip() in telling.names
    is_bare = looks_like_name(text) and len(text) <= LONGEST_NAME
    return POSTED_BY if is_bare and not is_author and not telling.has(POSTED_BY) else ""


def is_life(text: str, telling: Telling) -> bool:
    """ "Mara Ellison, LMFT, is a therapist who …" """
    match = BIOGRAPHY.match(text)
    if not match or len(text) > LONGEST_LIFE:
        return False
    who = match["who"].strip().casefold()
    is_author = any(who.startswith(name) or name.startswith(who) for name in telling.names)
    return is_author or looks_like_name(match["who"])


def is_heading_of_invitation(row: Row) -> bool:
    is_line = row.of.kind in ("heading", "paragraph") and "\n" not in row.text
    is_short = is_line and len(row.text) <= LONGEST_NAME
    return is_short and (row.text.endswith("?") or bool(INVITATION.search(row.text)))
