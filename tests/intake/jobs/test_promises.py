from datetime import timedelta

import pytest
from django.utils import timezone

from intake.jobs import promises
from intake.models import Inquiry
from outbox.models import Message
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def due(days, **fields):
    return factories.make_inquiry(due_on=timezone.localdate() + timedelta(days=days), **fields)


def mails():
    return sorted((m.recipient_and_body()[0], m.subject) for m in Message.objects.all())


def test_on_the_last_day_the_owner_is_told_once_and_nobody_else():
    owner, _other = factories.make_user("coordinator"), factories.make_user("coordinator")
    factories.make_user("manager")
    due(0, owner=owner)
    due(1, owner=owner)
    promises.remind()
    promises.remind()
    assert mails() == [(owner.email, "An answer is due")]


@pytest.mark.parametrize("owner", ["nobody", "left"])
def test_where_nobody_answers_every_coordinator_is_told(owner):
    coordinator = factories.make_user("coordinator")
    due(0, owner=factories.make_user("coordinator", is_active=False) if owner == "left" else None)
    promises.remind()
    assert mails() == [(coordinator.email, "An answer is due")]


def test_after_it_the_manager_is_told_a_number_and_no_more():
    manager = factories.make_user("manager")
    late = [due(-1), due(-2)]
    promises.remind()
    promises.remind()
    [message] = [m for m in Message.objects.all() if m.recipient_and_body()[0] == manager.email]
    text = message.recipient_and_body()[1]
    assert "2 messages are past the day" in text
    assert not any(inquiry.reference in text or str(inquiry.pk) in text for inquiry in late)


def test_what_was_answered_or_closed_needs_no_reminder():
    factories.make_user("coordinator")
    due(-1, answered_at=timezone.now())
    closed = due(-1)
    closed.close(Inquiry.Outcome.WITHDREW)
    closed.save()
    promises.remind()
    assert mails() == []
