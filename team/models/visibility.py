"""When a therapist is on the site. Said here once, for rows reached directly and through a topic."""

from django.db.models import Q
from django.utils import timezone


def is_listed(path: str = "", today: object = None) -> Q:
    """The condition for ``Therapist`` rows, or for rows that reach them by ``path``."""
    today = today or timezone.localdate()
    has_not_left = Q(**{f"{path}left_on__isnull": True}) | Q(**{f"{path}left_on__gt": today})
    return Q(**{f"{path}is_listed": True}) & has_not_left
