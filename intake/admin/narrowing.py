"""Narrowing the list by what people told: everything is opened, in memory, and forgotten again; locked, there is no
such choice."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from intake.admin.searching import is_asked
from intake.documents.content import Content
from intake.documents.opened import read_inquiry
from intake.models import Inquiry, RoomEvent
from intake.room.unlocking import Room, room_of

PORTION = 200
CALLS = ("call", "call-no-voicemail")


def wants_a_call(told: Content) -> bool:
    return told.route in CALLS


def is_under_18(told: Content) -> bool:
    return told.is_minor


CHOICES: dict[str, tuple[Any, Callable[[Content], bool]]] = {
    "calls": (_("Want a call"), wants_a_call),
    "minors": (_("Under 18"), is_under_18),
}


class ToldFilter(admin.SimpleListFilter):
    title = _("what they told us")
    parameter_name = "told"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, Any]]:
        if room_of(request) is None:
            return []
        return [(name, label) for name, (label, _is_so) in CHOICES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Inquiry]) -> QuerySet[Inquiry]:
        room, chosen = room_of(request), CHOICES.get(self.value() or "")
        if room is None or chosen is None or is_asked(request):
            return queryset
        # As much is opened as by a search, and it is noted as one.
        RoomEvent.objects.note(RoomEvent.Kind.SEARCHED, request.user)
        _label, is_so = chosen
        return queryset.filter(pk__in=list(those(room, queryset, is_so)))


def those(
    room: Room, inquiries: QuerySet[Inquiry], is_so: Callable[[Content], bool]
) -> Iterator[UUID]:
    """In portions, so that neither the database nor the memory holds all of them at once."""
    pks = list(inquiries.order_by().values_list("pk", flat=True))
    for start in range(0, len(pks), PORTION):
        for inquiry in Inquiry.objects.filter(pk__in=pks[start : start + PORTION]):
            told = read_inquiry(room, inquiry).content
            if told and is_so(told):
                yield inquiry.pk
