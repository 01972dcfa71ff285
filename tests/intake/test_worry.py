"""What worries somebody is on top and told at once, until somebody writes what was done."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from intake.models import Inquiry
from outbox.models import Message
from pages.calendar import is_desk_open
from pages.models import ClosureDay
from tests import factories
from tests.intake.coordinators import LIST, address, do, page_after, sign_in, text_of, unlock

pytestmark = pytest.mark.django_db
WORRY = "Please look at a message as soon as you can"


@pytest.fixture(autouse=True)
def practice(db):
    return factories.make_practice(safety_protocol="Call Idris first.")


@pytest.fixture
def presser(client):
    factories.open_intake()
    user = sign_in(client, "coordinator", name="Dana Example")
    factories.make_key_holder(user)
    return user


@pytest.fixture
def colleague(db):
    return factories.make_user("coordinator", name="Ruth Example")


@pytest.fixture
def inquiry(presser):
    return factories.make_inquiry(next_on=timezone.localdate() + timedelta(days=3))


@pytest.fixture
def desk(monkeypatch):
    def is_open(answer):
        monkeypatch.setattr("intake.actions.worry.is_desk_open", lambda practice: answer)

    is_open(True)
    return is_open


def told():
    return [mail.recipient_and_body()[0] for mail in Message.objects.all() if mail.subject == WORRY]


def test_it_is_due_today_and_of_whoever_pressed(client, inquiry, presser, colleague, desk):
    Inquiry.objects.update(owner=colleague)
    do(client, inquiry, "worry")
    inquiry.refresh_from_db()
    assert inquiry.is_worrying
    assert inquiry.owner == presser
    assert inquiry.next_on == timezone.localdate()


def test_what_is_closed_stays_closed_and_is_found(client, presser, desk):
    closed = factories.make_inquiry(
        state="closed", closed_because="referred", next_action="", closed_on=timezone.localdate()
    )
    assert "Somebody is worried" not in text_of(client.get(LIST))
    do(client, closed, "worry")
    closed.refresh_from_db()
    assert closed.state == "closed"
    assert closed.next_on is None
    assert "Somebody is worried" in text_of(client.get(LIST))
    assert closed.reference in text_of(client.get(LIST, {"place": "worrying"}))


def test_the_others_who_answer_are_told_by_a_mail_that_says_nothing(
    client, inquiry, presser, colleague, desk
):
    factories.make_user("author")
    page = page_after(client, inquiry, "worry")
    assert told() == [colleague.email]
    assert "Ruth Example should read it today" in text_of(page)
    _to, body = Message.objects.get().recipient_and_body()
    for word in ["Rowan", "worr", "Dana", "therap", inquiry.reference]:
        assert word not in body.replace(str(inquiry.pk), "")


def test_whoever_is_alone_is_told_so(client, inquiry, desk):
    assert "nobody else is told" in text_of(page_after(client, inquiry, "worry"))
    assert told() == []


def test_after_hours_it_goes_to_whoever_the_practice_named(
    client, inquiry, presser, colleague, desk
):
    desk(False)
    named = factories.make_user("coordinator", name="Idris Example", hears_worries=True)
    factories.make_user("coordinator", hears_worries=True, is_active=False)
    page = text_of(page_after(client, inquiry, "worry"))
    assert "Idris Example should read it today" in page
    assert "Ruth" not in page.partition("should read it today")[0].rpartition("and yours")[2]
    assert sorted(told()) == sorted([named.email, colleague.email])


def test_after_hours_with_nobody_named_the_presser_hears_that_nobody_else_is_told(
    client, inquiry, presser, colleague, desk
):
    desk(False)
    presser.hears_worries = True
    presser.save()
    assert "Nobody else is told tonight" in text_of(page_after(client, inquiry, "worry"))
    assert told() == [colleague.email]


def test_a_second_press_tells_nobody_again(client, inquiry, colleague, desk):
    do(client, inquiry, "worry")
    do(client, inquiry, "worry")
    assert told() == [colleague.email]


def test_it_is_over_only_when_somebody_writes_what_was_done(client, inquiry, desk):
    do(client, inquiry, "worry")
    do(client, inquiry, "attempt", outcome="spoke", words="Hello")
    do(client, inquiry, "next", place="talking", next_action="find", next_on="")
    do(client, inquiry, "looked-after", words="  ")
    inquiry.refresh_from_db()
    assert inquiry.is_worrying
    page = page_after(client, inquiry, "looked-after", words="Called with Idris, safe tonight.")
    assert "in its usual place again" in text_of(page)
    inquiry.refresh_from_db()
    assert not inquiry.is_worrying
    assert inquiry.owner is not None
    unlock(client)
    assert "safe tonight" in text_of(client.get(address(inquiry)))


def test_nothing_of_ours_ends_it_before(client, inquiry, desk):
    unlock(client)
    do(client, inquiry, "worry")
    do(client, inquiry, "close", because="nobody")
    assert client.post(f"{LIST}{inquiry.pk}/delete/", {"post": "yes"}).status_code == 403
    inquiry.refresh_from_db()
    assert inquiry.is_open
    assert inquiry.erase_at is None
    do(client, inquiry, "looked-after", words="Spoke")
    do(client, inquiry, "close", because="nobody")
    inquiry.refresh_from_db()
    assert not inquiry.is_open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ((2026, 11, 30, 10), True),
        ((2026, 11, 30, 7), False),
        ((2026, 11, 30, 17), False),
        ((2026, 11, 30, 3), False),
        ((2026, 11, 28, 10), False),
        ((2026, 12, 1, 10), False),
    ],
)
def test_after_hours_are_nights_weekends_and_days_off(practice, moment, is_open):
    ClosureDay.objects.create(first_day="2026-12-01", last_day="2026-12-01", reason="A day off")
    zone = ZoneInfo(practice.time_zone)
    assert is_desk_open(practice, datetime(*moment, tzinfo=zone)) == is_open
