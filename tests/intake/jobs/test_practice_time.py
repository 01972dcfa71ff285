"""What the worker does on a day, it does on the practice's day, wherever the server stands."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from intake.models import Entry, Inquiry, PracticeKey
from intake.room import roll
from outbox import jobs
from outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db
PROMISES, LIST = "intake: remind of promises", "intake: look after the list"
ERASE, KEY = "intake: erase what is over", "intake: turn the key over"
YESTERDAY, TODAY = date(2026, 7, 1), date(2026, 7, 2)
# Half past midnight on the server in New York, the evening before where the practice is.
MIDNIGHT = datetime(2026, 7, 2, 4, 30, tzinfo=UTC)
MORNING = datetime(2026, 7, 2, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True, params=["Pacific/Honolulu", "America/Los_Angeles"])
def practice(request, settings):
    assert settings.TIME_ZONE == "America/New_York"
    return factories.make_practice(time_zone=request.param)


@pytest.fixture
def run():
    """``run(job, moment)``, as the worker does."""

    def run_at(name, moment):
        with time_machine.travel(moment, tick=False):
            jobs.registered[name].run()

    return run_at


def subjects():
    return [mail.subject for mail in Message.objects.all()]


def test_the_owner_is_reminded_on_the_promised_day(run):
    factories.make_user("coordinator")
    factories.make_inquiry(due_on=TODAY)
    run(PROMISES, MIDNIGHT)
    assert subjects() == []
    run(PROMISES, MORNING)
    assert subjects() == ["An answer is due"]


def test_nothing_is_late_while_the_promised_day_lasts(run):
    factories.make_user("manager")
    factories.make_inquiry(due_on=YESTERDAY, is_owner_reminded=True)
    run(PROMISES, MIDNIGHT)
    assert subjects() == []
    run(PROMISES, MORNING)
    assert subjects() == ["An answer is late"]


def test_whoever_waits_is_asked_on_the_day(run):
    factories.make_inquiry(state="waiting", next_action="ask-again", next_on=TODAY)
    run(LIST, MIDNIGHT)
    assert not Entry.objects.exists()
    run(LIST, MORNING)
    assert Entry.objects.get().kind == Entry.Kind.NOTE_TO_PERSON


def test_nothing_is_erased_a_day_early(run):
    inquiry = factories.make_inquiry()
    inquiry.close("client")
    inquiry.handed_over_on = date(2026, 6, 2)
    inquiry.save()
    run(ERASE, MIDNIGHT)
    assert Inquiry.objects.exists()
    run(ERASE, MORNING)
    assert not Inquiry.objects.exists()


def test_the_key_is_turned_over_when_the_quarter_begins_there(run):
    factories.open_intake()
    with roll.changing():
        PracticeKey.objects.update(made_on=date(2026, 4, 1))
    run(KEY, datetime(2026, 7, 1, 4, 30, tzinfo=UTC))
    assert PracticeKey.objects.count() == 1
    run(KEY, datetime(2026, 7, 1, 20, 0, tzinfo=UTC))
    assert PracticeKey.objects.current().made_on == date(2026, 7, 1)
    assert PracticeKey.objects.count() == 2
