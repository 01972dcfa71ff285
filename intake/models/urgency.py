"""What comes before what in the queue. Asked anew of each day, so nothing of it is stored."""

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from intake.models.progress import Progress


class Urgency(models.IntegerChoices):
    WORRY = 0, _("Somebody is worried")
    DUE = 1, _("Overdue, and due today")
    NEW = 2, _("New")
    LATER = 3, _("Later")
    OVER = 4, _("Closed")
    GOING = 5, _("To be erased")


def urgency_on(today):
    """As an expression; the first that holds counts."""
    rules = [
        (Q(erase_at__isnull=False), Urgency.GOING),
        (Q(is_worrying=True), Urgency.WORRY),
        (Q(is_told_by_us=True), Urgency.DUE),
        (Q(state=Progress.State.CLOSED), Urgency.OVER),
        (Q(next_on__lte=today), Urgency.DUE),
        (Q(state=Progress.State.NEW), Urgency.NEW),
    ]
    whens = [When(holds, then=Value(urgency.value)) for holds, urgency in rules]
    return Case(*whens, default=Value(Urgency.LATER.value), output_field=models.IntegerField())
