"""What happened with an inquiry, as an unlocked room reads it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intake.documents import sealed
from intake.models import Entry, Inquiry
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen


@dataclass(frozen=True)
class TimelineItem:
    """One entry for the page: ``text`` is empty while the room is locked."""

    entry: Entry
    at: datetime
    text: str = ""
    title: str = ""


def read_entries(room: Room | None, inquiry: Inquiry) -> list[TimelineItem]:
    """Newest first; with what was added to others that were found to be the same."""
    happened = [read_entry(room, entry) for entry in same_as(inquiry).select_related("by")]
    return sorted(happened, key=lambda row: row.at, reverse=True)


def same_as(inquiry: Inquiry) -> QuerySet[Entry]:
    """The entries of this one and of those that go on as it."""
    same = Q(inquiry=inquiry) | Q(inquiry__twin_of=inquiry) | Q(inquiry__twin_of__twin_of=inquiry)
    return Entry.objects.filter(same)


def read_entry(room: Room | None, entry: Entry) -> TimelineItem:
    if room is None:
        return TimelineItem(entry, entry.written_at)
    try:
        document = sealed.read(room, entry.sealed, sealed.ENTRY, entry.pk)
    except CannotOpen as error:
        return TimelineItem(entry, entry.written_at, _("Cannot be read: {why}").format(why=error))
    return TimelineItem(
        entry, datetime.fromisoformat(document["at"]), document["words"], document.get("title", "")
    )
