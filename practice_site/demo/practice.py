"""The practice's own facts, its pages and its menu."""

from datetime import UTC, datetime

from pages.models import (
    Announcement,
    ClosureDay,
    ContactRoute,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
    Page,
    Practice,
)
from practice_site.demo.files import facts, texts, with_pictures
from practice_site.demo.rows import make


def load_practice():
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
        location["getting_here"] = location["getting_here"].strip()
        make(Location, practice=practice, order=order, **location)
    for closure in listed["closures"]:
        make(ClosureDay, **closure)
    for announcement in listed["announcements"]:
        make(Announcement, **announcement)
    for order, route in enumerate(listed["contact"]):
        make(ContactRoute, order=order, **route)


def load_menu():
    pages = {page.slug: page for page in Page.objects.all()}
    for order, entry in enumerate(facts("practice")["menu"]):
        make(
            MenuItem,
            place=entry["place"],
            label=entry["label"],
            section=entry.get("section", ""),
            page=pages[entry["page"]] if "page" in entry else None,
            outside_url=entry.get("outside", ""),
            is_shown=not entry.get("hidden", False),
            order=order,
        )


def load_pages(pictures):
    ids = {name: picture.pk for name, picture in pictures.items()}
    for text in texts("pages"):
        page = Page(
            title=text["title"],
            slug=text["slug"],
            lede=text["lede"],
            body=with_pictures(text["body"], ids),
            publish_at=datetime(2025, 1, 6, 17, tzinfo=UTC),
        )
        page.publish()
