"""What of a month in the room deserves a second look: first each thing that stands out by itself, then who was
there at night or on a weekend, in one row a night."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise

from intake.models import RoomEvent
from staff.models import User

Kind = RoomEvent.Kind
STANDS_OUT = {
    Kind.FAILED,
    *RoomEvent.OF_KEYS,
    Kind.HANDED_OVER,
    Kind.PRINTED,
    Kind.HELD,
    Kind.EXPORTED,
    Kind.RESTORED,
}
# Whoever is in the room outside of these hours has a reason, or should not be.
MORNING, EVENING, FRIDAY = time(6), time(21), 4


@dataclass
class Night:
    """What one person did there from one evening, or weekend's morning, to the next."""

    at: datetime
    who: User | None
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> list[tuple[str | Promise, int]]:
        return [(Kind(kind).label, number) for kind, number in self.kinds.most_common()]


def standing_out(events: Iterable[RoomEvent]) -> list[tuple[RoomEvent, bool]]:
    """[(event, whether at night or on a weekend)], as it happened."""
    return [(event, is_odd_hour(event)) for event in events if event.kind in STANDS_OUT]


def nights(events: Iterable[RoomEvent]) -> list[Night]:
    found: dict[tuple[int | None, date], Night] = {}
    for event in events:
        if event.kind in STANDS_OUT or not is_odd_hour(event):
            continue
        night = found.setdefault((event.user_id, night_of(event)), Night(event.at, event.user))
        night.kinds[event.kind] += 1
    return list(found.values())


def is_odd_hour(event: RoomEvent) -> bool:
    """At night or on a weekend; what nobody of the practice did has no hours."""
    local = timezone.localtime(event.at)
    is_night = not MORNING <= local.time() < EVENING
    return event.user_id is not None and (is_night or local.weekday() > FRIDAY)


def night_of(event: RoomEvent) -> date:
    """The day on which it began."""
    local = timezone.localtime(event.at)
    return local.date() - timedelta(days=local.time() < MORNING)
