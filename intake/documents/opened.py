"""What an unlocked room makes of a row: its document, or the sentence that says why not."""

from dataclasses import dataclass

from intake.documents import sealed
from intake.documents.content import Content, UnreadableContent, from_document
from intake.models import Inquiry
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen


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
        return OpenedInquiry(from_document(document))
    except UnreadableContent as error:
        return OpenedInquiry(fault=str(error))
