"""How many of those who wrote were answered by the promised day: what the public form may say."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from freshness.basis import turns
from intake.models import Inquiry
from pages.models import Practice

DAYS = 90
LEAST = 20


@dataclass(frozen=True)
class Share:
    in_time: int
    number: int
    days: int

    @property
    def percent(self) -> int:
        """Rounded down: nobody is promised more than was kept."""
        return self.in_time * 100 // self.number


def share(practice: Practice) -> Share | None:
    """None where the practice does not show it, or fewer than 20 were promised a day by now."""
    if not practice.shows_answer_share:
        return None
    today, now = timezone.localdate(), timezone.now()
    # What was received is known by the hour.
    turns(now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
    promised = (
        Inquiry.objects.filter(
            due_on__lt=today,
            received_at__gte=now - timedelta(days=DAYS),
            is_suspected_spam=False,
        )
        .exclude(closed_because__in=[Inquiry.Outcome.NOBODY, Inquiry.Outcome.DUPLICATE])
        .exclude(answered_at=None, closed_because=Inquiry.Outcome.WITHDREW)
    )
    days = promised.values_list("answered_at", "due_on")
    in_time = sum(
        answered is not None and timezone.localdate(answered) <= due  # type: ignore[operator]
        for answered, due in days
    )
    return Share(in_time, len(days), DAYS) if len(days) >= LEAST else None
