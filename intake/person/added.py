"""What a person adds on their own page, and what it changes."""

from django.db import transaction

from intake import erasing, tokens, waitlist
from intake.documents import entries
from intake.models import Entry, Inquiry, RoomEvent

# What hearing from the person may change.
HEARD = [
    "state", "next_action", "next_on", "asks", "closed_because", "closed_on", "handed_over_on", "is_word_waiting", "erase_at",
]  # fmt: skip


@transaction.atomic
def take_words(inquiry, words, token):
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
    entries.write(inquiry, Entry.Kind.FROM_PERSON, words)
    for row in rows.values():
        # Both: the words lie with the page that they were written on.
        if row.erase_at:
            RoomEvent.objects.note(RoomEvent.Kind.BROUGHT_BACK, inquiry_id=row.pk)
            row.erase_at = None
    rows[going_on].hear()
    for row in rows.values():
        row.save(update_fields=HEARD)
    return rows[going_on]


@transaction.atomic
def take_answer(inquiry, words, token, is_looking):
    """One of the two buttons on their own page, pressed perhaps long after they had been let go.
    Returns the inquiry, or None where it was pressed before."""
    was_waiting = inquiry.goes_on_as.state == Inquiry.State.WAITING
    heard = take_words(inquiry, words, token)
    if heard is None or heard.state != Inquiry.State.WAITING:
        return heard
    if not is_looking:
        erasing.stop(heard)
    elif was_waiting:
        # Nothing to read for anybody: their place is kept.
        waitlist.put_on(heard)
    heard.save()
    return heard
