"""The log of the room as a table to download."""

import csv

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models import RoomEvent
from staff.models import User

FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEAD = [_("when"), _("who"), _("what"), _("inquiry"), _("how many"), _("about")]


def as_table(user: User, events: QuerySet[RoomEvent]) -> HttpResponse:
    """That it was made is itself an entry."""
    RoomEvent.objects.note(RoomEvent.Kind.EXPORTED, user, number=events.count())
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"who-saw-what-{timezone.localdate()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    table = csv.writer(response)
    table.writerow(HEAD)
    for event in events.order_by("pk").select_related("user"):
        when = timezone.localtime(event.at).isoformat(timespec="seconds")
        row = [when, event.user or "", event.get_kind_display(), event.reference]
        table.writerow([plain(cell) for cell in [*row, event.number or "", event.about]])
    return response


def plain(cell: User | str) -> str:
    """A spreadsheet would take some names for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
