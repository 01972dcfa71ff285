"""The year of days on which the practice's closures stand, and are set."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from pages.admin.closure_calendar import months
from pages.models import ClosureDay
from tests.factories import make_user

LIST = "/admin/pages/closureday/"
ADD = f"{LIST}add/"


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def close(first, last=None, reason="Snow"):
    return ClosureDay(first_day=first, last_day=last or first, reason=reason)


@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2024, 12, 31), date(2027, 5, 1)])
def test_every_day_of_a_year_stands_once_under_its_weekday(today):
    seen = []
    for month in months(today, []):
        for week in month.weeks:
            assert len(week) == 7
            for column, day in enumerate(week):
                if day:
                    assert day.day.isoweekday() % 7 == column  # the week begins on Sunday
                    seen.append(day.day)
    first = today.replace(day=1)
    assert seen == [first + timedelta(days=n) for n in range(len(seen))]
    assert len(seen) in (365, 366)


def test_a_closure_stands_in_each_month_that_it_touches():
    winter = close(date(2026, 12, 24), date(2027, 1, 1), "the days around New Year")
    first, second, third, *_more = months(date(2026, 12, 3), [winter])
    assert [[c.days for c in month.closings] for month in (first, second, third)] == [
        ["24–31"],
        ["1"],
        [],
    ]
    shut = [d.day for m in (first, second) for week in m.weeks for d in week if d and not d.is_open]
    assert (shut[0], shut[-1], len(shut)) == (date(2026, 12, 24), date(2027, 1, 1), 9)


@pytest.mark.django_db
@pytest.mark.parametrize("ticked", [1, 2, 3])
def test_what_is_ticked_is_closed_from_the_first_to_the_last(manager_client, ticked):
    today = timezone.localdate()
    days = [(today + timedelta(days=n)).isoformat() for n in (9, 2, 5)[:ticked]]
    response = manager_client.post(ADD, {"day": days, "reason": "Snow", "_save": ""})
    assert (response.status_code, response["Location"]) == (302, LIST)
    row = ClosureDay.objects.get()
    assert [row.first_day.isoformat(), row.last_day.isoformat()] == [min(days), max(days)]


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["", "next week", "9999-12-31", "2026-02-30"])
def test_a_day_that_is_none_is_refused_and_what_was_typed_is_kept(manager_client, day):
    html = manager_client.post(ADD, {"day": day, "reason": "Snow"}).text
    assert not ClosureDay.objects.exists()
    assert 'href="#id_first_day"' in html
    assert 'value="Snow"' in html


@pytest.mark.django_db
def test_a_day_that_is_closed_or_over_is_not_offered(manager_client):
    today = timezone.localdate()
    row = close(today, today + timedelta(days=3))
    row.save()
    html = manager_client.get(LIST).text
    offered = re.findall(r'name="day" value="([^"]*)"', html)
    assert offered[0] == (today + timedelta(days=4)).isoformat()
    assert f"{LIST}{row.pk}/change/" in html.partition('id="changelist"')[0]


@pytest.mark.django_db
def test_whoever_may_only_look_finds_nothing_to_tick(client):
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="view_closureday"))
    client.force_login(user)
    html = client.get(LIST).text
    assert "<caption>" in html
    assert 'name="day"' not in html
    assert client.post(ADD, {"day": "2031-01-01", "reason": "Snow"}).status_code == 403
