"""Days and times come back as they were stored, whatever cannot be read stands where it can be mended, and of
many choices the chosen ones come first."""

import re
from datetime import UTC, date, datetime, time
from html import escape

import pytest
from django import forms
from django.utils import timezone

from staff.desk_fields import ClockInput, DayAndClock, DayInput
from staff.some_of_many import MANY, SomeOfMany

TYPED = re.compile(r'<input type="(\w+)"[^>]*? value="([^"]*)"')


class Asking(forms.Form):
    day = forms.DateField(widget=DayInput, required=False)
    clock = forms.TimeField(widget=ClockInput, required=False)
    moment = forms.SplitDateTimeField(widget=DayAndClock, required=False)


def drawn(widget, value):
    return TYPED.findall(widget.render("name", value))


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2024, 2, 29), date(2199, 12, 31)])
def test_a_day_comes_back_as_it_was(day):
    [(kind, written)] = drawn(DayInput(), day)
    assert kind == "date"
    assert Asking({"day": written}).fields["day"].clean(written) == day


@pytest.mark.parametrize("clock", [time(0), time(9, 30), time(23, 59, 59), time(12, 0, 1)])
def test_a_time_comes_back_to_the_second(clock):
    [(kind, written)] = drawn(ClockInput(), clock)
    assert kind == "time"
    assert forms.TimeField().clean(written) == clock


@pytest.mark.parametrize(("clock", "has_step"), [(time(9), False), (time(9, 0, 7), True)])
def test_a_browser_is_told_where_there_are_seconds(clock, has_step):
    assert ("step" in ClockInput().render("name", clock)) == has_step


def test_a_moment_comes_back_to_the_second_in_a_day_and_a_time():
    with timezone.override(UTC):
        [day, clock] = drawn(DayAndClock(), datetime(2026, 11, 27, 17, 5, 9, tzinfo=UTC))
    assert (day, clock) == (("date", "2026-11-27"), ("time", "17:05:09"))


UNREADABLE_DAYS = ["12/3", "2026-02-30", "tomorrow", "2026-13-01", "20260-01-01", "<b>", "20261127"]


@pytest.mark.parametrize("typed", UNREADABLE_DAYS)
def test_a_day_no_browser_can_show_stands_in_a_plain_line(typed):
    field = Asking({"day": typed})["day"]
    assert f'type="text" name="day" value="{escape(typed)}"' in str(field)


@pytest.mark.parametrize("typed", ["9", "25:00", "nine", "9:5", "09:00 PM", "09.30"])
def test_a_time_no_browser_can_show_stands_in_a_plain_line(typed):
    assert f'type="text" name="clock" value="{typed}"' in str(Asking({"clock": typed})["clock"])


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
def test_a_year_that_can_hardly_be_meant_is_asked_about_and_stays(year):
    form = Asking({"day": f"{year}-05-01", "moment_0": f"{year}-05-01", "moment_1": "10:00"})
    assert "This year looks mistyped" in form.errors["day"][0]
    assert "This year looks mistyped" in form.errors["moment"][0]
    assert f'value="{year}-05-01"' in str(form["day"])


def some_of(many, chosen):
    widget = SomeOfMany(choices=[(n, f"Choice {n}") for n in range(many)])
    return widget.render("set", chosen, {"id": "id_set"})


def test_what_is_chosen_comes_first_and_keeps_its_own_id():
    html = some_of(12, ["7", "3"])
    order = [int(value) for value in re.findall(r'value="(\d+)"', html)]
    assert order == [3, 7, *(n for n in range(12) if n not in (3, 7))]
    assert 'value="7" id="id_set_7" checked' in html
    assert len(re.findall(r" checked", html)) == 2


@pytest.mark.parametrize(("many", "narrows"), [(MANY - 1, False), (MANY, True), (0, False)])
def test_only_a_long_set_is_narrowed_and_only_by_a_script(many, narrows):
    html = some_of(many, [])
    assert ("data-narrows" in html) == narrows
    assert ('class="find-one" hidden' in html) == narrows, "without the script it would do nothing"
