"""Groups on the site that nobody leads, and those whose word on room is getting old."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groups import kept_groups
from groups.admin.confirmed import is_to_confirm
from groups.admin.room import EVERYBODYS, OWN
from groups.models import Group
from practice_site.dashboard.items import Item
from staff.admin_routes import address
from staff.models import User

MOST_ROWS = 8


def unled(user: User) -> Iterator[Item]:
    if not user.has_perm("groups.change_group"):
        return
    found = [group for group in kept_groups.listed() if not group.led_by]
    for group in found[:MOST_ROWS]:
        detail = _("Everybody who led it has left. Name somebody, or take it off the site.")
        if group.is_led:
            detail = _(
                "Whoever leads it is not shown just now. Name somebody else, or take it off the site."
            )
        text = _("“{title}” names nobody who leads it").format(title=group.title)
        yield Item(text, address(Group, "change", group.pk), detail, icon="people")


def room(user: User) -> Iterator[Item]:
    """To those who keep it for every group, and to whoever leads one."""
    found = [group for group in kept_groups.listed() if is_to_confirm(group)]
    if not any(map(user.has_perm, EVERYBODYS)):
        may = user.has_perm(OWN)
        found = [group for group in found if may and is_led_by(group, user)]
    if not found:
        return
    text = ngettext(
        "Whether there is room in “{title}” was last confirmed more than four weeks ago",
        "Whether there is room in {number} groups was last confirmed more than four weeks ago",
        len(found),
    )
    yield Item(
        text.format(title=found[0].title, number=len(found)),
        address(Group, "room"),
        _("Visitors are told to ask. One press says that it is right today."),
        icon="people",
    )


def is_led_by(group: Group, user: User) -> bool:
    return any(person.user_id == user.pk for person in group.all_who_lead)
