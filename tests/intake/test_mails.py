from datetime import date

import pytest
from django.core.management import call_command

from intake import mails
from intake.models import Inquiry
from intake.room import mails as room_mails
from outbox.models import Message
from tests import factories
from tests.intake.persons import URL, answers
from tests.mailbox import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice(name="Larchmont Counseling")


def test_coordinators_get_a_link_and_nothing_else(client, mailbox):
    coordinator = factories.make_user("coordinator")
    for role in ["manager", "editor", "author", "clinician"]:
        factories.make_user(role)
    factories.make_user("coordinator", is_active=False)
    client.post(URL, answers(route="text", phone="(555) 010-0123", message="Sundays are hard."))
    call_command("worker", once=True)
    [notice] = mailbox.messages
    inquiry = Inquiry.objects.get()
    assert notice["To"] == coordinator.email
    assert f"/admin/intake/inquiry/{inquiry.pk}/change/" in notice.get_content()
    whole = notice.as_string()
    for secret in ["Rowan", "Sundays", "0123", "ounseling", "herap", "NY", "New York"]:
        assert secret not in whole


def test_without_a_coordinator_whoever_may_do_everything_is_told(client):
    boss = factories.make_user(is_superuser=True)
    client.post(URL, answers(route="text", phone="(555) 010-0123"))
    assert Message.objects.get().recipient_and_body()[0] == boss.email
    factories.make_user("coordinator")
    client.post(URL, answers(route="text", phone="(555) 010-0123"))
    assert [m.recipient_and_body()[0] for m in Message.objects.all()].count(boss.email) == 1


def test_the_acknowledgment_names_nobody_and_no_topic(client, mailbox):
    factories.make_specialty("Trauma")
    client.post(URL, answers(topics=["trauma"], message="Sundays are hard."))
    call_command("worker", once=True)
    [mail] = mailbox.messages
    assert mail["To"] == "rowan@home.example"
    text = mail.get_content()
    assert "You hear back by" in text
    assert "(555) 010-0199" in text
    head_and_text = f"{mail['Subject']} {mail['From']} {text}"
    for secret in ["Rowan", "Sundays", "rauma", "ounseling", "herap", "inquiry", "988"]:
        assert secret not in head_and_text


@pytest.mark.parametrize("route", ["call", "text", "call-no-voicemail"])
def test_somebody_who_did_not_choose_mail_gets_none(client, route):
    client.post(URL, answers(route=route, phone="(555) 010-0123"))
    assert not Message.objects.exists()
    assert not Inquiry.objects.get().mail.exists()


def test_letters_are_written_in_the_inquirys_transaction(client, monkeypatch):
    factories.make_user("coordinator")

    def fail(inquiry):
        raise RuntimeError

    monkeypatch.setattr(mails, "notify_coordinators", fail)
    with pytest.raises(RuntimeError):
        client.post(URL, answers())
    assert not Inquiry.objects.exists()
    assert not Message.objects.exists()


def test_a_dead_mail_server_refuses_and_loses_no_inquiry(client, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    factories.make_user("coordinator")
    assert client.post(URL, answers()).status_code == 303
    call_command("worker", once=True)
    assert Inquiry.objects.count() == 1
    waiting = Message.objects.filter(state="waiting").exclude(subject=room_mails.SUBJECT)
    assert waiting.count() == 2


def test_the_form_cannot_fill_a_strangers_mailbox():
    inquiry = factories.make_inquiry(due_on=date(2026, 12, 1))
    for _ in range(5):
        mails.acknowledge(inquiry, factories.told(inquiry))
    assert Message.objects.count() == mails.MOST_PER_ADDRESS
