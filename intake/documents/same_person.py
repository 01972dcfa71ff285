"""Whoever wrote twice has two pages, and reads on either what is written to them."""

import uuid
from collections.abc import Iterator

from intake.documents import person_keys, sealed
from intake.documents.opened import read_inquiry
from intake.models import Entry, Inquiry, PageCopy
from intake.models.inquiry import MOST_TWINS
from intake.room.unlocking import Room
from sealing.envelopes import CannotOpen, SealContext, open_sealed

# What stands on the person's own page.
SHOWN = (Entry.Kind.NOTE_TO_PERSON, Entry.Kind.FROM_PERSON, Entry.Kind.NEW_WAY)


def inquiries_of(inquiry: Inquiry) -> list[Inquiry]:
    """This one and all that were found to be the same, whichever of them goes on."""
    known = {inquiry.goes_on_as.pk: inquiry.goes_on_as}
    newest = list(known)
    for _step in range(MOST_TWINS):
        twins = Inquiry.objects.filter(twin_of__in=newest, closed_because=Inquiry.Outcome.DUPLICATE)
        newest = [twin.pk for twin in twins if twin.pk not in known]
        known |= {twin.pk: twin for twin in twins if twin.pk in newest}
        if not newest:
            break
    return list(known.values())


def for_page(document: sealed.Document, page: Inquiry, entry_id: uuid.UUID) -> bytes | None:
    """An entry as it stands on this page."""
    return seal_for(page, document, SealContext(sealed.FOR_PERSON, entry_id))


def seal_for(page: Inquiry, document: sealed.Document, seal_context: SealContext) -> bytes | None:
    """Sealed so that only the code of this page opens it; None where there is no page."""
    if page.person_key is None:
        return None
    return sealed.seal_for(page.person_key, document, seal_context)


def copy_to_pages(entry: Entry, document: sealed.Document, pages: list[Inquiry]) -> None:
    """Puts an entry on every page of the person but its own."""
    PageCopy.objects.bulk_create(
        PageCopy(entry=entry, inquiry=page, sealed_for_person=closed)
        for page in pages
        if page.pk != entry.inquiry_id and (closed := for_page(document, page, entry.pk))
    )


def share_notes(inquiry: Inquiry, room: Room) -> None:
    """After two were found to be the same: what stood on one page stands on the other one as well.

    Opened as the person opens it, by the code of its page, which the room can read: what somebody has
    put below their own inquiry, in the database, or called a note to them, stands on no page of theirs.
    """
    pages = inquiries_of(inquiry)
    for page in pages:
        for entry, document in on_page(page, room):
            there = {copy.inquiry_id for copy in entry.page_copies.all()}
            copy_to_pages(entry, document, [page for page in pages if page.pk not in there])


def on_page(page: Inquiry, room: Room) -> Iterator[tuple[Entry, sealed.Document]]:
    """(entry, document) of all that was written to the person on this page, or by them; nothing where
    this room does not open it."""
    told = read_inquiry(room, page).content
    if told is None or page.person_key is None:
        return
    entries = page.entries.filter(kind__in=SHOWN).exclude(sealed_for_person=None)
    for entry in entries.prefetch_related("page_copies"):
        try:
            private = person_keys.private_key_of(page, told.code)
            seal_context = SealContext(sealed.FOR_PERSON, entry.pk)
            closed = entry.sealed_for_person
            document = sealed.from_bytes(open_sealed(closed, private, seal_context))  # type: ignore[arg-type]
        except CannotOpen:
            continue
        yield entry, document
