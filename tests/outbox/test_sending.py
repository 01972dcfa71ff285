import smtplib
import threading
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, send_mail
from django.db import connection
from django.utils import timezone

from outbox import letterhead, sending
from outbox.models import MailKey, Message, WorkerSign
from practice_site.environment import read_mailbox
from tests.mailbox import free_port

pytestmark = pytest.mark.django_db


def write(recipient="rowan@home.example", subject="Your message arrived", body="Hello.", **fields):
    return Message.objects.write(recipient, subject, body, **fields)


def drain():
    while sending.send_due():
        pass


def test_due_mail_arrives_once_and_leaves_no_address_behind(mailbox):
    message = write()
    drain()
    drain()
    [arrived] = mailbox.messages
    assert arrived["To"] == "rowan@home.example"
    assert arrived.get_content().startswith("Hello.")
    message.refresh_from_db()
    assert (message.state, message.sealed) == ("sent", None)
    assert message.sent_at


def test_message_id_comes_from_the_row_so_that_a_second_sending_is_recognized(mailbox):
    message = write()
    drain()
    Message.objects.filter(pk=message.pk).update(state="waiting", recipient="rowan@home.example")
    Message.objects.update(next_attempt_at=timezone.now())
    drain()
    first, second = mailbox.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert str(message.pk) in first["Message-ID"]


def test_mail_answers_no_absence_notes_and_bounces_where_the_setting_says(mailbox, settings):
    settings.MAIL_BOUNCES_TO = "bounces@practice.example"
    settings.DEFAULT_FROM_EMAIL = "noreply@practice.example"
    write()
    drain()
    [arrived] = mailbox.messages
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["From"].addresses[0].addr_spec == "noreply@practice.example"
    assert arrived.envelope_from == "bounces@practice.example"


@pytest.mark.parametrize("name", ["Hill, Vale & Co", "Jörg & Søn", "A; b: (c)", "Vale", "心"])
def test_any_name_in_front_of_the_sender_arrives_as_it_is(mailbox, settings, name):
    settings.DEFAULT_FROM_EMAIL = read_mailbox(f"{name} <office@x.example>")
    letterhead.register(letterhead.Letterhead)
    write()
    drain()
    [address] = mailbox.messages[0]["From"].addresses
    assert (address.display_name, address.addr_spec) == (name, "office@x.example")


@pytest.fixture(autouse=True)
def _the_practices_letterhead(monkeypatch):
    monkeypatch.setattr(letterhead, "make", letterhead.make)


def test_mail_that_is_not_due_waits(mailbox):
    write(next_attempt_at=timezone.now() + timedelta(minutes=1))
    drain()
    assert not mailbox.messages


def test_later_please_is_tried_again_later(mailbox):
    mailbox.answer = "451 try later"
    message = write()
    drain()
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("waiting", 1)
    assert "451" in message.last_error
    assert timezone.now() < message.next_attempt_at <= timezone.now() + timedelta(minutes=1)

    mailbox.answer = "250 OK"
    Message.objects.update(next_attempt_at=timezone.now())
    drain()
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("sent", "")


def test_a_refusal_for_good_is_given_up_at_once_and_quotes_no_address(mailbox):
    mailbox.answer = "550 no such person as rowan@home.example"
    message = write()
    drain()
    message.refresh_from_db()
    assert (message.state, message.recipient_and_body()[0]) == ("undelivered", "rowan@home.example")
    assert "550" in message.last_error
    assert "rowan" not in message.last_error


def test_one_refused_mail_does_not_hold_up_the_next(mailbox):
    write("@", next_attempt_at=timezone.now() - timedelta(minutes=2))
    write(next_attempt_at=timezone.now() - timedelta(minutes=1))
    drain()
    assert [m["To"] for m in mailbox.messages] == ["rowan@home.example"]
    assert Message.objects.undelivered().count() == 1


def test_a_dead_server_loses_nothing(settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    messages = [write(), write()]
    drain()
    for message in messages:
        message.refresh_from_db()
        assert (message.state, message.attempts, message.recipient_and_body()[1]) == (
            "waiting",
            1,
            "Hello.",
        )
        assert message.next_attempt_at > timezone.now()


def test_attempts_at_a_mailbox_end_after_about_two_days(mailbox):
    mailbox.answer = "450 mailbox busy"
    message, waited = attempt_often(write())
    assert message.state == "undelivered"
    assert timedelta(days=1) < waited < timedelta(days=3)
    assert message.recipient_and_body()[0]


def attempt_often(message, times=17):
    waited = timedelta()
    for _time in range(times):
        Message.objects.update(next_attempt_at=timezone.now())
        drain()
        message.refresh_from_db()
        waited += max(message.next_attempt_at - timezone.now(), timedelta())
    return message, waited


def server_is_gone(settings, mailbox):
    settings.EMAIL_PORT = free_port()


def server_wants_encryption(settings, mailbox):
    settings.EMAIL_USE_TLS = True


def server_knows_no_sign_in(settings, mailbox):
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "someone"


def sender_is_no_address(settings, mailbox):
    settings.MAIL_BOUNCES_TO = "Hill, Vale & Co <office@x.example>"


def sender_breaks_the_line(settings, mailbox):
    settings.MAIL_BOUNCES_TO = "office@x.example\nBcc: all@x.example"


def code_is_at_fault(settings, mailbox):
    settings.SITE_URL = "http://["


def refuses(answer):
    def harm(settings, mailbox):
        mailbox.answer = answer

    harm.__name__ = answer
    return harm


@pytest.mark.parametrize(
    "harm",
    [
        server_is_gone,
        server_wants_encryption,
        server_knows_no_sign_in,
        sender_is_no_address,
        sender_breaks_the_line,
        code_is_at_fault,
        *map(
            refuses,
            [
                "554 5.7.1 <rowan@home.example>: Relay access denied",
                "550 relay not permitted",
                "530 5.7.0 Must issue a STARTTLS command first",
                "550 5.1.8 <office@practice.example>: Sender address rejected: Domain not found",
                "553 5.7.1 Sender address rejected: not owned by user",
                "535 authentication failed",
                "451 4.7.1 Greylisted",
                "452 4.3.1 Insufficient system storage",
                "554 transaction failed",
                "500 what?",
            ],
        ),
    ],
    ids=lambda harm: harm.__name__,
)
def test_no_fault_of_our_own_gives_a_mail_up(settings, mailbox, harm):
    kept = {
        name: getattr(settings, name)
        for name in [
            "MAIL_BOUNCES_TO",
            "EMAIL_PORT",
            "EMAIL_USE_TLS",
            "EMAIL_HOST_USER",
            "EMAIL_HOST_PASSWORD",
            "SITE_URL",
        ]
    }
    message = write(attempts=sending.MOST_ATTEMPTS - 1)
    harm(settings, mailbox)
    message, _waited = attempt_often(message, times=3)
    assert (message.state, message.is_our_fault) == ("waiting", True)
    assert message.last_error.endswith(".")
    assert message.next_attempt_at - timezone.now() <= timedelta(minutes=30)
    assert not mailbox.messages

    for name, value in kept.items():
        setattr(settings, name, value)
    mailbox.answer = "250 OK"
    message, _waited = attempt_often(message, times=2)
    assert (message.state, message.is_our_fault) == ("sent", False)
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "550 5.1.1 <sender@relay.example>: no such person",
        "550 no such mailbox: relay@spam.example",
        "551 5.1.6 moved",
        "552 5.2.2 mailbox full",
        "553 5.1.3 bad address",
        "556 5.1.10 takes no mail",
    ],
)
def test_what_is_wrong_with_the_address_itself_is_told_at_once(mailbox, answer):
    mailbox.answer = answer
    message = write()
    drain()
    message.refresh_from_db()
    assert message.state == "undelivered"


def test_what_waits_for_us_holds_up_nothing_else(mailbox):
    mailbox.answer = "554 5.7.1 not from you"
    write()
    drain()
    mailbox.answer = "250 OK"
    write("kit@home.example")
    drain()
    assert [m["To"] for m in mailbox.messages] == ["kit@home.example"]


def test_trying_again_starts_from_the_beginning(mailbox):
    message = write(state="undelivered", attempts=16)
    assert Message.objects.try_again() == 1
    drain()
    message.refresh_from_db()
    assert message.state == "sent"


def test_a_mail_that_ends_its_worker_every_time_comes_up_rarely_and_is_kept():
    message = write(attempts=sending.MOST_ATTEMPTS)
    assert sending.claim(message)
    assert message.state == "waiting"
    assert message.next_attempt_at > timezone.now() + sending.LONGEST_WAIT - timedelta(minutes=1)


@pytest.mark.parametrize("recipient", ["", "two\r\nBcc: all@home.example", "@"])
def test_a_broken_address_is_given_up_and_injects_no_header(mailbox, recipient):
    message = write(recipient)
    drain()
    message.refresh_from_db()
    assert message.state == "undelivered"
    assert not mailbox.messages


def test_a_subject_stays_one_line(mailbox):
    write(subject="Hello\r\nBcc: all@home.example")
    drain()
    [arrived] = mailbox.messages
    assert arrived["Bcc"] is None
    assert arrived["Subject"] == "Hello Bcc: all@home.example"


def test_a_batch_uses_one_connection(mailbox, monkeypatch):
    opened = []
    connect = smtplib.SMTP.connect
    monkeypatch.setattr(
        smtplib.SMTP, "connect", lambda *args, **kw: opened.append(1) or connect(*args, **kw)
    )
    for _ in range(3):
        write()
    drain()
    assert len(mailbox.messages) == 3
    assert len(opened) == 1


def test_a_claimed_mail_belongs_to_one_worker():
    write()
    [mine], [yours] = list(Message.objects.due()), list(Message.objects.due())
    assert sending.claim(mine)
    assert not sending.claim(yours)


def test_mail_of_a_dead_worker_becomes_free_again():
    message = write()
    sending.claim(message)
    assert not Message.objects.due()
    assert list(Message.objects.due(timezone.now() + sending.HOLD)) == [message]


def test_sending_ends_between_two_mails_when_asked(mailbox):
    write()
    write()
    sending.send_due(is_stopping=lambda: len(mailbox.messages) == 1)
    assert len(mailbox.messages) == 1
    assert Message.objects.filter(state="waiting", attempts=0).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_nothing_twice(mailbox):
    for number in range(20):
        write(f"person{number}@home.example")

    def work():
        try:
            drain()
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    recipients = [message["To"] for message in mailbox.messages]
    assert len(recipients) == len(set(recipients)) == 20


def test_djangos_mail_functions_write_to_the_outbox(settings):
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    send_mail("Hello", "A letter", None, ["a@home.example", "b@home.example"])
    EmailMessage("Hello", "A letter", to=["c@home.example"]).send()
    assert sorted(tuple(message.recipient_and_body()) for message in Message.objects.all()) == [
        ("a@home.example", "A letter"),
        ("b@home.example", "A letter"),
        ("c@home.example", "A letter"),
    ]


def test_what_is_left_of_sent_mail_goes_after_a_month():
    now = timezone.now()
    old = write(state="sent", sent_at=now - timedelta(days=31))
    recent = write(state="sent", sent_at=now - timedelta(days=29))
    undelivered = write(state="undelivered")
    sending.forget_sent()
    assert set(Message.objects.all()) == {recent, undelivered}
    assert old not in Message.objects.all()


def test_mail_waits_while_the_worker_has_a_damaged_key(settings, tmp_path):
    settings.MAIL_KEY_PATH = tmp_path / "mail_key"
    message = write()
    settings.MAIL_KEY_PATH.write_text("no key")
    drain()
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("waiting", 0)


@pytest.mark.parametrize("is_noted", [True, False], ids=["new rows", "rows of older versions"])
def test_mail_for_another_key_is_given_back_and_keeps_nobody_waiting(
    settings, tmp_path, mailbox, is_noted, monkeypatch
):
    monkeypatch.setattr(sending, "BATCH", 3)
    ours = settings.MAIL_KEY_PATH
    settings.MAIL_KEY_PATH = tmp_path / "other"
    WorkerSign.objects.all().delete()
    MailKey.objects.all().delete()
    others = [write(f"other{number}@home.example") for number in range(7)]
    if not is_noted:
        Message.objects.update(key=None)
    settings.MAIL_KEY_PATH = ours
    MailKey.objects.all().delete()
    write("ours@home.example")
    for _time in range(3):
        drain()
    assert [m["To"] for m in mailbox.messages] == ["ours@home.example"]
    for message in Message.objects.filter(pk__in=[m.pk for m in others]):
        assert (message.state, message.attempts, message.last_error) == ("waiting", 0, "")
        assert message.key

    settings.MAIL_KEY_PATH = tmp_path / "other"
    drain()
    assert len(mailbox.messages) == 8


def test_mail_that_was_damaged_in_its_row_waits_and_says_so(mailbox):
    message = write()
    sealed = bytes(message.sealed)
    Message.objects.update(sealed=sealed[:-1] + bytes([sealed[-1] ^ 1]))
    drain()
    message.refresh_from_db()
    assert (message.state, message.is_our_fault) == ("waiting", True)
    assert "damaged" in message.last_error
