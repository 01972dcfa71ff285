"""The same person wrote twice: one goes on, with all that was promised to either."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.documents import entries
from intake.models import Entry, Inquiry
from intake.offers import asking
from tests import factories
from tests.intake.coordinators import address, do, page_after, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]


def days(number):
    return timezone.localdate() + timedelta(days=number)


def merge(client, first, second):
    page = text_of(do(client, first, "merge", twin=second.pk))
    first.refresh_from_db()
    second.refresh_from_db()
    return page


def test_the_page_says_what_was_done(client):
    first, second = factories.make_inquiry(), factories.make_inquiry()
    page = page_after(client, first, "merge", twin=second.pk)
    assert "Closed as the same" in text_of(page)
    page = page_after(client, second, "letter", words="Tuesday at five?")
    assert "on their private page" in text_of(page)


@pytest.mark.parametrize(
    ("one", "other", "kept"), [(1, 5, 1), (5, 1, 1), (None, 5, 5), (1, None, 1), (None, None, None)]
)
def test_the_earlier_promise_holds(client, one, other, kept):
    first, second = [factories.make_inquiry(due_on=day and days(day)) for day in (one, other)]
    merge(client, first, second)
    assert second.due_on == (kept and days(kept))


@pytest.mark.parametrize("is_first", [True, False])
def test_a_worry_about_either_goes_on(client, is_first):
    first = factories.make_inquiry(is_worrying=is_first)
    second = factories.make_inquiry(is_worrying=not is_first)
    merge(client, first, second)
    assert second.is_worrying


def test_whoever_answers_one_answers_both(client, coordinator):
    other = factories.make_user("coordinator")
    first, nobodys = factories.make_inquiry(owner=coordinator), factories.make_inquiry()
    merge(client, first, nobodys)
    assert nobodys.owner == coordinator
    others = factories.make_inquiry(owner=other)
    merge(client, nobodys, others)
    assert others.owner == other, "who answers the one that goes on stays"


def test_open_questions_to_clinicians_go_on_and_answered_ones_stay(client):
    first, second = factories.make_inquiry(state="offered"), factories.make_inquiry()
    therapist = factories.make_therapist(user=factories.make_user("clinician"))
    still_open, answered = [asking.ask(first, therapist, "An adult", by=None) for _ in range(2)]
    answered.answer = "no"
    answered.save()
    merge(client, first, second)
    assert list(second.offers.all()) == [still_open]
    assert second.offers.get().is_open, "its link is answered as before"


def test_what_was_written_down_about_either_stands_on_the_page_that_goes_on(client):
    first, second = factories.make_inquiry(), factories.make_inquiry()
    entries.write(first, Entry.Kind.NOTE, "She prefers mornings.")
    merge(client, first, second)
    unlock(client)
    assert "She prefers mornings." in text_of(client.get(address(second)))
    page = text_of(client.get(address(first)))
    assert f'It goes on as <a href="{address(second)}">{second.reference}</a>' in page


def test_a_closed_one_is_not_closed_again_as_the_same(client):
    first, second = factories.make_inquiry(), factories.make_inquiry()
    do(client, first, "close", because="client")
    assert "does not fit any more" in merge(client, first, second)
    assert first.is_to_be_handed_over
    assert first.twin_of is None


def test_nothing_goes_on_as_one_that_is_closed(client):
    first, second, third = [factories.make_inquiry() for _ in range(3)]
    do(client, second, "close", because="referred")
    assert "Select a valid choice" in merge(client, first, second)
    assert first.is_open
    merge(client, first, third)
    assert first.goes_on_as == third


def test_nobody_is_closed_as_the_same_as_nobody(client):
    inquiry = factories.make_inquiry()
    assert "Select a valid choice" in text_of(page_after(client, inquiry, "close", because="twin"))
    assert Inquiry.objects.get().is_open


def test_nothing_is_merged_with_itself_or_with_somebody_else(client):
    first = factories.make_inquiry()
    factories.make_inquiry()
    stranger = factories.make_inquiry(factories.make_content(email="else@mail.example"))
    for other in (first, stranger):
        assert "Select a valid choice" in merge(client, first, other)
    assert Inquiry.objects.open().count() == 3


def test_one_after_the_other_into_each_other_leaves_one_open(client):
    first, second = factories.make_inquiry(), factories.make_inquiry()
    merge(client, first, second)
    merge(client, second, first)
    assert list(Inquiry.objects.open()) == [second]


def test_what_was_merged_twice_goes_on_as_the_last(client):
    first, second, third = [factories.make_inquiry() for _ in range(3)]
    merge(client, first, second)
    merge(client, second, third)
    first.refresh_from_db()
    assert first.goes_on_as == third
