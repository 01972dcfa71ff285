"""Several hosts with one database: mail is closed for a key that a living worker holds."""

import uuid
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils import timezone

from outbox import key_file, mail_key, sending, signs
from outbox.models import MailKey, Message, WorkerSign
from outbox.models.worker_sign import ALIVE_FOR
from outbox.troubles import troubles

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(settings, tmp_path, monkeypatch):
    """``on("a")``: what follows happens on that host, with a folder of its own."""

    def be_on(name):
        settings.MAIL_KEY_PATH = tmp_path / name / "mail_key"
        monkeypatch.setattr(signs, "host", lambda: name)

    return be_on


def write(number=1):
    return [Message.objects.write(f"p{n}@home.example", "Hello", "Words") for n in range(number)]


def worker_lives():
    return mail_key.show_life()[0]


def time_passes(name, *, by=ALIVE_FOR):
    """Since the worker on this host was last seen."""
    for sign in WorkerSign.objects.filter(host=name):
        sign.since -= by
        sign.show(sign.seen_at - by)


def closed_for():
    return write()[0].key


def test_a_second_key_has_to_wait_while_the_first_worker_lives(on):
    on("a")
    first = worker_lives()
    on("b")
    second = key_file.make_file().id
    own, in_the_way = mail_key.show_life()
    assert (own, in_the_way.host) == (second, "a")
    assert closed_for() == first
    assert not MailKey.objects.filter(pk=second).exists(), "it is not brought"


def test_the_worker_that_was_there_first_keeps_its_key(on):
    on("a")
    first = worker_lives()
    on("b")
    key_file.make_file()
    worker_lives()
    on("a")
    assert mail_key.show_life() == (first, None)
    assert closed_for() == first


def test_after_the_first_host_is_gone_the_second_takes_over(on):
    on("a")
    worker_lives()
    on("b")
    second = key_file.make_file().id
    worker_lives()
    time_passes("a")
    assert mail_key.show_life() == (second, None)
    assert closed_for() == second


def test_a_worker_that_ended_in_peace_is_in_nobodys_way(on):
    on("a")
    signs.end(worker_lives())
    on("b")
    second = worker_lives()
    assert closed_for() == second


def test_a_host_without_a_file_makes_no_second_key_while_another_worker_lives(on, settings):
    on("a")
    first = worker_lives()
    on("b")
    assert mail_key.show_life()[0] is None
    assert not settings.MAIL_KEY_PATH.exists()
    assert closed_for() == first
    assert any("worker on b cannot read the key" in sentence for sentence in troubles())


def test_while_no_worker_lives_mail_is_taken_for_the_one_seen_last(on):
    on("a")
    first = worker_lives()
    time_passes("a", by=ALIVE_FOR * 3)
    on("b")
    second = worker_lives()
    assert first != second
    time_passes("b")
    assert closed_for() == second


def test_rolled_back_to_the_host_before_nothing_is_lost(on, mailbox):
    on("new")
    worker_lives()
    write(20)
    signs.end(key_file.read_file().id)
    on("old")
    worker_lives()
    write(20)
    drain()
    assert len(mailbox.messages) == 20
    assert not Message.objects.undelivered()
    [sentence] = troubles()
    assert "20 emails wait for the key of new" in sentence
    on("new")
    worker_lives()
    drain()
    assert len(mailbox.messages) == 40


def drain():
    while sending.send_due():
        pass


@pytest.mark.parametrize(
    "change",
    [
        lambda: {"key": uuid.uuid4()},
        lambda: {"seen_at": timezone.now() + timedelta(minutes=1)},
        lambda: {"since": timezone.now() - timedelta(days=9)},
        lambda: {"host": "b"},
    ],
    ids=["key", "seen_at", "since", "host"],
)
def test_a_sign_that_somebody_else_put_there_counts_for_nothing(on, change):
    on("a")
    worker_lives()
    assert signs.all_ours()
    WorkerSign.objects.update(**change())
    assert signs.all_ours() == []
    assert any("another SECRET_KEY" in sentence for sentence in troubles())


def test_a_key_that_is_not_vouched_for_is_not_used_whatever_lives(on):
    on("a")
    first = worker_lives()
    planted = MailKey.objects.create(id=uuid.uuid4(), public=mail_key.public_key().raw)
    signs.show(planted.pk)
    time_passes("a")
    assert closed_for() == first


def test_nothing_is_said_while_all_is_well(on):
    on("a")
    worker_lives()
    write(3)
    assert list(troubles()) == []
    call_command("worker", check=True)


def test_no_worker_is_said_within_minutes(on):
    assert "The worker is not running" in next(troubles())
    on("a")
    worker_lives()
    assert not list(troubles(timezone.now() + timedelta(minutes=2)))
    [sentence] = troubles(timezone.now() + timedelta(minutes=4))
    assert "has not been running since" in sentence
    assert "promised" in sentence
    time_passes("a")
    with pytest.raises(CommandError, match="has not been running"):
        call_command("worker", check=True)


def test_keys_that_differ_are_named_with_the_way_out(on):
    on("a")
    worker_lives()
    on("b")
    key_file.make_file()
    worker_lives()
    [sentence] = troubles()
    assert "MAIL_KEY_PATH" in sentence
    assert "a (" in sentence
    assert "b (" in sentence


def test_mail_that_a_living_worker_leaves_is_said(on):
    on("a")
    worker_lives()
    write(2)
    Message.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=66))
    [sentence] = troubles()
    assert sentence.endswith("the first of 2 emails should have left.")
    Message.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=6))
    assert not list(troubles()), "only the hour in which they were written is known"
    Message.objects.update(attempts=1)
    assert list(troubles())


def test_what_waits_for_us_is_said_in_words(on, settings, mailbox):
    on("a")
    worker_lives()
    mailbox.answer = "554 5.7.1 relay access denied"
    write(2)
    drain()
    [sentence] = troubles()
    assert sentence == "2 emails wait: The mail server refused this email (554)."


def test_mail_of_earlier_versions_gets_its_key_noted_by_the_migration(on):
    on("a")
    key = worker_lives()
    write(3)
    Message.objects.update(key=None)
    Message.objects.create(recipient="p@home.example", subject="From before sealing")
    migration = import_module("outbox.migrations.0007_note_the_key_of_waiting_mail")
    migration.note(apps, None)
    assert sorted(Message.objects.values_list("key", flat=True), key=str) == sorted(
        [key, key, key, None], key=str
    )
