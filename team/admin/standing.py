"""Whether a license is good today, and if not, why: in words beside the door."""

from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from staff.desk_icons import state
from staff.short_time import short_day
from team.models import PracticeAuthority
from team.models.where import claims


def standing(row: PracticeAuthority, today: date) -> SafeString:
    if row.from_day and today < row.from_day:
        return state("draft", "shut", _("from {day}").format(day=short_day(row.from_day)))
    if not row.holds_on(today):
        return state("withdrawn", "shut", _("over since {day}").format(day=short_day(row.last_day)))
    if not list(claims(row.therapist, row, today)):
        return state("withdrawn", "shut", rests_on_nothing(row))
    if row.last_day is None:
        return state("live", "ajar", _("good"))
    words = _("good until {day}")
    if row.to_day and row.to_day < today:
        words = _("good until {day}, the board is late")
    return state("live", "ajar", words.format(day=short_day(row.last_day)))


def rests_on_nothing(row: PracticeAuthority) -> str:
    if row.kind == PracticeAuthority.Kind.SUPERVISED:
        return _("nobody with a license there supervises")
    return _("no license of the home state, or it is not in the compact")
