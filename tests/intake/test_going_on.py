"""What is next is always somebody's, on a day; and a page opened before changes only what was changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import waitlist
from intake.jobs import retention
from intake.models import Inquiry
from tests import factories
from tests.intake.coordinators import (
    LIST,
    address,
    do,
    page_after,
    text_of,
    tomorrow,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]
OPEN_STATES = ["new", "talking", "offered", "waiting"]


def days(number):
    return timezone.localdate() + timedelta(days=number)


def as_shown(client, inquiry, **changed):
    """The form as a browser sends it: with what stood in it when the page was made."""
    form = client.get(address(inquiry)).context["forms"]["next"]
    sent = {"action": "next"}
    for field in form:
        shown = form.initial[field.name]
        sent[field.html_name] = sent[field.html_initial_name] = "" if shown is None else shown
    return sent | {f"next-{name}": value for name, value in changed.items()}


def go_on(client, inquiry, **changed):
    then = {"place": "talking", "next_action": "find", "next_on": tomorrow()}
    page = page_after(client, inquiry, "next", **{**then, **changed})
    inquiry.refresh_from_db()
    return text_of(page)


@pytest.mark.parametrize("state", OPEN_STATES)
@pytest.mark.parametrize("outcome", ["spoke", "wrote", "voicemail", "nobody", "wrong"])
def test_an_attempt_moves_what_is_due_from_every_open_state(client, state, outcome):
    inquiry = factories.make_inquiry(state=state, next_action="try-again", next_on=days(0))
    do(client, inquiry, "attempt", outcome=outcome)
    inquiry.refresh_from_db()
    assert inquiry.is_open
    assert inquiry.next_action
    is_due_on_the_list = state == "waiting" and outcome in ("wrote", "voicemail")
    assert is_due_on_the_list or inquiry.next_on > days(0)


@pytest.mark.parametrize(
    ("state", "then"), [("new", "talking"), ("talking", "talking"), ("offered", "offered")]
)
def test_a_second_attempt_counts_like_the_first(client, state, then):
    inquiry = factories.make_inquiry(state=state, next_action="answer", next_on=days(0))
    for outcome in ["nobody", "nobody", "spoke"]:
        Inquiry.objects.update(next_on=days(0))
        do(client, inquiry, "attempt", outcome=outcome)
        inquiry.refresh_from_db()
        assert inquiry.state == then
        assert (inquiry.next_action == "try-again") == (outcome == "nobody")
        assert inquiry.next_on > days(0)


def test_whoever_was_called_today_is_not_on_todays_sheet_any_more(client):
    content = factories.make_content(route="call", email="", phone="(555) 010-0123")
    inquiry = factories.make_inquiry(content, state="talking", next_action="try-again")
    Inquiry.objects.update(next_on=days(0))
    unlock(client)
    assert inquiry.reference in text_of(client.get(f"{LIST}call-sheet/"))
    do(client, inquiry, "attempt", outcome="nobody")
    assert inquiry.reference not in text_of(client.get(f"{LIST}call-sheet/"))


def test_whoever_was_spoken_with_on_the_list_keeps_their_place_for_a_month(client):
    inquiry = factories.make_inquiry(state="waiting", asks=2, next_action="ask-again")
    do(client, inquiry, "attempt", outcome="spoke")
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.asks, inquiry.next_on) == ("waiting", 0, days(30))


def test_a_client_who_comes_back_is_not_erased_for_the_hand_over_before(client):
    inquiry = factories.make_inquiry()
    do(client, inquiry, "close", because="client")
    do(client, inquiry, "handed")
    Inquiry.objects.update(handed_over_on=days(-29), closed_on=days(-29))
    go_on(client, inquiry)
    assert (inquiry.state, inquiry.handed_over_on) == ("talking", None)
    do(client, inquiry, "close", because="referred")
    assert retention.erase_due(days(1)) == 0


def test_a_client_who_comes_back_is_handed_over_again(client):
    inquiry = factories.make_inquiry()
    for _time in range(2):
        do(client, inquiry, "close", because="client")
        assert Inquiry.objects.to_hand_over().exists()
        do(client, inquiry, "handed")
        assert not Inquiry.objects.to_hand_over().exists()
        go_on(client, inquiry)


def test_whoever_is_put_on_the_list_again_is_asked_before_being_let_go(client):
    inquiry = factories.make_inquiry(state="waiting", asks=2)
    inquiry.close("no-word")
    inquiry.save()
    factories.make_referral_contact()
    go_on(client, inquiry, place="waiting", next_action="ask-again")
    assert waitlist.look_after(days(1)) == (1, 0)


def test_opening_again_as_the_page_proposes_needs_what_is_next(client):
    inquiry = factories.make_inquiry()
    do(client, inquiry, "close", because="unreached")
    page = text_of(client.post(address(inquiry), as_shown(client, inquiry)))
    assert "Say what is next" in page
    assert "Choose a day" in page
    assert not Inquiry.objects.get().is_open
    client.post(address(inquiry), as_shown(client, inquiry, next_action="find", next_on=days(1)))
    reopened = Inquiry.objects.get()
    assert (reopened.state, reopened.next_action) == ("talking", "find")


@pytest.mark.parametrize("missing", ["next_action", "next_on"])
def test_nobody_is_left_without_a_next_step_and_its_day(client, missing):
    inquiry = factories.make_inquiry(next_on=days(1))
    assert "so that nobody is forgotten" in go_on(client, inquiry, **{missing: ""})
    assert (inquiry.state, inquiry.next_action, inquiry.next_on) == ("new", "answer", days(1))


@pytest.mark.parametrize(
    "day", ["0001-01-01", "0206-01-01", -1, 367, "9999-12-31", "2026-02-30", "soon", "\x00"]
)
def test_a_day_that_cannot_be_meant_is_refused(client, day):
    inquiry = factories.make_inquiry(next_on=days(1))
    page = go_on(client, inquiry, next_on=days(day) if isinstance(day, int) else day)
    assert 'class="errorlist"' in page
    assert (inquiry.state, inquiry.next_on) == ("new", days(1))


def test_a_day_that_has_passed_may_stay_where_only_the_owner_changes(client, coordinator):
    inquiry = factories.make_inquiry(state="talking", next_action="find", next_on=days(-3))
    client.post(address(inquiry), as_shown(client, inquiry, owner=coordinator.pk))
    inquiry.refresh_from_db()
    assert (inquiry.owner, inquiry.next_on) == (coordinator, days(-3))


def test_a_page_opened_before_changes_only_what_was_changed_on_it(client, coordinator):
    inquiry = factories.make_inquiry(next_on=days(1))
    sent = as_shown(client, inquiry, owner=coordinator.pk)
    do(client, inquiry, "wait", words="You are on our waitlist.")
    assert client.post(address(inquiry), sent).status_code == 302
    inquiry.refresh_from_db()
    assert inquiry.owner == coordinator
    assert (inquiry.state, inquiry.next_action) == ("waiting", "ask-again")
    assert inquiry.next_on == days(30)


def test_the_page_holds_what_stood_in_it(client):
    page = text_of(client.get(address(factories.make_inquiry())))
    for name in ["place", "owner", "next_action", "next_on"]:
        assert f'type="hidden" name="initial-next-{name}"' in page
