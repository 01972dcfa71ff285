"""The practice's days and hours, in the practice's own time zone."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from freshness import basis
from freshness.kept import Kept
from pages.models import ClosureDay, OpeningHours, Practice

Date = datetime.date
Moment = datetime.datetime | None

# When a day has no phone hours of its own, the desk still ends at some point.
BEGIN_OF_DAY, END_OF_DAY = datetime.time(8), datetime.time(17)
# Whoever writes before is still awake from the day before.
END_OF_NIGHT = datetime.time(5)
SATURDAY = 5
LOOK_AHEAD_DAYS = 60


def answer_by(practice: Practice, now: Moment = None) -> Date:
    """The day by which somebody who writes at ``now`` hears back.

    A message counts from the business day on which somebody can first see it: one that comes
    after hours counts from the next. Weekends and closure days are no business days.
    """
    local = in_practice_time(practice, now)
    closures = Closures(local.date())
    day = first_seen_on(practice, closures, local)
    for _count in range(practice.response_days):
        day = closures.business_day_from(day + datetime.timedelta(days=1))
    return day


def first_seen_on(practice: Practice, closures: "Closures", local: datetime.datetime) -> Date:
    note_turns(practice, local)
    day = local.date()
    if closures.is_business_day(day) and local.time() >= end_of_day(practice, day):
        day += datetime.timedelta(days=1)
    return closures.business_day_from(day)


@dataclass(frozen=True)
class FirstSeen:
    """When somebody can first see what is written now, in words a template can build.

    ``is_today`` while the desk is open or opens later in daylight; whatever the hour, ``day`` is the business day
    on which it happens.
    """

    day: datetime.date
    is_today: bool = False


def first_seen(practice: Practice, now: Moment = None) -> FirstSeen:
    local = in_practice_time(practice, now)
    day = first_seen_on(practice, Closures(local.date()), local)
    is_night = local.time() < END_OF_NIGHT
    return FirstSeen(day, is_today=day == local.date() and not is_night)


def business_day_after(practice: Practice, number: int, now: Moment = None) -> Date:
    """The business day that lies ``number`` business days after today."""
    day = in_practice_time(practice, now).date()
    closures = Closures(day)
    for _count in range(number):
        day = closures.business_day_from(day + datetime.timedelta(days=1))
    return day


@dataclass(frozen=True)
class Phone:
    """Whether somebody answers the phone, in words a template can build.

    ``until`` is when it closes now; otherwise ``opens_on`` and ``opens_at`` say when it is
    answered next (both None if no hours are known).
    """

    is_open: bool = False
    until: datetime.time | None = None
    is_today: bool = False
    opens_on: datetime.date | None = None
    opens_at: datetime.time | None = None
    is_closure: bool = False
    reason: str = ""


def phone_today(practice: Practice, now: Moment = None) -> Phone:
    local = in_practice_time(practice, now)
    note_turns(practice, local)
    today = local.date()
    closures = Closures(today)
    reason = closures.reason_on(today)
    if not reason:
        for hours in hours_on(practice, today):
            if hours.opens <= local.time() < hours.closes:
                return Phone(is_open=True, until=hours.closes, is_today=True)
    for ahead in range(LOOK_AHEAD_DAYS):
        day = today + datetime.timedelta(days=ahead)
        if closures.reason_on(day):
            continue
        for hours in hours_on(practice, day):
            if day > today or hours.opens > local.time():
                return Phone(
                    is_today=day == today,
                    opens_on=day,
                    opens_at=hours.opens,
                    is_closure=bool(reason),
                    reason=reason,
                )
    return Phone(is_closure=bool(reason), reason=reason)


def is_desk_open(practice: Practice, now: Moment = None) -> bool:
    """Whether somebody of the practice is likely to read what comes now: on a business day, from the first hour of
    the phone to its last one."""
    local = in_practice_time(practice, now)
    day = local.date()
    if not Closures(day).is_business_day(day):
        return False
    opens = min((row.opens for row in hours_on(practice, day)), default=BEGIN_OF_DAY)
    return opens <= local.time() < end_of_day(practice, day)


def note_turns(practice: Practice, local: datetime.datetime) -> None:
    """The times of today at which something else is said, beside midnight."""
    day = local.date()
    times = {END_OF_NIGHT, end_of_day(practice, day)}
    for hours in hours_on(practice, day):
        times |= {hours.opens, hours.closes}
    basis.turns(*(datetime.datetime.combine(day, time, local.tzinfo) for time in times))


def in_practice_time(practice: Practice, now: Moment = None) -> datetime.datetime:
    return (now or timezone.now()).astimezone(ZoneInfo(practice.time_zone))


def hours_on(practice: Practice, day: Date) -> list[OpeningHours]:
    hours = [row for row in practice.hours if row.weekday == day.weekday()]
    return sorted(hours, key=lambda row: row.opens)


def end_of_day(practice: Practice, day: Date) -> datetime.time:
    return max((row.closes for row in hours_on(practice, day)), default=END_OF_DAY)


closure_days = Kept(
    "pages.closure_days", ["pages.ClosureDay"], lambda: (list(ClosureDay.objects.all()), None)
).get


class Closures:
    """Closure days from ``first`` on."""

    def __init__(self, first: Date) -> None:
        self.rows = [row for row in closure_days() if row.last_day >= first]

    def reason_on(self, day: Date) -> str:
        return next((r.reason for r in self.rows if r.first_day <= day <= r.last_day), "")

    def is_business_day(self, day: Date) -> bool:
        return day.weekday() < SATURDAY and not self.reason_on(day)

    def business_day_from(self, day: Date) -> Date:
        # A closure with a mistyped year must not keep the page from answering.
        for ahead in range(LOOK_AHEAD_DAYS):
            later = day + datetime.timedelta(days=ahead)
            if self.is_business_day(later):
                return later
        return day
