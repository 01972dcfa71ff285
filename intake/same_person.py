"""Whoever wrote twice has two pages, and reads on either what is written to them."""

import uuid

from intake import sealed
from intake.models import Entry, Inquiry, PageCopy
from intake.models.inquiry import MOST_TWINS
from outbox.sealing import CannotOpen, Place

# What stands on the person's own page.
SHOWN = (Entry.Kind.LETTER, Entry.Kind.FROM_PERSON)


def inquiries_of(inquiry):
    """This one and all that were found to be the same, whichever of them goes on."""
    known = {inquiry.goes_on_as.pk: inquiry.goes_on_as}
    newest = list(known)
    for _step in range(MOST_TWINS):
        twins = Inquiry.objects.filter(twin_of__in=newest, closed_because=Inquiry.Because.TWIN)
        newest = [twin.pk for twin in twins if twin.pk not in known]
        known |= {twin.pk: twin for twin in twins if twin.pk in newest}
        if not newest:
            break
    return list(known.values())


def for_page(document, page, entry_id: uuid.UUID):
    """An entry as it stands on this page."""
    return seal_for(page, document, Place(sealed.FOR_PERSON, entry_id))


def seal_for(page, document, place):
    """Sealed so that only the code of this page opens it; None where there is no page."""
    if page.person_key is None:
        return None
    return sealed.seal_for(page.person_key, document, place)


def copy_to_pages(entry, document, pages):
    """Puts an entry on every page of the person but its own."""
    PageCopy.objects.bulk_create(
        PageCopy(entry=entry, inquiry=page, sealed_for_person=closed)
        for page in pages
        if page.pk != entry.inquiry_id and (closed := for_page(document, page, entry.pk))
    )


def share_letters(inquiry, room):
    """After two were found to be the same: what stood on one page stands on the other one as well."""
    pages = inquiries_of(inquiry)
    entries = Entry.objects.filter(inquiry__in=pages, kind__in=SHOWN)
    for entry in entries.prefetch_related("page_copies"):
        there = {copy.inquiry_id for copy in entry.page_copies.all()}
        missing = [page for page in pages if page.pk not in there]
        try:
            document = sealed.read(room, entry.sealed, sealed.ENTRY, entry.pk)
        except CannotOpen:
            # Closed with a key that this room does not have: it stays where it stands.
            continue
        copy_to_pages(entry, document, missing)
