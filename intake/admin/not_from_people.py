"""Closing several that no person wrote: chosen one by one, shown once more, and closed with one press."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake import transitions
from intake.admin.printouts import show
from intake.admin.queue import Row
from intake.admin.queue_list import ORDER
from intake.documents.opened import read_inquiry
from intake.models import Inquiry, RoomEvent
from intake.models.inquiry import InquiryQuerySet
from intake.room.rules import Action, standing_of
from intake.room.unlocking import room_of
from intake.transitions.table import allows

Kind, State, Outcome = RoomEvent.Kind, Inquiry.State, Inquiry.Outcome
MOST = 50


def page(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Three steps at one address: choose, look at what was chosen, close."""
    if not standing_of(request).may(Action.CLOSE):
        raise PermissionDenied(_("The room is locked."))
    chosen = [pk for pk in map(as_uuid, request.POST.getlist("chosen")) if pk]
    if request.POST.get("sure") and chosen:
        say(request, close(chosen, request), len(set(chosen)))
        return redirect("admin:intake_inquiry_changelist")
    found = could_be().filter(pk__in=chosen) if chosen else could_be()
    room = room_of(request)
    rows = [Row(one, (told := read_inquiry(room, one)).content, told.fault) for one in found[:MOST]]
    RoomEvent.objects.note(Kind.LISTED, request.user, number=len(rows))
    context = {"title": _("Not from a person"), "rows": rows, "is_chosen": bool(chosen)}
    return show(model_admin, request, "not_from_people", context)


def could_be() -> InquiryQuerySet:
    """New ones that nobody has begun to answer and nobody is worried about; what looks automated first."""
    rows = Inquiry.objects.active().with_urgency()
    rows = rows.filter(state=State.NEW, owner=None, is_worrying=False)
    return rows.order_by("-is_suspected_spam", *ORDER)


@transaction.atomic
def close(chosen: Iterable[UUID], request: HttpRequest) -> int:
    """How many; whatever somebody has begun with in the meantime stays as it is."""
    number = 0
    for inquiry in could_be().filter(pk__in=chosen).select_for_update(of=("self",))[:MOST]:
        if allows("closed", inquiry):
            transitions.closed(inquiry, Outcome.NOBODY, "", request.user)  # type: ignore[arg-type]
            RoomEvent.objects.note(Kind.CHANGED, request.user, inquiry.pk)
            number += 1
    return number


def say(request: HttpRequest, number: int, asked: int) -> None:
    text = ngettext("{number} is closed.", "{number} are closed.", number).format(number=number)
    messages.success(request, text)
    if number < asked:
        messages.warning(request, _("The others have changed in the meantime and stay open."))


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
