"""Writing down what happened with an inquiry. Needs no unlocked room: closing takes no secret."""

import uuid

from django.db import transaction
from django.utils import timezone

from intake import same_person, sealed, tokens
from intake.models import Entry, Inquiry, RoomEvent

# What hearing from the person may change.
HEARD = [
    "state", "next_action", "next_on", "asks", "closed_because", "closed_on", "handed_over_on", "is_word_waiting", "erase_at",
]  # fmt: skip


def write(inquiry, kind, words, *, by=None, title=""):
    row_id = uuid.uuid4()
    document = {"at": timezone.now().isoformat(timespec="seconds"), "title": title, "words": words}
    closed, key = sealed.close(document, sealed.ENTRY, row_id)
    is_shown = kind in same_person.SHOWN
    entry = Entry.objects.create(
        id=row_id,
        inquiry=inquiry,
        kind=kind,
        by=by,
        sealed=closed,
        practice_key=key,
        sealed_for_person=same_person.for_page(document, inquiry, row_id) if is_shown else None,
    )
    if is_shown:
        same_person.copy_to_pages(entry, document, same_person.inquiries_of(inquiry))
    return entry


@transaction.atomic
def take_from_person(inquiry, words, token):
    """What they added on their own page. Returns the inquiry it belongs to now, where somebody has to
    look; None where the same was sent before. Raises ``Inquiry.DoesNotExist`` for one that was erased
    in the meantime."""
    going_on = inquiry.goes_on_as.pk
    rows = Inquiry.objects.filter(pk__in={inquiry.pk, going_on}).order_by("pk")
    rows = {row.pk: row for row in rows.select_for_update(of=("self",))}
    if inquiry.pk not in rows or going_on not in rows:
        raise Inquiry.DoesNotExist
    if not tokens.spend(token, [words]):
        return None
    write(inquiry, Entry.Kind.FROM_PERSON, words)
    for row in rows.values():
        # Both: the words lie with the page that they were written on.
        if row.erase_at:
            RoomEvent.objects.note(RoomEvent.Kind.BROUGHT_BACK, inquiry_id=row.pk)
            row.erase_at = None
    rows[going_on].hear()
    for row in rows.values():
        row.save(update_fields=HEARD)
    return rows[going_on]
