"""What the person's page says is true: of every step, of days that have passed, of who was told."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from intake.actions.ongoing import NextForm
from intake.jobs import promises
from intake.models import Inquiry
from intake.person import status_messages
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock
from tests.intake.persons import CODE, PAGE, html_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
HEARD_BY, NEXT_BY = "You hear from us by", "The next step is due by"
BOTH_TOLD, LATE = "We are late, and somebody was told.", "We are late."


def days(number):
    return timezone.localdate() + timedelta(days=number)


STEPS = ["answer", "try-again", "find", "hear-back", "agree", "ask-again"]
NEW, WAITING, VAGUE = "opened and read", "You are on our waitlist", "goes on with it"
LOOKING, AGAIN = "looking for the right person", "We try again"
# {state: {next step: words that are meant for it}}
MEANT = {
    "new": dict.fromkeys(STEPS, NEW),
    "talking": {
        "answer": "answers you",
        "try-again": AGAIN,
        "find": LOOKING,
        "hear-back": LOOKING,
        "agree": VAGUE,
        "ask-again": VAGUE,
    },
    "offered": {
        "answer": "We have an answer for you",
        "try-again": AGAIN,
        "find": "go on looking for the right person",
        "hear-back": "wait for the answer",
        "agree": "whether it suits you",
        "ask-again": VAGUE,
    },
    "waiting": dict.fromkeys(STEPS, WAITING),
}


def test_each_place_and_step_that_a_form_allows_has_words_meant_for_it(practice):
    fields = NextForm.base_fields
    steps = [step for step, _label in fields["next_action"].choices if step]
    for state, _label in fields["place"].choices:
        assert [*MEANT[state]] == steps
        for step in steps:
            text = status_messages.of(Inquiry(state=state, next_action=step), practice).text
            assert MEANT[state][step] in text, (state, step)


def test_an_answer_is_spoken_of_only_where_one_is_next(practice):
    for state, step in itertools.product(["talking", "offered"], Inquiry.Next):
        text = status_messages.of(Inquiry(state=state, next_action=step), practice).text
        assert ("We have an answer for you" in text) == ((state, step) == ("offered", "answer"))
        is_awaited = (state, step) == ("offered", "hear-back")
        assert ("wait for the answer" in text) == is_awaited


@pytest.mark.parametrize("state", ["talking", "offered", "waiting"])
def test_a_day_that_has_passed_is_no_promise(practice, state):
    inquiry = Inquiry(state=state, next_action="find", next_on=days(0))
    assert NEXT_BY in status_messages.of(inquiry, practice).text
    inquiry.next_on = days(-1)
    words = status_messages.of(inquiry, practice).text
    assert NEXT_BY not in words
    assert "We have not forgotten you." in words


def test_what_was_answered_is_promised_no_day(practice):
    inquiry = Inquiry(due_on=days(1))
    assert HEARD_BY in status_messages.of(inquiry, practice).text
    inquiry.answered_at = timezone.now()
    assert HEARD_BY not in status_messages.of(inquiry, practice).text


@pytest.mark.parametrize("is_anybody_there", [True, False])
def test_that_somebody_was_told_is_said_only_where_somebody_was(client, is_anybody_there):
    if is_anybody_there:
        factories.make_user("manager")
    factories.make_inquiry(code=CODE, due_on=days(-1))
    for is_told in (False, is_anybody_there):
        page = html_of(client.get(PAGE))
        assert LATE.rstrip(".") in page
        assert (BOTH_TOLD in page) == is_told
        promises.remind()


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "talking", "next_action": "find"},
        {"state": "closed", "closed_because": "referred", "closed_on": "2026-01-01"},
        {"received_at": timezone.now() - timedelta(days=2)},
    ],
)
def test_the_page_of_whoever_just_wrote_is_no_bookmark(client, changed):
    factories.make_inquiry(code=CODE)
    assert "Thank you. It is with us." in html_of(client.get(f"{PAGE}?new"))
    Inquiry.objects.update(**changed)
    page = html_of(client.get(f"{PAGE}?new"))
    assert "Thank you. It is with us." not in page
    assert "What happens next" not in page


def test_the_page_of_a_twin_shows_where_the_other_stands(client):
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    first, second = factories.make_inquiry(code=CODE), factories.make_inquiry()
    do(client, first, "merge", twin=second.pk)
    assert "Your message is with us" in html_of(client.get(PAGE))
    second.move("waiting", next_action="ask-again", next_on=days(9))
    second.save()
    assert "You are on our waitlist" in html_of(client.get(PAGE))
    second.close("unreached")
    second.save()
    assert "We could not reach you" in html_of(client.get(PAGE))
