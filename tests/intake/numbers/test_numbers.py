"""Numbers without people: right, and never small enough to be somebody."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from intake.models import MonthlyDemand, RoomEvent
from intake.numbers import demand, response_times
from intake.room import holders
from intake.room.unlocking import Room
from team.models.room import FRESH_FOR
from tests import factories
from tests.intake.coordinators import sign_in, text_of, unlock
from tests.intake.counted import PAGE, cells, last_month, moment, write_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


@pytest.mark.parametrize(
    ("tally", "stored"),
    [
        ({"a": 9, "b": 5}, {"a": 9, "b": 5}),
        ({"a": 9, "b": 3, "c": 2}, {"a": 9, "": 5}),
        # One small cell alone could be had by subtraction from the whole.
        ({"a": 9, "b": 6, "c": 4}, {"a": 9, "": 10}),
        ({"a": 9, "b": 1}, {"": 10}),
        ({"a": 2, "b": 1}, {"": None}),
        ({}, {}),
    ],
)
def test_nothing_under_five_is_left(tally, stored):
    assert demand.merged(Counter(tally)) == stored


def test_the_database_itself_refuses_a_small_number():
    with pytest.raises(IntegrityError), transaction.atomic():
        MonthlyDemand.objects.create(month=date(2026, 10, 1), kind="state", label="Ohio", number=4)


def test_a_closed_month_is_counted_once_and_the_running_one_is_not(room):
    write_in(6, topics=["Trauma"], state="NY", payment="self")
    write_in(2, topics=["Grief"], state="OR", payer="Northline")
    write_in(7, when=timezone.now(), topics=["Sleep"])
    assert demand.count(room) == 1
    assert cells("specialty") == {"": 8}
    assert cells("all") == {"": 8}
    write_in(5, topics=["Grief"])
    assert demand.count(room) == 0
    assert cells("all") == {"": 8}


def test_what_is_common_keeps_its_name(room):
    write_in(6, topics=["Trauma"], payer="Northline")
    write_in(5, topics=["Grief"], payer="Northline")
    demand.count(room)
    assert cells("specialty") == {"Trauma": 6, "Grief": 5}
    assert cells("payer") == {"Northline": 11}
    assert cells("state") == {"New York": 11}


def test_what_did_not_come_from_a_person_or_came_twice_is_left_out(room):
    write_in(5)
    for because in ("nobody", "twin"):
        inquiry = factories.make_inquiry(received_at=moment(last_month().year, last_month().month))
        inquiry.close(because)
        inquiry.save()
    demand.count(room)
    assert cells("all") == {"": 5}


def test_a_month_with_something_that_does_not_open_waits(room):
    write_in(5)
    demand_before = MonthlyDemand.objects.count()
    stranger = Room(holders.new_key())
    assert demand.count(stranger) == 0
    assert MonthlyDemand.objects.count() == demand_before
    assert demand.uncounted_months() == [last_month()]


def test_demand_stands_beside_who_has_room(room):
    trauma = factories.make_specialty("Trauma")
    accepting = factories.make_therapist()
    without = factories.make_therapist(availability="closed")
    too_long_ago = timezone.localdate() - FRESH_FOR - timedelta(days=1)
    lately = factories.make_therapist(availability_confirmed_on=too_long_ago)
    for therapist in (accepting, without, lately):
        therapist.specialties.add(trauma, through_defaults={"order": 0})
    write_in(6, topics=["Trauma"])
    demand.count(room)
    assert demand.of_the_year("specialty") == [("Trauma", 6, 1)]
    assert demand.of_the_year("state") == [("New York", 6, 1)]


def test_weeks_answers_and_states():
    now = timezone.now()
    factories.make_inquiry(received_at=now, answered_at=now)
    factories.make_inquiry(received_at=now - timedelta(days=14))
    nobody = factories.make_inquiry(received_at=now)
    nobody.close("nobody")
    nobody.save()
    assert [number for _week, number in response_times.weeks()][-3:] == [1, 0, 1]
    assert len(response_times.weeks()) == 26
    answers = dict(response_times.first_answers())
    assert (answers["the same day"], answers["not yet"]) == (1, 1)
    assert dict(response_times.states())["New"] == 2


@pytest.mark.parametrize("role", ["manager", "coordinator"])
def test_the_page_shows_each_chart_with_its_table_and_no_script(client, role):
    sign_in(client, role)
    write_in(6)
    page = text_of(client.get(PAGE)).split('id="content-main"')[1].split("</main>")[0]
    assert page.count("<table") == 3
    assert page.count('<svg class="on-desk"') == page.count('<svg class="on-phone"') == 3
    assert "style=" not in page
    assert "<script" not in page
    assert "1 month is over and not counted" in page


def test_only_who_unlocked_counts_and_it_is_noted(client):
    write_in(6)
    factories.make_key_holder(sign_in(client, "coordinator"))
    assert client.post(f"{PAGE}count/").status_code == 403
    unlock(client)
    assert client.get(f"{PAGE}count/").status_code == 403
    page = text_of(client.post(f"{PAGE}count/", follow=True))
    assert "1 month is counted." in page
    assert RoomEvent.objects.filter(kind="counted", number=1).exists()
    sign_in(client, "manager")
    assert client.post(f"{PAGE}count/").status_code == 403


@pytest.mark.parametrize("role", ["author", "editor", "clinician"])
def test_nobody_else_sees_the_numbers(client, role):
    sign_in(client, role)
    assert client.get(PAGE).status_code == 403


def test_the_page_asks_as_little_with_many(client, django_assert_max_num_queries):
    sign_in(client, "manager")
    write_in(30)
    with django_assert_max_num_queries(25):
        client.get(PAGE)
