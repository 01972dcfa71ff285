"""The practice's own facts."""

from pages.models import (
    Announcement,
    ClosureDay,
    ContactRoute,
    CrisisResource,
    Location,
    OpeningHours,
    Practice,
)
from practice_site.demo.files import facts
from practice_site.demo.rows import make


def load_practice() -> None:
    listed = facts("practice")
    for order, resource in enumerate(listed["crisis"]):
        make(CrisisResource, order=order, **resource)
    practice = make(Practice, pk=1, **listed["practice"])
    for hours in listed["hours"]:
        for day in hours["days"]:
            weekday = OpeningHours.Weekday[day.upper()]
            make(
                OpeningHours,
                practice=practice,
                weekday=weekday,
                opens=hours["opens"],
                closes=hours["closes"],
            )
    for order, location in enumerate(listed["locations"]):
        said = {
            name: text.strip() if isinstance(text, str) else text for name, text in location.items()
        }
        make(Location, practice=practice, order=order, **said)
    for closure in listed["closures"]:
        make(ClosureDay, **closure)
    for announcement in listed["announcements"]:
        make(Announcement, **announcement)
    for order, route in enumerate(listed["contact"]):
        make(ContactRoute, order=order, **route)
