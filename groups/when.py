"""When a group meets, in words."""

import datetime

from django.utils.dateformat import format as day_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groups.models import Group
from pages import kept_practice
from pages.heads import in_a_row
from pages.templatetags.opening_hours import clock
from pages.time_zones import zone_in_words

DAYS = (
    gettext_lazy("Mondays"), gettext_lazy("Tuesdays"), gettext_lazy("Wednesdays"), gettext_lazy("Thursdays"),
    gettext_lazy("Fridays"), gettext_lazy("Saturdays"), gettext_lazy("Sundays"),
)  # fmt: skip


def lines(group: Group, today: datetime.date) -> list[str]:
    """``Tuesdays, 6 p.m.–7:30 p.m.``, ``From January 12, 2027``, ``8 meetings``."""
    if group.is_without_place:
        return [_("We tell you where and when")]
    said = [meets_on(group), runs(group, today)]
    if is_one_day(group):
        said = [in_brief(group, today)]
    return [line for line in (*said, how_many(group), zone(group)) if line]


def in_brief(group: Group, today: datetime.date) -> str:
    """For a card: what somebody must know to see whether they could come."""
    if group.is_without_place:
        return ""
    said = [meets_on(group), runs(group, today)]
    return in_a_row(*(reversed(said) if is_one_day(group) else said))


def is_one_day(group: Group) -> bool:
    return group.begins_on is not None and group.begins_on == group.last_day


def meets_on(group: Group) -> str:
    weekday = "" if group.weekday is None or is_one_day(group) else DAYS[group.weekday]
    said = in_a_row(weekday, hours(group), group.rhythm.rstrip(" ."))
    return said[:1].upper() + said[1:]


def hours(group: Group) -> str:
    if group.begins_at is None:
        return ""
    if group.ends_at is None:
        return clock(group.begins_at)
    return _("%(from)s–%(to)s") % {"from": clock(group.begins_at), "to": clock(group.ends_at)}


def runs(group: Group, today: datetime.date) -> str:
    first, last = group.begins_on, group.ends_on
    if first and is_one_day(group):
        return day_format(first, "l, F j, Y")
    if first and last:
        return _("%(first)s to %(last)s") % {"first": in_full(first), "last": in_full(last)}
    if first:
        text = _("Since %(day)s") if first < today else _("From %(day)s")
        return text % {"day": in_full(first)}
    return _("Until %(day)s") % {"day": in_full(last)} if last else ""


def took_place(group: Group) -> str:
    """Of what is over."""
    first, last = group.begins_on, group.last_day
    if first and first != last:
        text = _("It went from %(first)s to %(last)s.")
        return text % {"first": in_full(first), "last": in_full(last)}
    text = _("It took place on %(day)s.") if first else _("It was over on %(day)s.")
    return text % {"day": in_full(last)}


def how_many(group: Group) -> str:
    number = group.meetings
    return ngettext("%d meeting", "%d meetings", number) % number if number else ""


def zone(group: Group) -> str:
    """Whoever comes by video may be where the clocks are others."""
    if not group.video_states or group.begins_at is None:
        return ""
    return _("Time zone: %(zone)s") % {"zone": zone_in_words(kept_practice.current().time_zone)}


def in_full(day: datetime.date) -> str:
    return day_format(day, "F j, Y")
