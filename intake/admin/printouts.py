"""What is printed of one inquiry, for the record system or by itself, and how whatever is printed is drawn (see ``call_list``)."""

from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from intake import care_alone
from intake.documents.opened import read_inquiry
from intake.documents.timeline import read_entries
from intake.models import Inquiry, RoomEvent
from intake.room.rules import Action, standing_of
from intake.room.unlocking import Room, room_of

Kind, Next = RoomEvent.Kind, Inquiry.Next


def hand_over_page(model_admin: ModelAdmin, request: HttpRequest, pk: UUID) -> TemplateResponse:
    """Everything about somebody who became a client, on one page to print or copy."""
    room = unlocked(request)
    inquiry = get_object_or_404(Inquiry, pk=pk)
    if inquiry.closed_because != Inquiry.Outcome.CLIENT:
        raise Http404
    RoomEvent.objects.note(Kind.HANDED_OVER, request.user, inquiry.pk)
    context = {"title": _("For the record system"), **all_of(inquiry, room)}
    return show(model_admin, request, "hand_over", context)


def print_page(model_admin: ModelAdmin, request: HttpRequest, pk: UUID) -> TemplateResponse:
    """One inquiry on paper, for whoever goes on with it away from the desk."""
    room = unlocked(request)
    inquiry = get_object_or_404(Inquiry, pk=pk)
    RoomEvent.objects.note(Kind.PRINTED, request.user, inquiry.pk)
    return show(model_admin, request, "print", {"title": _("To print"), **all_of(inquiry, room)})


def all_of(inquiry: Inquiry, room: Room | None) -> dict[str, object]:
    told = read_inquiry(room, inquiry)
    return {
        "inquiry": inquiry,
        "told": told.content,
        "further_ways": care_alone.further_ways(told.content) if told.content else [],
        "unreadable": told.fault,
        "happened": reversed(read_entries(room, inquiry)),
    }


def unlocked(request: HttpRequest) -> Room | None:
    if not standing_of(request).may(Action.PRINT):
        raise PermissionDenied(_("The room is locked."))
    return room_of(request)


def show(
    model_admin: ModelAdmin, request: HttpRequest, template: str, context: dict[str, object]
) -> TemplateResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "media": model_admin.media,
        **context,
    }
    return TemplateResponse(request, f"admin/intake/inquiry/{template}.html", context)
