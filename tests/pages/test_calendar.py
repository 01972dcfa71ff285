from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from pages.calendar import answer_by, phone_today
from pages.models import ClosureDay
from tests.factories import make_practice

pytestmark = pytest.mark.django_db
CHICAGO = ZoneInfo("America/Chicago")
MONDAY_TO_FRIDAY = range(5)


@pytest.fixture
def practice():
    """Answers the phone on weekdays from 9 to 5 with an hour for lunch, within two days."""
    practice = make_practice(time_zone="America/Chicago", response_days=2)
    for weekday in MONDAY_TO_FRIDAY:
        for opens, closes in [(time(9), time(12)), (time(13), time(17))]:
            practice.openinghours_set.create(weekday=weekday, opens=opens, closes=closes)
    return practice


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)


# Days of 2026: March 2 is a Monday; clocks go forward on March 8 and back on November 1.
@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-02 08:00", "2026-03-04"),
        ("2026-03-02 16:59", "2026-03-04"),
        ("2026-03-02 17:00", "2026-03-05"),
        ("2026-03-02 23:59", "2026-03-05"),
        ("2026-03-05 10:00", "2026-03-09"),
        ("2026-03-06 10:00", "2026-03-10"),
        ("2026-03-06 22:00", "2026-03-11"),
        ("2026-03-07 12:00", "2026-03-11"),
        ("2026-03-08 02:30", "2026-03-11"),
        ("2026-03-09 00:00", "2026-03-11"),
        ("2026-10-30 22:00", "2026-11-04"),
        ("2026-11-01 01:30", "2026-11-04"),
        ("2026-12-31 18:00", "2027-01-05"),
    ],
)
def test_an_answer_is_promised_in_business_days(practice, written, day):
    assert answer_by(practice, at(written)) == date.fromisoformat(day)


@pytest.mark.parametrize("fold", [0, 1])
def test_both_hours_of_a_night_in_fall_count_alike(practice, fold):
    assert answer_by(practice, at("2026-11-02 01:30").replace(fold=fold)) == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-24 10:00", "2026-11-30"),
        ("2026-11-26 10:00", "2026-12-02"),
        ("2026-11-27 23:00", "2026-12-02"),
        ("2026-11-30 10:00", "2026-12-02"),
    ],
)
def test_closure_days_do_not_count(practice, written, day):
    ClosureDay.objects.create(first_day="2026-11-26", last_day="2026-11-27", reason="Thanksgiving")
    assert answer_by(practice, at(written)) == date.fromisoformat(day)


def test_days_are_those_of_the_practice_not_of_the_server(practice):
    # Tuesday 01:00 in London is still Monday evening in Chicago: seen on Tuesday.
    assert answer_by(practice, datetime(2026, 3, 3, 1, tzinfo=UTC)) == date(2026, 3, 5)


def test_a_closure_with_a_mistyped_year_still_gets_an_answer(practice):
    ClosureDay.objects.create(first_day="2026-03-01", last_day="2226-03-01", reason="Move")
    assert answer_by(practice, at("2026-03-02 10:00")) >= date(2026, 3, 2)


@pytest.mark.parametrize(("days", "day"), [(1, "2026-03-03"), (10, "2026-03-16")])
def test_the_promise_is_the_practice_s_own(practice, days, day):
    practice.response_days = days
    assert answer_by(practice, at("2026-03-02 10:00")) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("now", "until"),
    [("09:00", time(12)), ("11:59", time(12)), ("13:00", time(17)), ("16:59", time(17))],
)
def test_the_phone_is_answered_until_the_end_of_these_hours(practice, now, until):
    phone = phone_today(practice, at(f"2026-03-02 {now}"))
    assert (phone.is_open, phone.until) == (True, until)


@pytest.mark.parametrize(
    ("now", "is_today", "opens_on", "opens_at"),
    [
        ("2026-03-02 08:59", True, "2026-03-02", time(9)),
        ("2026-03-02 12:00", True, "2026-03-02", time(13)),
        ("2026-03-02 17:00", False, "2026-03-03", time(9)),
        ("2026-03-06 17:00", False, "2026-03-09", time(9)),
        ("2026-03-08 03:30", False, "2026-03-09", time(9)),
    ],
)
def test_a_silent_phone_says_when_it_is_answered_next(practice, now, is_today, opens_on, opens_at):
    phone = phone_today(practice, at(now))
    assert not phone.is_open
    assert (phone.is_today, phone.opens_on, phone.opens_at) == (
        is_today, date.fromisoformat(opens_on), opens_at,
    )  # fmt: skip


def test_on_closure_days_nobody_answers_and_the_reason_is_given(practice):
    ClosureDay.objects.create(first_day="2026-03-02", last_day="2026-03-03", reason="Snow")
    phone = phone_today(practice, at("2026-03-02 10:00"))
    assert (phone.is_open, phone.is_closure, phone.reason) == (False, True, "Snow")
    assert phone.opens_on == date(2026, 3, 4)


def test_without_hours_nothing_is_promised_about_the_phone():
    phone = phone_today(make_practice(time_zone="America/Chicago"), at("2026-03-02 10:00"))
    assert (phone.is_open, phone.opens_on) == (False, None)
