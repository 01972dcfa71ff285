"""Two things in one line: ``Title, by Somebody`` and ``By Somebody | March 3``."""

import re
from collections.abc import Iterator
from dataclasses import replace

from blog.start.dates import date_in
from blog.start.name_shapes import looks_like_name, with_credentials
from blog.start.people import byline_in, is_person
from blog.start.row import Row
from writing.runs import slice_runs, trimmed

BEHIND_TITLE = re.compile(
    r"\s*(?P<sign>[,;:|–—-]|\s)\s*(?=(?:written\s+)?by\b)|\s+[–—|-]\s+", re.IGNORECASE
)
BEHIND_BYLINE = re.compile(r"\s*(?:[|·•–—]|\s-\s|,)\s*")


def taken_apart(row: Row, is_first: bool) -> Iterator[Row]:
    """``Title, by Somebody`` and ``By Somebody | March 3`` are two things in one line."""
    text = row.text
    cut = None
    if row.runs and len(text) <= 300 and "\n" not in text:
        if is_first:
            cut = next(
                filter(None, (end_of_title(text, m) for m in BEHIND_TITLE.finditer(text))), None
            )
        cut = cut or next(
            (m for m in BEHIND_BYLINE.finditer(text) if is_before_date(text, m)), None
        )
    if cut is None:
        yield row
        return
    first, second = text[: cut.start()], text[cut.end() :]
    yield replace(row, runs=trimmed(slice_runs(row.runs, 0, len(first))))
    yield replace(
        row, runs=trimmed(slice_runs(row.runs, len(text) - len(second), len(text))), joint=cut[0]
    )


def end_of_title(text: str, cut: re.Match[str]) -> re.Match[str] | None:
    title, who = text[: cut.start()], text[cut.end() :]
    if len(title) < 3 or (byline_in(title) or is_person(title)):
        return None
    named = byline_in(who)
    if named and (cut["sign"] or "").strip() and looks_like_name(with_credentials(named)[0]):
        return cut
    if named and is_person(named):
        return cut
    return cut if not named and is_person(who) and cut["sign"] is None else None


def is_before_date(text: str, cut: re.Match[str]) -> bool:
    before, after = text[: cut.start()], text[cut.end() :]
    return bool(
        date_in(after) and (byline_in(before) or is_person(before) or looks_like_name(before))
    )
