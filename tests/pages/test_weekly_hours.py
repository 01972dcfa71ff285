"""The hours of a week are one table: what is stored comes back as it was, and what cannot be meant is said by
its day and stays as it was typed."""

import re
from datetime import time
from itertools import product

import pytest
from django.core.exceptions import ValidationError

from pages.models import OpeningHours
from pages.week.fields import WeekField
from tests.factories import make_practice, make_user
from tests.pages.practice_form import CHANGE, form_data

NOBODY = {"spans": [], "is_nobody": True}


def week(**days):
    """As it is typed; ``mon=["9:00-12:00", "13:00-17:00"]``."""
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return [
        {"spans": [tuple(span.split("-")) for span in days[name]], "is_nobody": False}
        if name in days
        else NOBODY
        for name in names
    ]


def test_a_week_is_rows_in_the_order_of_days_and_hours():
    rows = WeekField().clean(week(mon=["13:00-17:00", "9:00-12:00"], sun=["10:00-10:01"]))
    assert [(row["weekday"], row["opens"], row["closes"]) for row in rows] == [
        (0, time(9), time(12)),
        (0, time(13), time(17)),
        (6, time(10), time(10, 1)),
    ]


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        (["9:00-"], "Tuesday: write both"),
        (["-17:00"], "Tuesday: write both"),
        (["nine-17:00"], "Tuesday: write a time"),
        (["25:00-26:00"], "Tuesday: write a time"),
        (["17:00-9:00"], "Tuesday: the closing time"),
        (["9:00-9:00"], "Tuesday: the closing time"),
        (["9:00-13:00", "12:59-17:00"], "Tuesday: these hours overlap"),
        (["9:00-17:00", "9:00-17:00"], "Tuesday: these hours overlap"),
        (["9:00-17:00", "12:00-"], "Tuesday: write both"),
    ],
)
def test_hours_that_cannot_be_meant_are_said_by_their_day(spans, words):
    with pytest.raises(ValidationError, match=words):
        WeekField().clean(week(mon=["9:00-17:00"], tue=spans))


def test_every_day_that_is_wrong_is_said_at_once():
    with pytest.raises(ValidationError) as refused:
        WeekField().clean(week(mon=["9:00-"], sat=["5:00-4:00"]))
    assert [message.split(":")[0] for message in refused.value.messages] == ["Monday", "Saturday"]


def test_hours_on_a_day_of_nobody_are_asked_about_and_not_lost():
    typed = week(wed=["9:00-12:00"])
    typed[2]["is_nobody"] = True
    with pytest.raises(ValidationError, match="Wednesday: hours are written, and Nobody is ticked"):
        WeekField().clean(typed)


def test_without_the_table_nothing_is_taken_for_closed():
    with pytest.raises(ValidationError, match="did not arrive"):
        WeekField().clean(None)


@pytest.mark.django_db
class TestAtTheDesk:
    @pytest.fixture
    def manager_client(self, client):
        client.force_login(make_user("manager"))
        return client

    def sent_back(self, html):
        """What a browser sends of the table as it is drawn."""
        boxes = re.findall(r'name="(weekly_hours-\d-nobody)"[^>]*? checked', html)
        typed = re.findall(r'name="(weekly_hours-[\w-]+s)"[^>]*?value="([^"]*)"', html)
        return dict(typed) | dict.fromkeys(boxes, "on")

    @pytest.mark.parametrize("many", [0, 1, 2, 4])
    def test_saving_what_was_there_changes_nothing(self, manager_client, many):
        practice = make_practice()
        for day, number in product([0, 3, 6], range(many)):
            practice.openinghours_set.create(
                weekday=day, opens=time(8 + 3 * number, 0, 5), closes=time(10 + 3 * number)
            )
        stored = list(OpeningHours.objects.values())
        html = manager_client.get(CHANGE).text
        response = manager_client.post(CHANGE, form_data() | self.sent_back(html))
        assert response.status_code == 302
        assert list(OpeningHours.objects.values()) == stored

    def test_what_was_typed_stays_when_it_is_refused(self, manager_client):
        make_practice()
        typed = {"weekly_hours-0-0-opens": "09:00", "weekly_hours-0-0-closes": "five"}
        response = manager_client.post(CHANGE, form_data(**typed))
        assert "Monday: write a time" in response.text
        assert self.sent_back(response.text).items() >= typed.items()
        assert not OpeningHours.objects.exists()

    def test_what_visitors_see_stands_beside_each_section(self, manager_client):
        practice = make_practice(phone="(555) 010-0188", states_served=["OR"])
        practice.openinghours_set.create(weekday=4, opens=time(8), closes=time(15))
        seen = re.findall(r'(?s)<aside class="seen".*?</aside>', manager_client.get(CHANGE).text)
        assert len(seen) == 7
        words = ["(555) 010-0188", "8 a.m.–3 p.m.", "Oregon", "You hear back within"]
        assert [any(word in part for part in seen) for word in words] == [True] * 4

    def test_whoever_only_looks_reads_the_hours_in_words(self, client):
        practice = make_practice()
        practice.openinghours_set.create(weekday=4, opens=time(8), closes=time(15))
        client.force_login(make_user("coordinator"))
        html = client.get(CHANGE).text
        assert "Friday: 8 a.m.–3 p.m." in html
        assert 'name="weekly_hours' not in html
