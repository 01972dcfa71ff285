"""A promise that is not kept is heard of by somebody, whoever has left."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.jobs import promises
from intake.models import Inquiry
from outbox.models import Message
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
LATE = "An answer is late"


def late(**fields):
    due_on = timezone.localdate() - timedelta(days=1)
    return factories.make_inquiry(due_on=due_on, is_owner_reminded=True, **fields)


def told():
    return [mail.recipient_and_body()[0] for mail in Message.objects.all() if mail.subject == LATE]


@pytest.mark.parametrize("manager", ["none", "left", "no address"])
def test_without_a_manager_whoever_may_do_everything_is_told(manager):
    boss = factories.make_user(is_superuser=True)
    factories.make_user("coordinator")
    if manager != "none":
        fields = {"is_active": False} if manager == "left" else {"email": ""}
        factories.make_user("manager", **fields)
    late()
    for _hour in range(2):
        promises.remind()
    assert told() == [boss.email]
    assert Inquiry.objects.get().is_manager_told


def test_where_there_is_a_manager_nobody_else_is_told():
    factories.make_user(is_superuser=True)
    manager = factories.make_user("manager")
    late()
    promises.remind()
    assert told() == [manager.email]


def test_with_nobody_to_tell_it_is_told_as_soon_as_there_is_somebody():
    late()
    promises.remind()
    assert not Inquiry.objects.get().is_manager_told
    manager = factories.make_user("manager")
    promises.remind()
    assert told() == [manager.email]
    assert Inquiry.objects.get().is_manager_told
