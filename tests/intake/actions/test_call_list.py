"""Nobody who waits for a call is cut off the sheet, or left off it without a word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.admin import call_list
from intake.models import Inquiry
from tests import factories
from tests.intake.calls import CALLS, main_of, to_call
from tests.intake.coordinators import sign_in, unlock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice(client):
    practice = factories.make_practice()
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    return practice


def printout(client):
    return main_of(client.get(CALLS))


def test_those_who_want_mail_take_no_place_on_it(client, monkeypatch):
    monkeypatch.setattr(call_list, "MOST_CALLS", 2)
    for _one in range(3):
        factories.make_inquiry(next_on=timezone.localdate() - timedelta(days=1))
    calls = [to_call(), to_call()]
    page = printout(client)
    assert all(inquiry.reference in page for inquiry in calls)


def test_it_is_not_longer_than_a_day(client, monkeypatch):
    monkeypatch.setattr(call_list, "MOST_CALLS", 2)
    for _one in range(3):
        to_call()
    assert printout(client).count("<li>") == 2


@pytest.mark.parametrize(
    ("number", "message"), [(0, ""), (1, "1 inquiry could not"), (2, "2 inquiries could not")]
)
def test_it_says_how_many_it_could_not_read(client, number, message):
    kept = to_call()
    for _one in range(number):
        inquiry = to_call()
        broken = b"\x63" + bytes(inquiry.content)[1:]
        Inquiry.objects.filter(pk=inquiry.pk).update(content=broken)
    page = printout(client)
    assert kept.reference in page
    assert message in page
    assert ("be read" in page) == bool(number)


@pytest.mark.parametrize("state", ["closed", "waiting", "talking"])
def test_whoever_is_to_be_told_something_is_on_it(client, state):
    later = timezone.localdate() + timedelta(days=9)
    inquiry = to_call(state=state, next_action="", next_on=later, is_told_by_us=True)
    page = printout(client)
    assert inquiry.reference in page
    assert "Tell them that we have written on their private page." in page


def test_whoever_is_only_to_be_called_has_nothing_to_be_told(client):
    to_call()
    assert "Tell them" not in printout(client)


@pytest.mark.parametrize(
    ("route", "may"),
    [
        ("text", "Text only, do not call:"),
        ("call-no-voicemail", "Call, leave no voicemail:"),
        ("call", "Call:"),
    ],
)
def test_what_may_be_done_stands_before_the_number(client, route, may):
    inquiry = to_call({"route": route})
    page = printout(client)
    assert page.index(may) < page.index("(555) 010-0123") < page.index(inquiry.reference)
