"""The list as it is worked through, in groups by urgency: each row as the plain words that its template puts in
place, since a page has a hundred rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from intake.admin.queue import Label, Row
from intake.documents.opened import read_inquiry
from intake.models import Inquiry
from intake.models.urgency import Urgency
from intake.room.unlocking import Room
from staff.desk_icons import icon

ShownRow = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What is known of the rows of a page beside themselves."""

    in_parts: Mapping[UUID, Sequence[Label]]
    present: Mapping[UUID, str]


def groups_of(
    inquiries: Iterable[Inquiry], room: Room | None, found: Found
) -> Iterator[tuple[str, Label, list[ShownRow]]]:
    """(urgency, heading, rows) of what stands on one page, in the order in which it came; nothing else is
    opened."""
    now, nobody = timezone.localtime(), _("not assigned")
    for urgency, group in groupby(inquiries, key=lambda inquiry: inquiry.urgency):  # type: ignore[attr-defined]
        rows = []
        for inquiry in group:
            told, pk = read_inquiry(room, inquiry), inquiry.pk
            where, who = found.in_parts.get(pk, ()), found.present.get(pk, "")
            row = Row(inquiry, told.content, told.fault, where, who, now)
            rows.append(in_words(row, nobody))
        yield Urgency(urgency).name.lower(), Urgency(urgency).label, rows


def in_words(row: Row, nobody: str) -> ShownRow:
    inquiry, told, step = row.inquiry, row.told, row.step
    reference, came, ago = inquiry.reference, row.came, row.came_ago
    return {
        "reference": reference,
        "address": reverse("admin:intake_inquiry_change", args=[inquiry.pk]),
        "is_read": told is not None,
        "name": told.name if told else reference,
        "below": row.who or row.fault,
        "found_in": ", ".join(map(str, row.found_in)),
        # Worked out where somebody has chosen to see them.
        "first_words": lambda: row.first_words,
        "way": way_of(row),
        "came": came or ago,
        "came_small": f"{ago} · {reference}" if came else (reference if told else ""),
        "going": erased_when(inquiry) if inquiry.erase_at else "",
        "due": row.due,
        "days_late": row.days_late,
        "marks": row.marks,
        "form": step[1] if step else "",
        "do": str(step[0]) if step else "",
        "stands": f"{inquiry.state_label} · {inquiry.owner or nobody}",
        "present": row.present,
    }


def way_of(row: Row) -> SafeString | str:
    if row.way is None:
        return ""
    drawing, label, care = row.way
    language = small(row.wrote_in, "queue-language")
    mind = small(care, "queue-care")
    return format_html("{}<span>{}{}{}</span>", icon(drawing), label, language, mind)


def small(words: Label, style: str) -> SafeString | str:
    return format_html('<small class="{}">{}</small>', style, words) if words else ""


def erased_when(inquiry: Inquiry) -> str:
    moment = timezone.localtime(inquiry.erase_at)
    return _("will be erased {day} at {time}").format(
        day=date_format(moment, "l, F j"), time=date_format(moment, "TIME_FORMAT")
    )
