"""Writing down what happened with an inquiry. Needs no unlocked room: closing takes no secret."""

import uuid

from django.db import transaction
from django.utils import timezone

from intake import sealed, tokens
from intake.models import Entry
from outbox.sealing import Place, seal


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
def take_from_person(inquiry, words, token, answers):
    """What they added on their own page, and the spent token of its form."""
    tokens.spend(token, answers)
    return write(inquiry, Entry.Kind.FROM_PERSON, words)
