"""The practice as every page and every view needs it, with its hours and places: nobody may change it."""

from freshness.kept import Kept
from pages.models import Practice


def read() -> tuple[Practice, None]:
    practice = Practice.objects.current()
    # Read here, and not by whichever thread asks first: by then somebody may be in the middle of a change.
    _, _ = practice.hours, practice.locations
    return practice, None


OF = ["pages.Practice", "pages.OpeningHours", "pages.Location", "pictures.Image"]
current = Kept("pages.practice", OF, read).get
