"""Who has room: everybody on one page of rows, said to be right today with one press."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.admin_routes import address
from staff.models import User
from team.admin.room_links import act, link_to_copy
from team.confirming.forms import RoomForm
from team.confirming.history import note
from team.confirming.saying import TAKEN, TO_SEE, By, Row, SaidRow, say_all
from team.models import Therapist
from team.models.lists import TherapistQuerySet

EVERYBODYS, OWN = "team.confirm_room", "team.change_own_profile"


def asked_of(user: User) -> TherapistQuerySet:
    """Of whom this person may say whether there is room: of whoever the site shows."""
    people = Therapist.objects.listed().filter(translation_of=None)
    if user.has_perm(EVERYBODYS):
        return people
    return people.filter(user=user) if user.has_perm(OWN) else people.none()


def who_has_room(request: HttpRequest, model_admin: Any) -> HttpResponse:
    user: Any = request.user
    if not (user.has_perm(EVERYBODYS) or user.has_perm(OWN)):
        raise PermissionDenied
    may_ask, to_copy = user.has_perm(EVERYBODYS), {}
    if request.method == "POST":
        rows = said(request.POST, user)
        tell(request, rows)
        if may_ask:
            act(request, user, asked_of(user), rows)
            to_copy = link_to_copy(request.POST, user, rows)
        if not to_copy and not any(row.became in TO_SEE for row in rows):
            return HttpResponseRedirect(address(Therapist, "room"))
    else:
        rows = shown(asked_of(user))
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Who has room"),
        "opts": model_admin.opts,
        "rows": rows,
        "is_everybody": may_ask,
        "to_copy": to_copy,
    }
    return TemplateResponse(request, "admin/team/therapist/who_has_room.html", context)


def shown(people: TherapistQuerySet, data: Any = None) -> list[Row]:
    found = people.select_related("photo", "user").for_matching()
    return [Row(person, RoomForm(person, data)) for person in found]


@transaction.atomic
def said(posted: Any, user: User) -> list[Row]:
    """Whoever has come to the page since it was drawn is in nobody's form, and is left as it is."""
    people = asked_of(user)
    sent = [pk for pk in people.values_list("pk", flat=True) if f"room-{pk}-seen" in posted]
    locked = Therapist.objects.filter(pk__in=sent).order_by("pk").select_for_update()
    list(locked.values_list("pk"))
    rows = shown(Therapist.objects.filter(pk__in=sent), posted)
    by = By(user, user.get_full_name() or user.get_username())
    say_all(rows, by, confirmed_by(posted, sent))
    return rows


def confirmed_by(posted: Any, sent: Sequence[int]) -> set[int]:
    if "all" in posted:
        return {*sent}
    return {pk for pk in sent if posted.get("one") == str(pk)}


def tell(request: HttpRequest, rows: Sequence[Row]) -> None:
    """In the history of each, and in a sentence; whatever is to be looked at stands on the page."""
    user: Any = request.user
    taken = [row for row in rows if row.became in TAKEN]
    for row in taken:
        note(row, user)
    if taken:
        text = ngettext(
            "Right as of today: {names}.", "Right as of today: {number} people.", len(taken)
        )
        names = taken[0].person.name
        messages.success(request, text.format(names=names, number=len(taken)))
    tell_what_is_left(request, rows)


def tell_what_is_left(request: HttpRequest, rows: Sequence[SaidRow]) -> None:
    """What is to be looked at, or that nothing was said."""
    if number := sum(row.became in TO_SEE for row in rows):
        text = ngettext(
            "{number} row is to be looked at. All the others are kept.",
            "{number} rows are to be looked at. All the others are kept.",
            number,
        )
        messages.warning(request, text.format(number=number))
    elif not any(row.became in TAKEN for row in rows) and {"all", "one", "changed"} & {
        *request.POST
    }:
        messages.info(request, _("Nothing was changed, so nothing was said to be right."))
