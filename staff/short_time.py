"""When something was, or will be, in as few words as say it: for rows that are scanned."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

DAYS_NAMED = 6


def short_time(moment: datetime | None) -> str:
    """“today 9:21 a.m.”, “yesterday 9:40 p.m.”, “Tue 4:05 p.m.”, “Oct 9”, “Jun 24, 2025”."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    apart = (local.date() - timezone.localdate()).days
    if abs(apart) > DAYS_NAMED:
        return short_day(local.date())
    return f"{short_day(local.date())} {date_format(local, 'TIME_FORMAT')}"


def short_day(day: date | None) -> str:
    """“today”, “tomorrow”, “Tue” within a week, else “Oct 9”, and the year where it is another one."""
    if day is None:
        return ""
    today = timezone.localdate()
    apart = (day - today).days
    if apart in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[apart]
    if abs(apart) <= DAYS_NAMED:
        return date_format(day, "D")
    return date_format(day, "M j" if day.year == today.year else "M j, Y")


def is_over(day: date | None) -> bool:
    return day is not None and day < timezone.localdate()


def days_late(day: date) -> int:
    return (timezone.localdate() - day) // timedelta(days=1)
