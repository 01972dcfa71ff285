"""When the word on a group's room was given, and by whom: for staff. Visitors see the day, never who."""

from groups.models import Group
from team.admin.confirmed import day_and_name
from team.models.room import Age


def confirmed(group: Group) -> str:
    return day_and_name(group.room_confirmed_on, group.room_confirmed_name)


def is_to_confirm(group: Group) -> bool:
    """Visitors do not read it any more as it was said."""
    return group.age_of_room() is not Age.FRESH
