"""A year of months, and the days of it on which nobody answers."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, get_format

from pages.models import ClosureDay

MONTHS = DECEMBER = 12
SATURDAY = 5
WEEK = 7


class Day(NamedTuple):
    day: date
    written: str
    is_open: bool
    is_past: bool
    is_today: bool
    is_weekend: bool

    @property
    def spoken(self) -> str:
        return date_format(self.day, "l, F j, Y")


class Closing(NamedTuple):
    closure: ClosureDay
    days: str


class Month(NamedTuple):
    name: str
    weeks: Sequence[Sequence[Day | None]]
    closings: Sequence[Closing]


def months(today: date, closures: Iterable[ClosureDay], count: int = MONTHS) -> Iterator[Month]:
    """From the month of ``today`` on. ``None`` in a week is a day of another month."""
    closures, weeks = list(closures), calendar.Calendar(first_weekday())
    year, month = today.year, today.month
    for _count in range(count):
        days = [d for d in weeks.itermonthdates(year, month) if d.month == month]
        first, last = days[0], days[-1]
        within = [c for c in closures if c.first_day <= last and c.last_day >= first]
        lead = (first.weekday() - first_weekday()) % WEEK
        cells = [None] * lead + [day_of(day, today, within) for day in days]
        cells += [None] * (-len(cells) % WEEK)
        yield Month(
            date_format(first, "YEAR_MONTH_FORMAT"),
            [cells[start : start + WEEK] for start in range(0, len(cells), WEEK)],
            [Closing(c, in_month(c, first, last)) for c in within],
        )
        year, month = (year + 1, 1) if month == DECEMBER else (year, month + 1)


def day_of(day: date, today: date, closures: Sequence[ClosureDay]) -> Day:
    return Day(
        day,
        day.isoformat(),
        is_open=not any(c.first_day <= day <= c.last_day for c in closures),
        is_past=day < today,
        is_today=day == today,
        is_weekend=day.weekday() >= SATURDAY,
    )


def in_month(closure: ClosureDay, first: date, last: date) -> str:
    begins, ends = max(closure.first_day, first).day, min(closure.last_day, last).day
    return str(begins) if begins == ends else f"{begins}–{ends}"


def first_weekday() -> int:
    """As ``date.weekday`` counts; the languages' formats count from Sunday."""
    return (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % WEEK


def weekday_names() -> list[str]:
    return [str(WEEKDAYS[(first_weekday() + number) % WEEK]) for number in range(WEEK)]


def earliest_shown(today: date) -> date:
    return today - timedelta(days=today.day - 1)


def with_span(typed: QueryDict) -> QueryDict:
    """What was ticked in the calendar as the two days of the form: the first of them and the last."""
    spanned = typed.copy()
    days = sorted(spanned.pop("day"))
    spanned["first_day"], spanned["last_day"] = days[0], days[-1]
    return spanned
