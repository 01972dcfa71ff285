"""What happens before a mail of a moment ago has gone goes into it; whatever comes later is a mail of its own."""

import re

import pytest
from django.core.management import call_command

from intake import mails, staff_mail
from intake.jobs import promises
from intake.models import Inquiry, Mention
from outbox.models import Message
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
KINDS = {
    "new": mails.notify_coordinators,
    "added": mails.notify_owner,
    "due": promises.tell_owner,
}


@pytest.fixture
def dana(practice):
    return factories.make_user("coordinator")


def inquiry(**fields):
    return factories.make_inquiry(**fields)


def bodies(person):
    mail = [(one.recipient_and_body(), one) for one in Message.objects.all() if one.sealed]
    return [(one.subject, body) for (to, body), one in mail if to == person.email]


@pytest.mark.parametrize(
    ("kind", "subject"), [(kind, str(staff_mail.KINDS[kind].subject)) for kind in KINDS]
)
@pytest.mark.parametrize("number", [1, 2, 12])
def test_however_many_come_at_once_each_person_gets_one_mail(dana, kind, subject, number):
    ruth, rows = factories.make_user("coordinator"), [inquiry() for _one in range(number)]
    for row in rows:
        KINDS[kind](row)
    for person in (dana, ruth):
        [(found, body)] = bodies(person)
        assert found == subject
        if number == 1:
            assert f"/admin/intake/inquiry/{rows[0].pk}/change/" in body
        else:
            assert f"{number} " in body
            assert re.search(r"/admin/intake/inquiry/\n", body)
        assert not any(row.reference in body for row in rows if number > 1)


def test_different_things_of_one_moment_stand_in_one_mail(dana):
    first, second = inquiry(), inquiry()
    mails.notify_coordinators(first)
    mails.notify_coordinators(second)
    mails.notify_owner(first)
    promises.tell_owner(second)
    [(subject, body)] = bodies(dana)
    assert subject == "News at the practice desk"
    for line in ["1 answer is due", "2 new messages are", "Something was added to 1 message."]:
        assert line in body


def test_several_things_about_one_lead_to_that_one(dana):
    row = inquiry()
    mails.notify_coordinators(row)
    mails.notify_owner(row)
    mails.notify_owner(row)
    [(_subject, body)] = bodies(dana)
    assert f"/admin/intake/inquiry/{row.pk}/change/" in body
    assert "Something was added to 1 message." in body


@pytest.mark.parametrize(
    "begun",
    [
        {"attempts": 1},
        {"state": Message.State.SENT},
        {"state": Message.State.UNDELIVERED},
        {"state": Message.State.SENT, "sealed": None, "key": None},
    ],
)
def test_once_its_sending_has_begun_something_new_is_a_mail_of_its_own(dana, begun):
    mails.notify_coordinators(inquiry())
    Message.objects.update(**begun)
    mails.notify_coordinators(inquiry())
    assert Message.objects.count() == 2
    assert bodies(dana)[-1][0] == "A new message is waiting"


def test_nothing_new_is_without_a_mail_whenever_the_worker_comes(dana, mailbox, settings):
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    for number in (1, 3, 2):
        for _one in range(number):
            mails.notify_coordinators(inquiry())
        call_command("worker", once=True)
    said = [mail.get_content() for mail in mailbox.messages if mail["To"] == dana.email]
    said = [body for body in said if "new message" in body]
    assert len(said) == 3
    assert "3 new messages" in said[1]
    assert "2 new messages" in said[2]


def test_what_a_mail_was_about_is_forgotten_with_it_and_with_the_inquiry(dana):
    row = inquiry()
    mails.notify_coordinators(row)
    mails.notify_coordinators(inquiry())
    Inquiry.objects.filter(pk=row.pk).erase()
    assert Mention.objects.count() == 1
    assert staff_mail.forget_gone() == 0
    Message.objects.update(state=Message.State.SENT)
    assert staff_mail.forget_gone() == 1
