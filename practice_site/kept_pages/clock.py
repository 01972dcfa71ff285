"""When the clock alone may make other pages: something goes out or ends, or a day begins."""

from datetime import datetime

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Min, Model
from django.utils import timezone

from editing import contents
from freshness.kept import Kept
from pages import kept_practice
from pages.models import NoticeText

# At each of these something becomes another text, comes or goes, by itself.
TIMES = ("publish_at", "withdraw_at", "swap_at")


def read() -> tuple[datetime | None, datetime | None]:
    now = timezone.now()
    turning = [(content.model, name) for content in contents.every() for name in TIMES]
    turning.append((NoticeText, "shown_from"))
    times = (next_time(model, name, now) for model, name in turning)
    coming = min((time for time in times if time), default=None)
    return coming, coming


def next_time(model: type[Model], name: str, now: datetime) -> datetime | None:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    rows = model._base_manager.filter(**{f"{name}__gt": now})
    return rows.aggregate(next=Min(name))["next"]


OF = ["blog.Article", "groups.Group", "pages.NoticeText", "pages.Page", "team.Therapist"]
next_turn = Kept("practice_site.turns", OF, read).get


def midnight() -> datetime:
    """The end of the day where the practice is: whoever has left by then, and what is closed."""
    with kept_practice.its_day() as midnight:
        return midnight
