"""When somebody's word on room was given, and by whom: for staff. Visitors see the day, never who."""

from django.utils.translation import gettext as _

from staff.short_time import short_day
from team.models import Therapist


def confirmed(person: Therapist) -> str:
    day = short_day(person.availability_confirmed_on)
    if not day:
        return _("never confirmed")
    name = person.availability_confirmed_name
    text = _("confirmed {day}, {name}") if name else _("confirmed {day}")
    if person.is_confirmed_by_link:
        text = _("confirmed {day}, {name} by private link")
    return text.format(day=day, name=name)
