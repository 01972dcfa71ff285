"""A clinician's yes is passed on, wherever the inquiry stands by then and whatever others say later."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import tokens
from intake.models import Entry, Inquiry, Offer
from intake.offers import asking
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def ask(inquiry):
    therapist = factories.make_therapist(user=factories.make_user("clinician"))
    return asking.ask(inquiry, therapist, "An adult", by=None)


def asked(number=1, **fields):
    """(inquiry, its offers)."""
    fields = {"state": "offered", "next_action": "hear-back", **fields}
    inquiry = factories.make_inquiry(**fields)
    return inquiry, [ask(inquiry) for _one in range(number)]


def answer(offer, said, token=None):
    token = token or tokens.read(tokens.issue())
    asking.answer(offer, asking.Asked("Hana Wexler", "An adult"), said, "", token)


def step_of(inquiry):
    inquiry.refresh_from_db()
    return inquiry.next_action


@pytest.mark.parametrize(("days", "is_open"), [(14, True), (15, False)])
def test_the_link_opens_for_fourteen_days(days, is_open, monkeypatch):
    _inquiry, [offer] = asked()
    then = timezone.localdate() + timedelta(days=days)
    monkeypatch.setattr(timezone, "localdate", lambda *args: then)
    assert offer.is_open is is_open


@pytest.mark.parametrize("said", ["yes", "later"])
def test_a_later_no_does_not_take_back_a_yes(said):
    inquiry, (one, two, three) = asked(3)
    answer(one, "no")
    assert step_of(inquiry) == "hear-back"
    answer(two, said)
    assert step_of(inquiry) == "answer"
    answer(three, "no")
    assert step_of(inquiry) == "answer"


def test_the_last_of_many_noes_sends_us_looking_again():
    inquiry, offers = asked(3)
    for offer in offers:
        assert step_of(inquiry) == "hear-back"
        answer(offer, "no")
    assert step_of(inquiry) == "find"


@pytest.mark.parametrize("said", ["yes", "later"])
@pytest.mark.parametrize("state", ["new", "talking", "offered", "waiting"])
def test_a_yes_is_todays_step_in_every_open_state(state, said):
    inquiry, [offer] = asked(state=state, next_action="try-again", next_on="2030-01-01")
    answer(offer, said)
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == (state, "answer")
    assert inquiry.next_on == timezone.localdate()


@pytest.mark.parametrize("state", ["new", "talking", "waiting"])
def test_a_no_changes_nothing_where_somebody_went_on(state):
    inquiry, [offer] = asked(state=state, next_action="try-again", next_on="2030-01-01")
    answer(offer, "no")
    assert step_of(inquiry) == "try-again"
    assert Offer.objects.get().answer == "no"


def test_a_yes_after_a_merge_reaches_the_one_that_goes_on(client):
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    first, [offer] = asked()
    second = factories.make_inquiry(owner=factories.make_user("coordinator"))
    do(client, first, "merge", twin=second.pk)
    answer(offer, "yes")
    assert step_of(second) == "answer"
    assert Entry.objects.filter(inquiry=second, kind=Entry.Kind.OFFER).exists()
    assert [mail.recipient_and_body()[0] for mail in Message.objects.all()].count(
        second.owner.email
    ) == 1
    first.refresh_from_db()
    assert (first.state, first.next_action) == ("closed", "")


def test_a_spent_token_answers_nothing():
    inquiry, (one, two) = asked(2)
    token = tokens.read(tokens.issue())
    answer(one, "no", token)
    answer(two, "yes", token)
    assert step_of(inquiry) == "hear-back"
    assert Offer.objects.unanswered().count() == 1


def test_where_the_owner_has_left_others_hear_of_the_answer():
    coordinator = factories.make_user("coordinator")
    _inquiry, [offer] = asked(owner=factories.make_user("coordinator", is_active=False))
    Message.objects.all().delete()
    answer(offer, "yes")
    assert [mail.recipient_and_body()[0] for mail in Message.objects.all()] == [coordinator.email]


def test_an_answer_to_somebody_who_asked_to_stop_wakes_nothing():
    inquiry, [offer] = asked()
    inquiry.close(Inquiry.Outcome.WITHDREW)
    inquiry.save()
    answer(offer, "yes")
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("closed", "")
