"""Writing down what happened with an inquiry. Needs no unlocked room: sealing takes no secret."""

import uuid

from django.utils import timezone
from django.utils.translation import gettext as _

from intake.documents import new_ways, same_person, sealed
from intake.documents.new_ways import NewWay
from intake.models import Entry, Inquiry
from staff.models import User


def write(
    inquiry: Inquiry, kind: Entry.Kind, text: str, *, by: User | None = None, title: str = ""
) -> Entry:
    row_id = uuid.uuid4()
    # “words” is in every document that was sealed: the key stays.
    document = {"at": timezone.now().isoformat(timespec="seconds"), "title": title, "words": text}
    return store(inquiry, kind, row_id, document, document, by=by)


def write_new_way(inquiry: Inquiry, code: str, way: NewWay) -> Entry:
    """``code`` is that of this inquiry's own page."""
    row_id = uuid.uuid4()
    at = timezone.now().isoformat(timespec="microseconds")
    words = {"at": at, "title": "", "words": way.in_words()}
    # Without the address: whoever looks over their shoulder later reads that it was changed, and no more.
    for_person = words | {"words": _("You changed how we reach you.")}
    document = words | {"way": new_ways.closed(code, way, row_id)}
    return store(inquiry, Entry.Kind.NEW_WAY, row_id, document, for_person)


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
