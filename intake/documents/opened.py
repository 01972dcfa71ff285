"""What an unlocked room makes of a row: its document, or the sentence that says why not."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from intake.documents import new_ways, sealed
from intake.documents.content import Content, UnreadableContent, from_document
from intake.models import Inquiry
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen

WAY_UNREADABLE = _(
    "They changed how they want to be reached, and that cannot be read: do not use what they gave before."
)


@dataclass(frozen=True)
class OpenedInquiry:
    """``content`` is None where it cannot be read, and ``fault`` says why."""

    content: Content | None = None
    fault: str = ""


def read_inquiry(room: Room | None, inquiry: Inquiry) -> OpenedInquiry:
    if inquiry.unsealed is not None:
        document = inquiry.unsealed
    elif room is None:
        return OpenedInquiry()
    else:
        try:
            document = sealed.read(room, inquiry.content, sealed.CONTENT, inquiry.pk)  # type: ignore[arg-type]
        except CannotOpen as error:
            return OpenedInquiry(fault=str(error))
    try:
        told = from_document(document)
        if room and inquiry.is_way_changed:
            told = new_ways.onto(told, inquiry, room)
        return OpenedInquiry(told)
    except UnreadableContent as error:
        return OpenedInquiry(fault=str(error))
    except CannotOpen as error:
        return OpenedInquiry(fault=f"{WAY_UNREADABLE} {error}")
