"""Where an inquiry stands changes only by the table of moves, and as the table says."""

import itertools
from collections import Counter
from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from intake import transitions
from intake.actions import FORMS
from intake.documents.new_ways import NewWay
from intake.jobs import promises
from intake.models import Inquiry, Offer
from intake.offers import asking
from intake.person import status_messages
from intake.transitions.by_practice import Attempt
from intake.transitions.says import AS_THE_OTHER, SAYS
from intake.transitions.table import (
    EVERYWHERE,
    MOVES,
    NOT_WHILE_WORRIED,
    ONLY_WHILE_WORRIED,
    Outcome,
    PutAside,
    Refused,
    State,
    status_of,
)
from outbox.models import Message
from tests import factories
from tests.intake.persons import CODE
from tests.intake.transitions import diagram

pytestmark = pytest.mark.django_db
Next = Inquiry.Next
USUALLY_NEXT = {
    State.NEW: Next.ANSWER,
    State.TALKING: Next.FIND,
    State.OFFERED: Next.HEAR_BACK,
    State.WAITING: Next.ASK_AGAIN,
}
PLANNED = [step for step in Next if step != Next.NOTHING]  # what ``NextForm`` lets somebody choose
# They set state and next step themselves, whatever these were.
UNLIKE_NEXT = {"planned", "offered", "put_on_list", "referred", "closed", "merged", "let_go"}
REASONS = [because for because in Outcome if because != Outcome.DUPLICATE]


def business_day(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture(scope="module", autouse=True)
def at_work(django_db_setup, django_db_blocker):
    """Made once for all of these tests: a practice with its key, somebody of it, and a clinician who can be
    asked; a manager is there as well."""
    with django_db_blocker.unblock(), transaction.atomic():
        practice = factories.make_practice()
        factories.open_intake()
        factories.make_user("manager")
        user = factories.make_user("coordinator")
        factories.make_user("coordinator")
        yield practice, user, factories.make_therapist(user=factories.make_user("clinician"))
        transaction.set_rollback(True)


@pytest.fixture
def practice(at_work):
    return deepcopy(at_work[0])


@pytest.fixture
def setting(at_work):
    """Somebody of the practice, and the clinician."""
    return deepcopy(at_work[1:])


def standing(status, *, is_put_aside=False, step=None, is_worrying=False):
    """An inquiry that stands there, as it usually comes to stand there, or with another next ``step``."""
    step = step or USUALLY_NEXT.get(status, Next.NOTHING)
    fields = {"state": status, "next_action": step, "is_worrying": is_worrying}
    if status not in USUALLY_NEXT:
        fields |= {"state": State.CLOSED, "closed_on": timezone.localdate()}
        fields["closed_because"] = "" if status == State.CLOSED else status
    if is_put_aside:
        fields["erase_at"] = timezone.now()
    if status == Outcome.DUPLICATE:
        fields["twin_of"] = factories.make_inquiry(state=State.TALKING, next_action=Next.FIND)
    content = factories.make_content(route="email", email="r@mail.example")
    return factories.make_inquiry(content, code=CODE, **fields)


def offered(inquiry, user, clinician):
    asking.ask(inquiry, clinician, "An adult", user)
    transitions.offered(inquiry, user, business_day)


def sent_again(inquiry, user, clinician):
    asking.ask(inquiry, clinician, "An adult", user)
    transitions.offer_sent_again(inquiry, business_day)


def remind_owner(inquiry):
    promises.tell_owner(inquiry)
    transitions.owner_reminded(inquiry)


def tell_managers(inquiry):
    promises.tell_managers(1)
    transitions.managers_told(Inquiry.objects.filter(pk=inquiry.pk))


def offer_answered(inquiry, answer):
    inquiry.offers.create(link_digest="0", sealed=b"0", expires_on=date.max, answer=answer)
    transitions.offer_answered(inquiry, "Hana", answer, "Gladly.")


def ways(name, user, clinician):
    """Every way in which a move can be made, that its end or its words depend on."""
    twin = lambda: factories.make_inquiry(state=State.TALKING, next_action=Next.FIND)  # noqa: E731
    simple = {
        "heard_from": lambda row: transitions.heard_from(row, row, "Hello"),
        "way_changed": lambda row: transitions.way_changed(row, CODE, NewWay("call", phone="1")),
        "still_looking": lambda row: transitions.still_looking(row, row, "Yes"),
        "stopped": transitions.stopped,
        "noted": lambda row: transitions.noted(row, "A note", user),
        "corrected": lambda row: transitions.corrected(row, "Before", user),
        "worried": lambda row: transitions.worried(row, user),
        "looked_after": lambda row: transitions.looked_after(row, "Called", user),
        "taken": lambda row: transitions.taken(row, user),
        "wrote_to_person": lambda row: transitions.wrote_to_person(
            row, "Dear R", user, business_day
        ),
        "told": lambda row: transitions.told(row, factories.told(row)),
        "offered": lambda row: offered(row, user, clinician),
        "offer_sent_again": lambda row: sent_again(row, user, clinician),
        "offer_taken_back": lambda row: transitions.offer_taken_back(row, "Hana", user),
        "put_on_list": lambda row: transitions.put_on_list(row, "Dear R", user),
        "referred": lambda row: transitions.referred(row, "Dear R", user),
        "merged": lambda row: transitions.merged(row, twin(), user),
        "handed_over": lambda row: transitions.handed_over(row, user),
        "put_aside": lambda row: transitions.put_aside(row, timezone.now()),
        "brought_back": transitions.brought_back,
        "asked_again": lambda row: transitions.asked_again(row, "Dear R", timezone.localdate()),
        "let_go": lambda row: transitions.let_go(row, "Dear R"),
        "owner_reminded": remind_owner,
        "managers_told": tell_managers,
    }
    if name in simple:
        return [simple[name]]
    return {
        "attempted": [
            lambda row, how=how: transitions.attempted(row, how, "Said", user, business_day)
            for how in Attempt
        ],
        "planned": [
            lambda row, state=state, step=step: transitions.planned(
                row, state, {"next_action": step, "next_on": timezone.localdate()}
            )
            for state in USUALLY_NEXT
            for step in Next
        ],
        "closed": [
            lambda row, because=because: transitions.closed(row, because, "Bye", user)
            for because in REASONS
        ],
        "held": [
            lambda row, is_held=is_held: transitions.held(row, "Why", user, is_held=is_held)
            for is_held in (True, False)
        ],
        "answer_noted": [
            lambda row, said=said: transitions.answer_noted(row, "Hana", said, "Gladly.", user)
            for said in Offer.Answer
        ],
        "offer_answered": [
            lambda row, answer=answer: offer_answered(row, answer) for answer in ("yes", "no")
        ],
    }[name]


def title_of(inquiry, practice):
    """What the person's page says; where it says what it says of another one, that."""
    if inquiry.goes_on_as != inquiry:
        title = status_messages.of(inquiry.goes_on_as, practice).title
        assert title in SAYS[State.TALKING]
        return AS_THE_OTHER
    return status_messages.of(inquiry, practice).title


@pytest.mark.parametrize("status", EVERYWHERE)
@pytest.mark.parametrize("name", MOVES)
def test_what_happens_is_what_the_table_says(practice, setting, name, status):
    move, found = MOVES[name], set()
    for do in ways(name, *setting):
        point = transaction.savepoint()
        inquiry = standing(
            status,
            is_put_aside=move.put_aside == PutAside.ONLY,
            is_worrying=move.worried == ONLY_WHILE_WORRIED,
        )
        if status not in move.leads:
            with pytest.raises(Refused):
                do(inquiry)
        else:
            before = Message.objects.count()
            do(inquiry)
            inquiry = Inquiry.objects.get(pk=inquiry.pk)
            found.add((status_of(inquiry), title_of(inquiry, practice)))
            kinds = {*inquiry.entries.values_list("kind", flat=True)}
            assert kinds == ({move.seals} if move.seals else set())
            assert bool(move.sends) == (Message.objects.count() > before)
        transaction.savepoint_rollback(point)
    expected = {
        (to, title) for to in move.leads.get(status, ()) for title in move.says.get(to, SAYS[to])
    }
    assert found == expected


@pytest.mark.parametrize("status", USUALLY_NEXT)
@pytest.mark.parametrize("name", [name for name in MOVES if name not in UNLIKE_NEXT])
def test_it_ends_where_the_table_says_whatever_was_to_be_next(practice, setting, name, status):
    move = MOVES[name]
    fits = status in move.leads and move.put_aside != PutAside.ONLY
    for step, do in itertools.product(PLANNED if fits else (), ways(name, *setting)):
        point = transaction.savepoint()
        inquiry = standing(status, step=step, is_worrying=move.worried == ONLY_WHILE_WORRIED)
        do(inquiry)
        inquiry = Inquiry.objects.get(pk=inquiry.pk)
        assert status_of(inquiry) in move.leads[status], step
        assert title_of(inquiry, practice) in SAYS[status_of(inquiry)], step
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize("is_put_aside", [True, False])
@pytest.mark.parametrize("name", MOVES)
def test_what_is_put_aside_waits_for_who_may_bring_it_back(setting, name, is_put_aside):
    move = MOVES[name]
    status = next(iter(move.leads))
    inquiry = standing(
        status, is_put_aside=is_put_aside, is_worrying=move.worried == ONLY_WHILE_WORRIED
    )
    is_allowed = move.put_aside != (PutAside.NEVER if is_put_aside else PutAside.ONLY)
    assert transitions.allows(name, inquiry) == is_allowed
    if not is_allowed:
        with pytest.raises(Refused):
            ways(name, *setting)[0](inquiry)


@pytest.mark.parametrize("is_worrying", [True, False])
@pytest.mark.parametrize("name", MOVES)
def test_nothing_of_ours_ends_what_somebody_is_worried_about(setting, name, is_worrying):
    move = MOVES[name]
    is_put_aside = move.put_aside == PutAside.ONLY
    inquiry = standing(next(iter(move.leads)), is_put_aside=is_put_aside, is_worrying=is_worrying)
    is_allowed = move.worried != (NOT_WHILE_WORRIED if is_worrying else ONLY_WHILE_WORRIED)
    assert transitions.allows(name, inquiry) == is_allowed
    if not is_allowed:
        with pytest.raises(Refused):
            ways(name, *setting)[0](inquiry)


def test_the_person_may_stop_and_write_whatever_worries_us():
    for name in ["stopped", "heard_from", "way_changed", "still_looking"]:
        assert MOVES[name].worried == "", name


def test_nothing_is_closed_as_the_same_but_where_the_other_is_named(setting):
    with pytest.raises(Refused):
        transitions.closed(standing(State.NEW), Outcome.DUPLICATE, "", setting[0])


def test_it_goes_on_only_as_one_that_is_open(setting):
    with pytest.raises(Refused):
        transitions.merged(standing(State.NEW), factories.make_inquiry(state="closed"), setting[0])


def test_what_is_held_is_not_put_aside():
    inquiry = standing(State.NEW)
    inquiry.is_held = True
    with pytest.raises(Refused):
        transitions.put_aside(inquiry, timezone.now())


def test_each_form_of_the_desk_is_one_move():
    assert {form.move for form in FORMS} <= {*MOVES}
    shared = [move for move, forms in Counter(form.move for form in FORMS).items() if forms > 1]
    assert shared == ["taken"], "by whoever presses, or given to a colleague"


def test_the_docs_hold_what_the_table_draws():
    assert diagram.in_docs()[1] == diagram.drawn()
