"""When somebody's word on room was given, and by whom: for staff. Visitors see the day, never who."""

from django.utils.translation import gettext as _

from staff.short_time import short_day
from team.models import Therapist
from team.models.room import Age


def confirmed(person: Therapist) -> str:
    day = short_day(person.availability_confirmed_on)
    if not day:
        return _("never confirmed")
    text = _("confirmed {day}, {name}")
    name = person.availability_confirmed_name
    if person.is_confirmed_by_link:
        name = _("by private link")
    elif name == person.name:
        name = _("own word")
    elif not name:
        text = _("confirmed {day}")
    return text.format(day=day, name=name)


def is_to_confirm(person: Therapist) -> bool:
    """Visitors do not read it any more as it was said."""
    return person.age_of_room() is not Age.FRESH
