"""The numbers for an hour at the phone, on one page to print."""

from datetime import date

from django.contrib.admin import ModelAdmin
from django.db.models import Q
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.admin.printouts import Kind, Next, show, unlocked
from intake.documents.opened import read_inquiry
from intake.models import Inquiry, RoomEvent
from intake.models.inquiry import InquiryQuerySet

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
    context = {
        "title": _("Calls and texts for today"),
        "calls": calls,
        "unread": unread,
        "today": today,
    }
    return show(model_admin, request, "call_list", context)


def to_call(today: date) -> InquiryQuerySet:
    """Everybody new, whatever day was promised; whose next step is a word by today; and who is to be told
    that something is on their page."""
    is_due = Q(next_action__in=[Next.ANSWER, Next.TRY_AGAIN], next_on__lte=today)
    rows = Inquiry.objects.active().filter(
        Q(state=Inquiry.State.NEW)
        | (~Q(state=Inquiry.State.CLOSED) & is_due)
        | Q(is_told_by_us=True)
    )
    return rows.order_by("next_on", "received_at")


def initials(name: str) -> str:
    return " ".join(f"{part[0].upper()}." for part in name.split()[:3])
