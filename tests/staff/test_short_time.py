"""Moments in as few words as say them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from staff.short_time import days_late, is_over, short_day, short_time

NOW = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "today 5:30 p.m."),
        (NOW - timedelta(hours=20), "yesterday 9:30 p.m."),
        (NOW + timedelta(days=1), "tomorrow 5:30 p.m."),
        (NOW - timedelta(days=3), "Tue 5:30 p.m."),
        (NOW + timedelta(days=3), "Mon 5:30 p.m."),
        (NOW - timedelta(days=7), "Nov 20"),
        (NOW - timedelta(days=49), "Oct 9"),
        (datetime(2025, 6, 24, tzinfo=UTC), "Jun 24, 2025"),
        (datetime(2027, 1, 4, tzinfo=UTC), "Jan 4, 2027"),
        (None, ""),
    ],
)
def test_a_moment(moment, words):
    with timezone.override(UTC):
        assert short_time(moment) == words


def test_the_day_is_the_practices():
    """Half past five in the afternoon in Greenwich is the next day already in Auckland."""
    with timezone.override("Pacific/Auckland"):
        assert short_time(NOW) == "today 6:30 a.m."
        assert short_day(date(2026, 11, 28)) == "today"


def test_what_is_over_and_for_how_long():
    with timezone.override(UTC):
        assert [is_over(date(2026, 11, day)) for day in (26, 27, 28)] == [True, False, False]
        assert not is_over(None)
        assert days_late(date(2026, 11, 20)) == 7
