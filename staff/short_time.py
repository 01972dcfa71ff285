"""When something was, or will be, in as few words as say it: for rows that are scanned."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

DAYS_NAMED = 6


def short_time(moment: datetime | None) -> str:
    """“today 9:21 a.m.”, “yesterday 9:40 p.m.”, “Tue 4:05 p.m.”, “Oct 9”, “Jun 24, 2025”."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    day, today = local.date(), timezone.localdate()
    said = words_of_day(day, today, get_language())
    if abs((day - today).days) > DAYS_NAMED:
        return said
    return f"{said} {words_of_clock(local.hour, local.minute, get_language())}"


def short_day(day: date | None) -> str:
    """“today”, “tomorrow”, “Tue” within a week, else “Oct 9”, and the year where it is another one."""
    return words_of_day(day, timezone.localdate(), get_language()) if day else ""


# Rows of a list are of few days, and a date in words costs more than the rest of its cell.
@lru_cache(maxsize=1024)
def words_of_day(day: date, today: date, language: str | None) -> str:
    apart = (day - today).days
    if apart in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[apart]
    if abs(apart) <= DAYS_NAMED:
        return date_format(day, "D")
    return date_format(day, "M j" if day.year == today.year else "M j, Y")


@lru_cache(maxsize=1024)
def words_of_clock(hour: int, minute: int, language: str | None) -> str:
    return time_format(time(hour, minute))


def is_over(day: date | None) -> bool:
    return day is not None and day < timezone.localdate()


def days_late(day: date) -> int:
    return (timezone.localdate() - day) // timedelta(days=1)
