"""When somebody's word on room was given, and by whom: for staff. Visitors see the day, never who."""

from datetime import date

from django.utils.translation import gettext as _

from staff.short_time import short_day
from team.models import Therapist
from team.models.room import Age


def confirmed(person: Therapist) -> str:
    name = person.availability_confirmed_name
    if person.is_confirmed_by_link:
        name = _("by private link")
    elif name == person.name:
        name = _("own word")
    return day_and_name(person.availability_confirmed_on, name)


def day_and_name(day: date | None, name: str) -> str:
    if day is None:
        return _("never confirmed")
    text = _("confirmed {day}, {name}") if name else _("confirmed {day}")
    return text.format(day=short_day(day), name=name)


def is_to_confirm(person: Therapist) -> bool:
    """Visitors do not read it any more as it was said."""
    return person.age_of_room() is not Age.FRESH
