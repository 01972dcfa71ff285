"""Everybody is counted, and two who count at once count once."""

import pytest

from intake.models import MonthlyDemand
from intake.numbers import demand
from tests import factories
from tests.intake.coordinators import sign_in, text_of, unlock
from tests.intake.counted import PAGE, cells, last_month, write_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def test_those_who_did_not_say_where_they_are_are_counted(room):
    write_in(6, state="NY")
    write_in(6, state="")
    for state in ["OR", "WA", "CA", "TX", "NJ"]:
        write_in(1, state=state)
    demand.count(room)
    assert cells("state") == {"New York": 6, "Not said": 6, "": 5}


def test_few_who_did_not_say_are_with_all_others(room):
    write_in(6, state="NY")
    write_in(2, state="")
    demand.count(room)
    assert cells("state") == {"": 8}


def test_two_who_count_at_once_count_once(client, room, monkeypatch):
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    write_in(6, state="NY")
    missing = demand.uncounted_months()
    assert missing == [last_month()]
    demand.count(room)
    answers = iter([missing])
    monkeypatch.setattr(demand, "uncounted_months", lambda: next(answers, []))
    page = client.post(f"{PAGE}count/", follow=True)
    assert page.status_code == 200
    assert "0 months are counted." in text_of(page)
    assert cells("all") == {"": 6}
    assert MonthlyDemand.objects.filter(kind="state").count() == 1
