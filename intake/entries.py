"""Writing down what happened with an inquiry. Needs no unlocked room: closing takes no secret."""

import uuid

from django.db import transaction
from django.utils import timezone

from intake import sealed, tokens
from intake.models import Entry, Inquiry
from outbox.sealing import Place, seal

# What hearing from the person may change.
HEARD = [
    "state", "next_action", "next_on", "asks", "closed_because", "closed_on", "handed_over_on",
]  # fmt: skip


def write(inquiry, kind, words, *, by=None, title=""):
    row_id = uuid.uuid4()
    document = {"at": timezone.now().isoformat(timespec="seconds"), "title": title, "words": words}
    closed, key = sealed.close(document, sealed.ENTRY, row_id)
    return Entry.objects.create(
        id=row_id,
        inquiry=inquiry,
        kind=kind,
        by=by,
        sealed=closed,
        practice_key=key,
        sealed_for_person=for_person(inquiry, kind, document, row_id),
    )


def for_person(inquiry, kind, document, row_id):
    if kind not in (Entry.Kind.LETTER, Entry.Kind.FROM_PERSON) or inquiry.person_key is None:
        return None
    return seal(sealed.as_bytes(document), inquiry.person_key, Place(sealed.FOR_PERSON, row_id))


@transaction.atomic
def take_from_person(inquiry, words, token):
    """What they added on their own page. Returns the inquiry it belongs to now, where somebody has to
    look; None where the same was sent before."""
    if not tokens.spend(token, [words]):
        return None
    write(inquiry, Entry.Kind.FROM_PERSON, words)
    going_on = Inquiry.objects.select_for_update().get(pk=inquiry.goes_on_as.pk)
    going_on.hear()
    going_on.save(update_fields=HEARD)
    return going_on
