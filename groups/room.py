"""What visitors read of the room in a group, and whether it counts as room: by the same table as a person's."""

from datetime import date

from django.utils.translation import gettext as _

from groups.models import Group
from team.models import Therapist
from team.models.vocabulary import in_a_sentence
from team.room import TABLE, Line, days_told

Availability = Therapist.Availability
Room = Group.Room
LIKE = {
    Room.OPEN: Availability.ACCEPTING,
    Room.WAITLIST: Availability.WAITLIST,
    Room.FULL: Availability.CLOSED,
}


def line_of(group: Group, today: date | None = None) -> Line:
    return TABLE[LIKE[Room(group.room)], group.age_of_room(today)]


def is_known(group: Group) -> bool:
    """Whether the site says it of today. Where nobody leads it any more, nothing that was said is."""
    return line_of(group).is_known and group.is_led


def takes_people(group: Group) -> bool:
    return is_known(group) and line_of(group).has_room and not group.has_begun


def said(group: Group) -> str:
    """In a line, for a list."""
    if group.has_begun:
        return _("It has begun. Ask us about the next one")
    if not group.is_led:
        return _("Ask us how it goes on")
    line = line_of(group)
    if not line.is_known:
        return str(line.said).format(**days_told(group.room_confirmed_on))
    note = group.room_note.rstrip(" .")
    return ": ".join(filter(None, [str(group.get_room_display()), note]))


def in_full(group: Group) -> str:
    """With its day: on its own page."""
    if group.has_begun or not group.is_led:
        return said(group)
    told = days_told(group.room_confirmed_on)
    return str(line_of(group).in_full).format(**told, said=said(group))


def in_brackets(group: Group) -> str:
    """Behind its name among others, where nobody can begin or nobody knows."""
    if takes_people(group):
        return ""
    if group.has_begun or is_known(group):
        return in_a_sentence(said(group))
    return _("ask about room")


def ask(group: Group) -> str:
    """On the button."""
    if group.has_begun or (is_known(group) and group.room == Room.FULL):
        return _("Ask about the next one")
    if is_known(group) and group.room == Room.WAITLIST:
        return _("Ask to be on the waitlist")
    return _("Ask about this workshop") if group.is_workshop else _("Ask about this group")
