"""The hours at the foot of a page know that the house is closed today, and forget it at the practice's midnight."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from pages.models import ClosureDay, OpeningHours
from tests.factories import make_practice
from writing.unbroken import unbroken

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("America/Los_Angeles")
CLOSED = unbroken("<dt>Today, November 26</dt><dd>closed: Thanksgiving</dd>")


@pytest.fixture
def practice():
    practice = make_practice(time_zone="America/Los_Angeles")
    OpeningHours.objects.create(practice=practice, weekday=3, opens="08:00", closes="19:00")
    return practice


def foot_at(client, *moment):
    with time_machine.travel(datetime(*moment, tzinfo=ZONE), tick=False):
        return client.get("/contact/").text.partition("<footer")[2]


def test_the_exception_stands_beside_the_hours_from_midnight_to_midnight(client, practice):
    day = date(2026, 11, 26)
    ClosureDay.objects.create(first_day=day, last_day=day, reason="Thanksgiving.")
    assert CLOSED not in foot_at(client, 2026, 11, 25, 23, 59)
    for moment in [(26, 0, 0), (26, 12, 0), (26, 23, 59)]:
        foot = foot_at(client, 2026, 11, *moment)
        assert CLOSED in foot
        assert foot.index(CLOSED) < foot.index("<dt>Thursday</dt>")
    assert "Thanksgiving" not in foot_at(client, 2026, 11, 27, 0, 0)


def test_a_closure_that_is_entered_today_stands_there_at_once(client, practice):
    assert CLOSED not in foot_at(client, 2026, 11, 26, 9, 0)
    closure = ClosureDay.objects.create(
        first_day=date(2026, 11, 24), last_day=date(2026, 11, 26), reason="Thanksgiving"
    )
    assert CLOSED in foot_at(client, 2026, 11, 26, 9, 1)
    closure.delete()
    assert CLOSED not in foot_at(client, 2026, 11, 26, 9, 2)
