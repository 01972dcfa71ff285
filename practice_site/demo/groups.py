"""The practice's groups and its workshop. Days are counted from today, so that they are to come whenever the demo is made."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from groups.models import Group
from pages.kept_practice import its_day
from pages.models import Location
from practice_site.demo.files import texts
from team.models import Specialty, Therapist

SINCE = datetime(2026, 9, 7, 16, tzinfo=UTC)
AS_THEY_ARE = (
    "title", "slug", "summary", "for_whom", "youngest", "weekday", "begins_at", "ends_at", "rhythm", "meetings",
    "joining", "is_in_person", "is_video", "price", "price_note", "room", "room_note", "body",
)  # fmt: skip


def load_groups() -> None:
    with its_day() as midnight:
        today = (midnight - timedelta(days=1)).date()
    for text in texts("groups"):
        group = Group(
            kind=text.get("kind", Group.Kind.GROUP),
            location=Location.objects.filter(name=text.get("place", "")).first(),
            publish_at=SINCE,
            room_confirmed_on=today - timedelta(days=text["room_confirmed_days_ago"]),
            room_confirmed_name=Therapist.objects.get(slug=text["leaders"][0]).name,
            **{name: text[name] for name in AS_THEY_ARE if name in text},
            **days_of(text, today),
        )
        group.publish()
        group.specialties.set(Specialty.objects.filter(slug__in=text["specialties"]))
        group.leaders.set(Therapist.objects.filter(slug__in=text["leaders"]))


def days_of(text: dict[str, Any], today: date) -> dict[str, date]:
    """The first day that is so many weeks away and on the right day of the week; and the last."""
    if "in_weeks" not in text:
        return {}
    weekday = text.get("weekday", text.get("weekend_day", 0))
    first = today + timedelta(weeks=text["in_weeks"], days=(weekday - today.weekday()) % 7)
    days = {"begins_on": first}
    if "lasts_weeks" in text:
        days["ends_on"] = first + timedelta(weeks=text["lasts_weeks"])
    return days
