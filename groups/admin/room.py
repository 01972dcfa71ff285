"""Room in groups: each on one page of rows, said to be right today with one press. As ``team.admin.who_has_room``."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groups.confirming import GroupRow, in_words
from groups.models import Group
from groups.models.lists import TEXT, GroupQuerySet
from staff.admin_routes import address
from staff.models import User
from team.admin.who_has_room import confirmed_by, tell_what_is_left
from team.confirming.saying import TAKEN, TO_SEE, By, say_all

# Whoever writes groups, and whoever keeps everybody's room.
EVERYBODYS, OWN = ("groups.change_group", "team.confirm_room"), "team.change_own_profile"


def asked_of(user: User) -> GroupQuerySet:
    """In which of those on the site this person may say whether there is room: who leads one, in that."""
    groups = Group.objects.listed().defer(*TEXT)
    if any(map(user.has_perm, EVERYBODYS)):
        return groups
    leads = Group.leaders.through.objects.filter(therapist__user=user).values("group")
    return groups.filter(pk__in=leads) if user.has_perm(OWN) else groups.none()


def may_confirm(user: User) -> bool:
    return any(map(user.has_perm, (*EVERYBODYS, OWN)))


def room_in_groups(request: HttpRequest, model_admin: Any) -> HttpResponse:
    user: Any = request.user
    if not may_confirm(user):
        raise PermissionDenied
    if request.method == "POST":
        rows = said(request.POST, user)
        tell(request, rows)
        if not any(row.became in TO_SEE for row in rows):
            return HttpResponseRedirect(address(Group, "room"))
    else:
        rows = [GroupRow(group) for group in asked_of(user)]
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Room in groups"),
        "opts": model_admin.opts,
        "rows": rows,
        "may_look": model_admin.has_view_permission(request),
    }
    return TemplateResponse(request, "admin/groups/group/room.html", context)


@transaction.atomic
def said(posted: Any, user: User) -> list[GroupRow]:
    """What has come to the page since it was drawn is in nobody's form, and is left as it is."""
    sent = [pk for pk in asked_of(user).values_list("pk", flat=True) if f"room-{pk}-seen" in posted]
    locked = Group.objects.filter(pk__in=sent).order_by("pk").select_for_update()
    list(locked.values_list("pk"))
    rows = [GroupRow(group, posted) for group in asked_of(user).filter(pk__in=sent)]
    by = By(user, user.get_full_name() or user.get_username())
    say_all(rows, by, confirmed_by(posted, sent))
    return rows


def tell(request: HttpRequest, rows: Sequence[GroupRow]) -> None:
    user: Any = request.user
    taken = [row for row in rows if row.became in TAKEN]
    for row in taken:
        words = _("Room: {said}.").format(said=in_words(row.group))
        LogEntry.objects.log_actions(user.pk, [row.group], CHANGE, change_message=words)
    if taken:
        text = ngettext(
            "Right as of today: {title}.", "Right as of today: {number} groups.", len(taken)
        )
        messages.success(request, text.format(title=taken[0].group.title, number=len(taken)))
    tell_what_is_left(request, rows)
