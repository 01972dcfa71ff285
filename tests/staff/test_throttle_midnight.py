"""The hash of what is counted changes with the day, and what was counted does not."""

from datetime import UTC, datetime

import pytest
import time_machine

from staff import throttle
from staff.models import Throttle

pytestmark = pytest.mark.django_db
QUARTER_HOUR = 15 * 60


@pytest.fixture
def clock():
    """Shortly before midnight, where the day of the hash ends."""
    with time_machine.travel("2026-03-04T23:58:00Z", tick=False) as clock:
        yield clock


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def tries(number, limit=8):
    return sum(throttle.hit("room", "ana", limit, QUARTER_HOUR) for _ in range(number))


def test_a_limit_does_not_begin_anew_at_midnight(clock):
    assert tries(20) == 8
    clock.move_to(at("2026-03-05T00:00:30"))
    assert tries(20) == 0


def test_tries_of_both_days_count_together(clock):
    assert tries(5) == 5
    clock.move_to(at("2026-03-05T00:00:30"))
    assert tries(20) == 3


def test_what_may_be_used_once_may_not_be_used_again_after_midnight(clock):
    assert tries(1, limit=1) == 1
    clock.move_to(at("2026-03-05T00:00:00"))
    assert tries(1, limit=1) == 0


def test_counting_starts_again_when_the_time_of_yesterday_is_over(clock):
    tries(8)
    clock.move_to(at("2026-03-05T00:13:00"))
    assert tries(20) == 8


def test_the_wait_reaches_over_midnight_and_ends(clock):
    tries(8)
    until = at("2026-03-05T00:13:00")
    assert throttle.free_at("room", "ana", 8) == until
    clock.move_to(at("2026-03-05T00:00:30"))
    assert throttle.free_at("room", "ana", 8) == until
    clock.move_to(until)
    assert throttle.free_at("room", "ana", 8) is None


def test_the_wait_is_known_where_both_days_make_it_up(clock):
    tries(5)
    clock.move_to(at("2026-03-05T00:00:30"))
    assert throttle.free_at("room", "ana", 8) is None
    tries(3)
    assert throttle.free_at("room", "ana", 8) is not None


def test_forgetting_forgets_both_days(clock):
    tries(8)
    clock.move_to(at("2026-03-05T00:00:30"))
    tries(1)
    throttle.hit("room", "ben", 8, QUARTER_HOUR)
    throttle.forget("room", "ana")
    assert throttle.free_at("room", "ana", 8) is None
    assert Throttle.objects.count() == 1, "of nobody else"
    assert tries(20) == 8


def test_two_days_later_nothing_tells_that_it_is_the_same(clock):
    before = set(throttle.digests("room", "ana"))
    clock.move_to(at("2026-03-06T00:00:30"))
    assert not before & set(throttle.digests("room", "ana"))
