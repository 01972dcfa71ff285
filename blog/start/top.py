"""What stands above a text: title, who wrote it, when, and the words it opens with."""

from blog.start.dates import date_in
from blog.start.lines import LABEL, OF_OPENING, OF_SUMMARY, OF_TITLE, READING_TIME, looks_like_title
from blog.start.name_shapes import looks_like_name
from blog.start.people import byline_in, dashed_in, is_person, posted_by_in
from blog.start.roles import AUTHORS, DATE, HEADING, OPENING, OUT, POSTED_BY, SUMMARY, TEXT, TITLE
from blog.start.row import Row
from blog.start.telling import (
    LONGEST_OPENING,
    LONGEST_SUBTITLE,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    Telling,
    is_byline,
    is_opening,
)  # fmt: skip

MOST_ROWS = 10


def read_top(telling: Telling) -> None:
    most = MOST_ROWS + sum(bool(row.of.said) for row in telling.left)
    for _row in range(most):
        if not telling.left or not (role := role_of(telling.left[0], telling)):
            return
        telling.give(role, telling.left[0])


def role_of(row: Row, telling: Telling) -> str:
    has_title = telling.has(TITLE)
    if said := role_said(row, telling):
        return said
    if not telling.names and is_by(row.text, has_title):
        return AUTHORS
    if not has_title:
        is_line = row.of.kind in ("heading", "paragraph") and not row.of.is_cell
        return TITLE if is_line and len(row.text) <= LONGEST_TITLE else ""
    after = telling.left[1:]
    return role_under_title(row, after, telling) if after else ""


def role_said(row: Row, telling: Telling) -> str:
    """What the line says itself to be, or its style, and nothing else it could be."""
    text, has_title = row.text, telling.has(TITLE)
    if label := LABEL.fullmatch(text):
        name = label["label"].lower()
        if name in OF_TITLE:
            return "" if has_title else TITLE
        if name in OF_SUMMARY:
            return SUMMARY if len(label["rest"]) <= LONGEST_SUMMARY else OPENING
        return OPENING if name in OF_OPENING else OUT
    if is_title_again(row, telling):
        return OUT
    if row.of.said and may_be_said(row, telling):
        return row.of.said
    if len(text) <= LONGEST_SUBTITLE and posted_by_in(text):
        return POSTED_BY
    if date_in(text):
        return "" if telling.has(DATE) else DATE
    return OUT if READING_TIME.fullmatch(text) else ""


def may_be_said(row: Row, telling: Telling) -> bool:
    said = row.of.said
    if said == DATE and date_in(row.text) is None:
        return False
    return not (said in (TITLE, DATE) and telling.has(said))


def is_title_again(row: Row, telling: Telling) -> bool:
    """A heading that repeats the title that stood in front of the text."""
    title = next((one.text for one in telling.rows if one.role == TITLE and one.of.said), "")
    bare = title.partition(":")[2].strip().casefold()
    return row.own == HEADING and bool(bare) and row.text.casefold() == bare


def is_by(text: str, has_title: bool) -> bool:
    return bool(byline_in(text) or is_person(text) or (has_title and dashed_in(text)))


def role_under_title(row: Row, after: list[Row], telling: Telling) -> str:
    text = row.text
    if is_opening(row):
        return OPENING if len(text) <= LONGEST_OPENING else ""
    if is_attribution(row, telling) or is_subtitle(row, after, telling):
        return OPENING
    is_name = not telling.names and looks_like_name(text)
    return AUTHORS if is_name and not looks_like_name(after[0].text) else ""


def is_attribution(row: Row, telling: Telling) -> bool:
    """Whose words the quotation above it is."""
    before = telling.before(row)
    is_below = before is not None and before.role == OPENING and is_opening(before)
    return is_below and bool(dashed_in(row.text))


def is_subtitle(row: Row, after: list[Row], telling: Telling) -> bool:
    """A short line with the byline below it, and the text below that."""
    if telling.names or row.own not in (TEXT, HEADING) or looks_like_name(row.text):
        return False
    if len(row.text) > LONGEST_SUBTITLE or not looks_like_title(row.text.rstrip(".")):
        return False
    return any(is_byline(other.text) and after[n + 1 :] for n, other in enumerate(after[:2]))
