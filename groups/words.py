"""What a group costs, whom it is for, and whether there is room, each in a line."""

from django.utils.dateformat import format as day_format
from django.utils.translation import gettext as _

from groups.models import Group
from team.models.vocabulary import in_a_sentence

Room = Group.Room


def ages(group: Group) -> str:
    youngest, oldest = group.youngest, group.oldest
    if youngest is None and oldest is None:
        return ""
    if oldest is None:
        return _("From age %(age)d on") % {"age": youngest}
    if not youngest:
        return _("Up to age %(age)d") % {"age": oldest}
    return _("Ages %(youngest)d to %(oldest)d") % {"youngest": youngest, "oldest": oldest}


def price(group: Group) -> str:
    if group.price is None:
        return group.price_note
    if group.price == 0:
        return ". ".join(filter(None, [str(_("Costs nothing")), group.price_note]))
    amount = f"${group.price:,}"
    if not group.price_note:
        return amount
    return _("%(amount)s for %(what)s") % {
        "amount": amount,
        "what": in_a_sentence(group.price_note).removeprefix("for "),
    }


def room(group: Group, *, with_day: bool = False) -> str:
    """As of the day on which somebody last looked, where that is known."""
    if group.has_begun:
        return _("It has begun. Ask us about the next one")
    said = [str(group.get_room_display())]
    if group.room_note:
        said = [f"{said[0]}: {group.room_note.rstrip(' .')}"]
    if with_day and group.room_confirmed_on:
        day = day_format(group.room_confirmed_on, "F j")
        said.append(_("Confirmed %(day)s") % {"day": day})
    return ". ".join(said)


def ask(group: Group) -> str:
    """On the button."""
    if group.takes_people:
        return _("Ask about this workshop") if group.is_workshop else _("Ask about this group")
    if group.room == Room.WAITLIST and not group.has_begun:
        return _("Ask to be on the waitlist")
    return _("Ask about the next one")
