from datetime import time
from itertools import groupby

from django import template
from django.utils.dateformat import time_format
from django.utils.translation import gettext as _

from pages.models import OpeningHours

register = template.Library()


@register.filter
def hours_in_words(hours: list[OpeningHours]) -> list[tuple[str, str]]:
    """Rows of (days, hours), neighboring days with the same hours together.

    ``[("Monday to Thursday", "8 a.m.–7 p.m."), ("Friday", "8 a.m.–3 p.m.")]``
    """
    by_day = {day: [] for day in OpeningHours.Weekday.values}
    for row in hours:
        by_day[row.weekday].append(
            _("%(from)s–%(to)s") % {"from": clock(row.opens), "to": clock(row.closes)}
        )
    rows = []
    for times, days in groupby(by_day, key=lambda day: ", ".join(by_day[day])):
        if times:
            names = [str(OpeningHours.Weekday(day).label) for day in days]
            rows.append((span(names), times))
    return rows


def clock(time: time) -> str:
    return time_format(time, "P")


def span(days: list[str]) -> str:
    if len(days) == 1:
        return days[0]
    phrase = _("%(first)s and %(last)s") if len(days) == 2 else _("%(first)s to %(last)s")
    return phrase % {"first": days[0], "last": days[-1]}
