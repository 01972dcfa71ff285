"""One thing that waits: what it is, in a line and a smaller one, by when, and where it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.admin_routes import address
from staff.short_time import days_late, is_over, short_day


@dataclass(frozen=True)
class Item:
    """``is_alarm``: before everything else, and looking it. ``is_late``: its day is over."""

    text: str
    url: str
    detail: str = ""
    icon: str = "note"
    by: str = ""
    is_alarm: bool = False
    is_late: bool = False

    @property
    def rank(self) -> int:
        return 0 if self.is_alarm else 1 if self.is_late else 2


def by_day(day: date | None) -> dict[str, Any]:
    """``by`` and ``is_late`` of something that is to be done by this day."""
    if day is None:
        return {}
    if is_over(day):
        late = days_late(day)
        text = ngettext("%(days)d day overdue", "%(days)d days overdue", late) % {"days": late}
        return {"by": text, "is_late": True}
    return {"by": _("by %(day)s") % {"day": short_day(day)}}


def counted(
    model: type[Model], number: int, text: str, filters: dict[str, str], **more: Any
) -> Iterator[Item]:
    """Of several: a list that holds these and no others."""
    if number:
        url = f"{address(model, 'changelist')}?{urlencode(filters)}"
        yield Item(text % {"number": number}, url, **more)


def row_or_list(
    rows: QuerySet, number: int, text: str, filters: dict[str, str], **more: Any
) -> Iterator[Item]:
    """One press from the work: of a single row its own page, of several their list."""
    if number == 1 and (pk := rows.order_by().values_list("pk", flat=True).first()):
        yield Item(text % {"number": number}, address(rows.model, "change", pk), **more)
    else:
        yield from counted(rows.model, number, text, filters, **more)
