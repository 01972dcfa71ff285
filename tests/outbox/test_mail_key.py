"""Mail waits under a key of the worker's, and under nobody else's."""

import pytest
from django.core.management import call_command

from outbox import key_file
from outbox.models import Message
from outbox.models.mail_key import MailKey
from sealing.envelopes import key_id, new_key

pytestmark = pytest.mark.django_db


def write():
    return Message.objects.write("rowan@mail.example", "Hello", "Words")


def test_nothing_is_closed_with_a_key_that_somebody_else_put_there():
    write()
    planted = new_key()
    MailKey.objects.create(id=planted.id, public=planted.public.raw, proof="0" * 64)
    assert key_id(write().sealed) == key_file.private_key().id


def test_nothing_is_closed_with_a_key_that_was_swapped():
    write()
    MailKey.objects.update(public=new_key().public.raw)
    assert write().recipient_and_body() == ["rowan@mail.example", "Words"]


def test_after_another_secret_the_worker_vouches_for_its_file(settings):
    write()
    settings.SECRET_KEY = "another one, of fifty characters and some more of them"
    assert not MailKey.objects.get().is_signed
    call_command("worker", once=True)
    assert MailKey.objects.get().is_signed


def test_an_earlier_secret_still_vouches(settings):
    write()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one, of fifty characters and some more of them"
    assert MailKey.objects.get().is_signed
