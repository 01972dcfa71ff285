"""What the clear half of the inquiries says, at any time and with a locked room: weeks, answers, states."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Count
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake.models import Inquiry
from intake.models.inquiry import InquiryQuerySet

WEEKS, DAYS = 26, 90
Outcome = Inquiry.Outcome


def real() -> InquiryQuerySet:
    """From people, each counted once."""
    return Inquiry.objects.exclude(closed_because__in=[Outcome.NOBODY, Outcome.DUPLICATE])


def weeks() -> list[tuple[str, int]]:
    """[(Monday in words, how many came in)], oldest first."""
    this = monday(timezone.localdate())
    mondays = [this - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    since = timezone.now() - timedelta(weeks=WEEKS)
    came = Counter(
        monday(timezone.localdate(moment))
        for moment in real().filter(received_at__gte=since).values_list("received_at", flat=True)
    )
    return [(date_format(day, "M j"), came[day]) for day in mondays]


def first_answers() -> list[tuple[str, int]]:
    """[(how soon, how many)] of those who came in within the last 90 days."""
    soon = {
        _("the same day"): 0,
        _("the next day"): 1,
        _("after 2 or 3 days"): 3,
        _("within a week"): 7,
        _("later"): 10_000,
    }
    counts = dict.fromkeys([*soon, _("not yet")], 0)
    since = timezone.now() - timedelta(days=DAYS)
    rows = real().filter(received_at__gte=since).exclude(answered_at=None, state="closed")
    for received, answered in rows.values_list("received_at", "answered_at"):
        if answered is None:
            counts[_("not yet")] += 1
            continue
        days = (timezone.localdate(answered) - timezone.localdate(received)).days
        counts[next(label for label, most in soon.items() if days <= most)] += 1
    return list(counts.items())


def states() -> list[tuple[str, int]]:
    """[(state, how many wait in it now)]."""
    counts = dict(Inquiry.objects.open().order_by().values_list("state").annotate(Count("state")))
    return [
        (str(label), counts.get(state, 0))
        for state, label in Inquiry.State.choices
        if state != Inquiry.State.CLOSED
    ]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
