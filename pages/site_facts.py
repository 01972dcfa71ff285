"""What every public page shows beside the practice itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from pages import kept_practice
from pages.calendar import Closures
from pages.models import Announcement, CrisisResource, MenuItem, NoticeText, Practice

OF_A_NOTICE = ("title", "notice__kind", "notice__language", "notice__slug")


class MenuEntry(NamedTuple):
    label: str
    url: str
    section: str


class ClosedDay(NamedTuple):
    day: date
    reason: str


@dataclass(frozen=True)
class SiteFacts:
    menu: dict[str, list[MenuEntry]]
    announcements: list[Announcement]
    crisis_resources: list[CrisisResource]
    # Texts of legal notices in force, without the texts.
    notices: list[NoticeText]
    # Whatever the hours of a week say.
    closed_today: ClosedDay | None


def read() -> tuple[SiteFacts, datetime]:
    """The facts of now, and when the clock will have changed them."""
    # Taken first: what turns while this is read is a turn to come.
    now = timezone.now()
    with kept_practice.its_day() as midnight:
        items = list(MenuItem.objects.for_site())
        facts = SiteFacts(
            menu_of(items),
            list(Announcement.objects.current()),
            list(CrisisResource.objects.shown()),
            list(NoticeText.objects.public(now).only(*OF_A_NOTICE)),
            closed_on(timezone.localdate()),
        )
    turns = [*turns_of(items, now), *NoticeText.objects.turns(now)]
    return facts, min([midnight, *turns])


def closed_on(day: date) -> ClosedDay | None:
    reason = Closures(day).reason_on(day)
    return ClosedDay(day, reason) if reason else None


def menu_of(items: list[MenuItem]) -> dict[str, list[MenuEntry]]:
    """``{"head": [...], "foot": [...]}``, without entries that lead nowhere."""
    entries: dict[str, list[MenuEntry]] = {slot: [] for slot in MenuItem.Slot.values}
    for item in items:
        if item.url:
            entries[item.place].append(MenuEntry(item.label, item.url, item.section))
    return entries


def names_of(menu: dict[str, list[MenuEntry]]) -> dict[str, str]:
    """What the practice calls the parts of its site: in the head of the page before its foot."""
    return {
        entry.section: entry.label
        for entry in reversed([*menu["head"], *menu["foot"]])
        if entry.section
    }


def for_error_pages() -> tuple[Practice, Iterable[CrisisResource], dict[str, str]]:
    names = names_of(menu_of(list(MenuItem.objects.for_site())))
    return Practice.objects.current(), CrisisResource.objects.shown(), names


def turns_of(items: list[MenuItem], now: datetime) -> list[datetime]:
    """When pages of the menu go out, or are taken from the site, by themselves."""
    times = [
        moment
        for item in items
        if item.page
        for moment in (item.page.publish_at, item.page.withdraw_at)
    ]
    return [moment for moment in times if moment and moment > now]
