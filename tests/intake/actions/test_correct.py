"""A slip in how to reach somebody can be mended, and what was wrong gets nothing more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import mails
from intake.actions import duplicates
from intake.models import Inquiry
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import LIST, address, do, page_after, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
RIGHT, WRONG = "rowan@mail.example", "rowan@mial.example"


@pytest.fixture
def inquiry(coordinator):
    """With a first mail that waits for a mistyped address."""
    due_on = timezone.localdate() + timedelta(days=2)
    inquiry = factories.make_inquiry(
        factories.make_content(email=WRONG, message="Sundays."), due_on=due_on
    )
    mails.acknowledge(inquiry, factories.told(inquiry))
    return inquiry


def test_the_address_is_corrected_and_everything_else_stays(client, inquiry):
    unlock(client)
    before = factories.told(inquiry)
    assert "Changed." in text_of(page_after(client, inquiry, "correct", route="email", email=RIGHT))
    inquiry.refresh_from_db()
    after = factories.told(inquiry)
    assert (after.email, after.message, after.code) == (RIGHT, "Sundays.", before.code)
    assert WRONG in text_of(client.get(address(inquiry))), "what stood there is in a note"


def test_the_first_mail_goes_to_the_right_address_and_not_to_the_wrong_one(client, inquiry):
    unlock(client)
    do(client, inquiry, "correct", route="email", email=RIGHT)
    assert [message.recipient_and_body()[0] for message in Message.objects.all()] == [RIGHT]


def test_another_way_takes_the_mail_back(client, inquiry):
    unlock(client)
    do(client, inquiry, "correct", route="call", phone="(555) 010-0123")
    inquiry.refresh_from_db()
    assert (factories.told(inquiry).address, factories.told(inquiry).email) == (
        "(555) 010-0123",
        "",
    )
    assert not Message.objects.exists()


def test_whoever_was_answered_gets_no_first_mail_again(client, inquiry):
    Inquiry.objects.filter(pk=inquiry.pk).update(answered_at=timezone.now())
    unlock(client)
    do(client, inquiry, "correct", route="email", email=RIGHT)
    assert not Message.objects.exists()


def test_a_second_inquiry_from_the_right_address_is_noticed_from_then_on(client, inquiry):
    twin = factories.make_inquiry(factories.make_content(email=RIGHT))
    assert not duplicates.of(twin).exists()
    unlock(client)
    do(client, inquiry, "correct", route="email", email=RIGHT)
    assert list(duplicates.of(twin)) == [inquiry]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"route": "email", "email": "rowan"}, "Check the email address"),
        ({"route": "email", "email": ""}, "Write the email address"),
        ({"route": "call", "phone": ""}, "Write the phone number"),
    ],
)
def test_a_slip_in_the_correction_is_said_and_changes_nothing(client, inquiry, answers, sentence):
    unlock(client)
    assert sentence in text_of(page_after(client, inquiry, "correct", **answers))
    inquiry.refresh_from_db()
    assert factories.told(inquiry).email == WRONG


def test_locked_nothing_is_offered_and_what_was_typed_stays(client, inquiry):
    assert 'id="correct"' not in text_of(client.get(address(inquiry)))
    page = text_of(page_after(client, inquiry, "correct", route="email", email=RIGHT))
    assert "The room has locked itself" in page
    assert RIGHT in page
    inquiry.refresh_from_db()
    assert factories.told(inquiry).email == WRONG


def test_a_time_somebody_chose_is_found_in_words(client, coordinator):
    factories.make_inquiry(factories.make_content(times=["evening"]))
    unlock(client)
    assert "Rowan" in text_of(client.post(LIST, {"words": "evenings"}))
    assert "Rowan" not in text_of(client.post(LIST, {"words": "weekends"}))
