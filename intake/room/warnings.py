"""Telling the practice, once for each change, that few or none can open what people write."""

from django.db import transaction

from intake.models import PracticeKey
from intake.room import mails, roll
from intake.room.ways_in import State, ways_in

WARNED = {State.NOT_OURS, State.SHUT, State.ONE_LEFT, State.ONLY_RECOVERY_CODES, State.BEGINS_AGAIN}


@transaction.atomic
def warn_of_few() -> None:
    """After whatever changes who can open, and every hour, since people leave without a word here, and
    keys may be changed elsewhere."""
    # Where somebody else has changed keys, perhaps none of them is current.
    keys = PracticeKey.objects.select_for_update().order_by("-is_current", "-made_on", "pk")
    if (key := keys.first()) is None:
        return
    # While keys change, it was seen that all of them are ours.
    is_signed = roll.is_changing.get() or roll.look().holds
    state = ways_in(key).state if is_signed else State.NOT_OURS
    warned_of = state if state in WARNED else ""
    if warned_of == key.warned_of:
        return
    PracticeKey.objects.filter(pk=key.pk).update(warned_of=warned_of)
    if warned_of:
        mails.warn(state)
