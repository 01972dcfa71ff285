"""Writing down what happened with an inquiry. Needs no unlocked room: sealing takes no secret."""

import uuid

from django.utils import timezone

from intake.documents import same_person, sealed
from intake.models import Entry, Inquiry
from staff.models import User


def write(
    inquiry: Inquiry,
    kind: Entry.Kind,
    text: str,
    *,
    by: User | None = None,
    title: str = "",
    more: sealed.Document | None = None,
) -> Entry:
    """``more``: what a program needs of it, beside what people read."""
    row_id = uuid.uuid4()
    # “words” is in every document that was sealed: the key stays.
    document = {"at": timezone.now().isoformat(timespec="seconds"), "title": title, "words": text}
    return store(inquiry, kind, row_id, document | (more or {}), document, by=by)


def store(
    inquiry: Inquiry,
    kind: Entry.Kind,
    row_id: uuid.UUID,
    document: sealed.Document,
    for_person: sealed.Document,
    *,
    by: User | None = None,
) -> Entry:
    """``for_person``: as it stands on their page, where its kind does."""
    closed, key = sealed.close(document, sealed.ENTRY, row_id)
    is_shown = kind in same_person.SHOWN
    entry = Entry.objects.create(
        id=row_id,
        inquiry=inquiry,
        kind=kind,
        by=by,
        sealed=closed,
        practice_key=key,
        sealed_for_person=same_person.for_page(for_person, inquiry, row_id) if is_shown else None,
    )
    if is_shown:
        same_person.copy_to_pages(entry, for_person, same_person.inquiries_of(inquiry))
    return entry
