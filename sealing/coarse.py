"""Times that stand in clear beside what is sealed."""

from datetime import datetime

from django.utils import timezone


def this_hour() -> datetime:
    """The minute would tell a call from a message, and one person from another."""
    return timezone.now().replace(minute=0, second=0, microsecond=0)
