"""The practice as every page and every view needs it, with its hours and places: nobody may change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from freshness import parts
from freshness.kept import Kept
from pages.models import Practice


def read() -> tuple[Practice, None]:
    practice = Practice.objects.current()
    # Read here, and not by whichever thread asks first: by then somebody may be in the middle of a change.
    _, _ = practice.hours, practice.locations
    parts.keep_with([practice])
    return practice, None


OF = ["pages.Practice", "pages.OpeningHours", "pages.Location", "pictures.Image"]
current = Kept("pages.practice", OF, read).get


@contextmanager
def its_day() -> Iterator[datetime]:
    """Today as it is where the practice is; gives the midnight that ends it. For what is kept of a day: who
    keeps it names ``pages.Practice`` among what it reads."""
    zone = ZoneInfo(current().time_zone)
    with timezone.override(zone):
        yield datetime.combine(timezone.localdate() + timedelta(days=1), time.min, zone)
