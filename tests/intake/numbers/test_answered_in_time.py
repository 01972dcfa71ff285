"""The share of answers in time that the form may show."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.numbers import answered_in_time
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    return factories.make_practice(shows_answer_share=True)


def asked(number, *, late=False, is_answered=True, days_ago=10, **fields):
    received = timezone.now() - timedelta(days=days_ago)
    due_on = timezone.localdate(received) + timedelta(days=2)
    hours = 90 if late else 20
    for _number in range(number):
        factories.make_inquiry(
            received_at=received,
            due_on=due_on,
            answered_at=received + timedelta(hours=hours) if is_answered else None,
            **fields,
        )


def test_the_form_says_it_with_period_and_count(client):
    asked(18)
    asked(2, late=True)
    page = client.get("/get-started/").text
    assert "In the last 90 days, 20 people wrote to us" in page
    assert "90 in 100" in page


def test_it_is_off_until_the_practice_turns_it_on(client, practice):
    asked(30)
    practice.shows_answer_share = False
    practice.save()
    assert "In the last 90 days" not in client.get("/get-started/").text


def test_under_twenty_it_is_hidden(practice):
    asked(19)
    assert answered_in_time.share(practice) is None


def test_silence_counts_as_late_and_twins_and_machines_do_not_count(practice):
    asked(20)
    asked(5, is_answered=False)
    asked(3, is_suspected_spam=True)
    asked(3, state="closed", closed_because="twin", is_answered=False)
    asked(3, state="closed", closed_because="withdrew", is_answered=False)
    asked(4, days_ago=100)
    found = answered_in_time.share(practice)
    assert (found.in_time, found.number, found.percent) == (20, 25, 80)


def test_whose_day_is_still_to_come_does_not_count(practice):
    asked(20)
    asked(5, days_ago=1, is_answered=False)
    assert answered_in_time.share(practice).number == 20


def test_the_share_is_rounded_down(practice):
    asked(20)
    asked(1, late=True)
    assert answered_in_time.share(practice).percent == 95
