"""What stands in clear beside something sealed says the hour, and no minute."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db.models import DateTimeField
from django.utils import timezone

from intake import tokens
from intake.models import Entry, Inquiry, Offer, UsedToken
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock
from tests.intake.persons import answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
ODD_TIME = datetime(2026, 3, 4, 15, 47, 33, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(ODD_TIME, tick=False) as clock:
        yield clock


def minutes_kept(*models):
    """Field and value of every time that is no whole hour."""
    found = []
    for model in models:
        fields = [field.name for field in model._meta.fields if isinstance(field, DateTimeField)]
        for row in model.objects.values(*fields):
            found += [
                (f"{model.__name__}.{name}", value)
                for name, value in row.items()
                if value and (value.minute, value.second, value.microsecond) != (0, 0, 0)
            ]
    return found


def page_of(mail):
    link = mail.recipient_and_body()[1]
    return link[link.index("/r/") :].split()[0]


def test_writing_to_the_practice_leaves_no_minute(client):
    factories.open_intake()
    factories.make_user("coordinator")
    assert client.post("/get-started/", answers()).status_code == 303
    page = page_of(Message.objects.get(is_confidential=True))
    client.post(page, {"token": tokens.issue(), "words": "Tuesdays after five"})
    assert (Inquiry.objects.count(), Entry.objects.count()) == (1, 1)
    # What was added goes into the mail that waits.
    assert (UsedToken.objects.count(), Message.objects.count()) == (2, 2)
    assert not minutes_kept(Inquiry, Entry, UsedToken, Message)


def test_working_with_it_leaves_no_minute(client):
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    hana = factories.make_therapist(user=factories.make_user("clinician"))
    inquiry = factories.make_inquiry()
    do(client, inquiry, "note", words="Evenings are better.")
    do(client, inquiry, "attempt", outcome="spoke", words="They call back.")
    do(client, inquiry, "letter", words="Tuesday at five?")
    do(client, inquiry, "offer", therapist=hana.pk, words="An adult.")
    do(client, inquiry, "close", because="client")
    assert Inquiry.objects.get().answered_at
    assert (Entry.objects.count(), Offer.objects.count()) == (5, 1)
    assert not minutes_kept(Inquiry, Entry, Offer, Message)


def test_a_spent_token_is_kept_until_it_has_expired(client, clock):
    token = tokens.read(tokens.issue())
    tokens.spend(token, {})
    clock.shift(tokens.LIFETIME)
    tokens.forget_expired()
    assert UsedToken.objects.exists(), "it would still be good"
    clock.shift(timedelta(hours=2))
    tokens.forget_expired()
    assert not UsedToken.objects.exists()


@pytest.fixture
def delivered(clock, mailbox):
    """Written in the evening, sent the next morning."""
    message = Message.objects.write("rowan@mail.example", "Hello", "A letter.")
    clock.shift(timedelta(hours=15, minutes=4))
    call_command("worker", once=True)
    message.refresh_from_db()
    assert message.state == "sent"
    return message


def test_mail_says_the_day_on_which_it_was_sent(delivered, mailbox):
    [arrived] = mailbox.messages
    sent = parsedate_to_datetime(arrived["Date"]).replace(tzinfo=UTC)
    assert sent.date() == timezone.now().date()
    assert sent.date() != ODD_TIME.date()


def test_delivered_mail_leaves_no_minute_of_when_it_was_written_or_sent(delivered):
    assert delivered.created_at == ODD_TIME.replace(minute=0, second=0, microsecond=0)
    assert delivered.sent_at == timezone.now().replace(minute=0, second=0, microsecond=0)


def test_mail_is_due_at_once(mailbox):
    Message.objects.write("rowan@mail.example", "Hello", "A letter.")
    assert Message.objects.due().count() == 1
