"""What is printed: the numbers for an hour at the phone, and the page for the record system."""

from datetime import date
from uuid import UUID

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.documents.opened import read_entries, read_inquiry
from intake.models import Inquiry, RoomEvent
from intake.models.inquiry import InquiryQuerySet
from intake.room.rules import Action, standing_of
from intake.room.unlocking import Room, room_of

Kind, Next = RoomEvent.Kind, Inquiry.Next
CALLS = ("call", "text", "call-no-voicemail")
MOST_CALLS = 60


def call_list(model_admin: ModelAdmin, request: HttpRequest) -> TemplateResponse:
    """Whom to reach by phone by tonight: initials, number and what may be said; never a topic."""
    room = unlocked(request)
    today, calls, unread = timezone.localdate(), [], 0
    for inquiry in to_call(today).iterator(chunk_size=100):
        told = read_inquiry(room, inquiry).content
        unread += told is None
        if told and told.route in CALLS:
            calls.append((inquiry, initials(told.name), told))
        if len(calls) == MOST_CALLS:
            break
    RoomEvent.objects.note(Kind.LISTED, request.user, number=len(calls))
    context = {"title": _("Calls for today"), "calls": calls, "unread": unread, "today": today}
    return show(model_admin, request, "call_list", context)


def to_call(today: date) -> InquiryQuerySet:
    """Whose next step is a word by today, and who is to be told that something is on their page."""
    is_due = Q(next_action__in=[Next.ANSWER, Next.TRY_AGAIN], next_on__lte=today)
    rows = Inquiry.objects.active().filter(
        (~Q(state=Inquiry.State.CLOSED) & is_due) | Q(is_told_by_us=True)
    )
    return rows.order_by("next_on", "received_at")


def hand_over_page(model_admin: ModelAdmin, request: HttpRequest, pk: UUID) -> TemplateResponse:
    """Everything about somebody who became a client, on one page to print or copy."""
    room = unlocked(request)
    inquiry = get_object_or_404(Inquiry, pk=pk)
    if inquiry.closed_because != Inquiry.Outcome.CLIENT:
        raise Http404
    told = read_inquiry(room, inquiry)
    RoomEvent.objects.note(Kind.HANDED_OVER, request.user, inquiry.pk)
    context = {
        "title": _("For the record system"),
        "inquiry": inquiry,
        "told": told.content,
        "unreadable": told.fault,
        "happened": reversed(read_entries(room, inquiry)),
    }
    return show(model_admin, request, "hand_over", context)


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


def initials(name: str) -> str:
    return " ".join(f"{part[0].upper()}." for part in name.split()[:3])
