"""The worker's jobs, run where “today” is the practice's and not the server's."""

from functools import wraps
from zoneinfo import ZoneInfo

from django.utils import timezone

from outbox.jobs import Work
from pages.models import Practice


def on_practice_time(job: Work) -> Work:
    """``job`` is a function without arguments."""

    @wraps(job)
    def run() -> object:
        zone = ZoneInfo(Practice.objects.current().time_zone)
        with timezone.override(zone):
            return job()

    return run
