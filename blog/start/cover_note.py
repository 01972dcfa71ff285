"""The mail that a text came in: its head, and what is said in it before the text begins."""

from blog.start.lines import FORWARDED, GREETING, LABEL, MAIL_HEAD, looks_like_title
from blog.start.people import byline_in
from blog.start.roles import HEADING, OUT
from blog.start.row import Row
from blog.start.telling import Telling, is_byline

# Nobody says more than this before the text begins.
MOST_ROWS, LONG = 10, 100


def leave_out_mail(telling: Telling) -> None:
    heads = [row for row in telling.left[:MOST_ROWS] if is_head(row)]
    if len(heads) > 1 and heads[0] is telling.left[0]:
        telling.give(OUT, *heads)
        telling.is_mail = True
    if telling.left and GREETING.fullmatch(telling.left[0].text):
        begin = beginning(telling.left[: MOST_ROWS + 3])
        telling.give(OUT, *telling.left[:begin])
        telling.is_mail = telling.is_mail or begin > 0


def is_head(row: Row) -> bool:
    return bool(MAIL_HEAD.fullmatch(row.text) or FORWARDED.fullmatch(row.text))


def beginning(rows: list[Row]) -> int:
    """The row that the text begins with, behind what the mail says of it; 0 where nothing tells."""
    titles = [
        number
        for number, row in enumerate(rows[1:MOST_ROWS], start=1)
        if looks_like_title(row.text) and not byline_in(row.text) and rows[number + 1 :]
    ]
    labeled = [n for n, row in enumerate(rows) if n and LABEL.fullmatch(row.text)]
    named = [n for n in titles if any(is_byline(row.text) for row in rows[n + 1 : n + 3])]
    above = [n for n in titles if rows[n].own == HEADING or len(rows[n + 1].text) > LONG]
    return next(iter([*labeled, *named, *above]), 0)
