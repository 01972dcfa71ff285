"""How long inquiries stay, and the keys they are sealed to."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from intake import erasing
from intake.models import Entry, Inquiry, PracticeKey
from intake.room import holders, roll
from pages.models import Practice

AFTER_HAND_OVER = timedelta(days=30)
DAYS_OF_A_MONTH = 30.44


def erase_due(today: date | None = None) -> int:
    """Run every day: what is over and not held goes; returns how many inquiries."""
    today = today or timezone.localdate()
    months = Practice.objects.current().keeps_inquiries_months
    long_ago = today - timedelta(days=round(months * DAYS_OF_A_MONTH))
    never_clients = ~Q(closed_because=Inquiry.Outcome.CLIENT) & Q(closed_on__lte=long_ago)
    handed_over = Q(
        closed_because=Inquiry.Outcome.CLIENT, handed_over_on__lte=today - AFTER_HAND_OVER
    )
    gone = erasing.erase(
        Inquiry.objects.filter(never_clients | handed_over, state=Inquiry.State.CLOSED)
    )
    if roll.look().holds:
        destroy_unused_keys(today)
    return gone


def turn_over_quarterly(today: date | None = None) -> None:
    """Run every day: from the first day of a quarter on, what comes in is sealed to a new key."""
    today = today or timezone.localdate()
    current = PracticeKey.objects.current()
    # Where somebody has changed keys, none is made or destroyed until the practice has looked.
    if current and quarter(current.made_on) != quarter(today) and roll.look().holds:
        holders.turn_over()


def quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


@roll.changing()
def destroy_unused_keys(today: date) -> None:
    """A key that nothing is sealed to any more: no backup's copy opens with it after its grants go."""
    in_use = {*Inquiry.objects.values_list("practice_key", flat=True).distinct()}
    in_use |= {*Entry.objects.values_list("practice_key", flat=True).distinct()}
    for key in (
        PracticeKey.objects.not_destroyed().filter(is_current=False).exclude(pk__in=in_use - {None})
    ):
        key.grants.all().delete()
        key.destroyed_on = today
        key.save(update_fields=["destroyed_on"])
