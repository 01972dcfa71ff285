"""Telling the practice, once for each change, that few or none can open what people write."""

from django.db import transaction

from intake.models import PracticeKey
from intake.room import notices
from intake.room.ways_in import State, ways_in

WARNED = {State.SHUT, State.ONE_LEFT, State.ONLY_SHEETS, State.BEGINS_AGAIN}


@transaction.atomic
def warn_of_few():
    """After whatever changes who can open, and every hour, since people leave without a word here."""
    key = PracticeKey.objects.select_for_update().filter(is_current=True).first()
    if key is None:
        return
    state = ways_in(key).state
    warned_of = state if state in WARNED else ""
    if warned_of == key.warned_of:
        return
    PracticeKey.objects.filter(pk=key.pk).update(warned_of=warned_of)
    if warned_of:
        notices.warn(state)
