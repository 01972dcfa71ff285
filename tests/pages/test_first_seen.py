"""What we say of when somebody sees a message is true at every hour of every kind of day."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from pages.calendar import first_seen
from pages.models import ClosureDay, OpeningHours
from tests import factories

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("America/New_York")


@pytest.fixture
def practice():
    practice = factories.make_practice(time_zone="America/New_York")
    for weekday in range(5):
        OpeningHours.objects.create(
            practice=practice, weekday=weekday, opens=datetime.time(9), closes=datetime.time(18)
        )
    return practice


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24 09:00", "today"),  # a Tuesday
        ("2026-11-24 17:59", "today"),
        ("2026-11-24 06:30", "today"),
        ("2026-11-24 18:00", "Wednesday"),
        ("2026-11-24 23:59", "Wednesday"),
        ("2026-11-25 00:30", "Wednesday"),
        ("2026-11-25 04:59", "Wednesday"),
        ("2026-11-25 18:30", "Monday"),  # before the holiday
        ("2026-11-26 12:00", "Monday"),
        ("2026-11-27 20:00", "Monday"),
        ("2026-11-28 12:00", "Monday"),
        ("2026-11-29 22:00", "Monday"),
        ("2026-11-30 02:00", "Monday"),
    ],
)
def test_it_says_when_somebody_can_first_see_it(practice, moment, said):
    ClosureDay.objects.create(
        first_day=datetime.date(2026, 11, 26),
        last_day=datetime.date(2026, 11, 27),
        reason="Thanksgiving",
    )
    now = datetime.datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    seen = first_seen(practice, now)
    assert ("today" if seen.is_today else f"{seen.day:%A}") == said


def test_without_hours_the_day_still_has_an_end():
    practice = factories.make_practice(time_zone="America/New_York")
    noon = datetime.datetime(2026, 11, 24, 12, tzinfo=ZONE)
    assert first_seen(practice, noon).is_today
    assert not first_seen(practice, noon.replace(hour=17)).is_today
