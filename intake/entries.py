"""Writing down what happened with an inquiry. Needs no unlocked room: closing takes no secret."""

import uuid

from django.db import transaction
from django.utils import timezone

from intake import sealed, tokens
from intake.models import Entry, Inquiry
from outbox.sealing import Place, seal

# What hearing from the person may change.
HEARD = [
    "state", "next_action", "next_on", "asks", "closed_because", "closed_on", "handed_over_on", "is_word_waiting",
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
    rows[going_on].hear()
    rows[going_on].save(update_fields=HEARD)
    return rows[going_on]
