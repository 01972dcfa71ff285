"""What the tests of the keys have in common: people at the desk, and what they do there."""

import re

from django.test import Client
from django.utils import timezone

from intake.models import Inquiry, KeyHolder
from intake.room import forgetting, holders, recovery_codes, roll
from outbox.models import Message
from tests import factories

ROOM = "/admin/room/"
SENTENCE, OTHER = "a quiet room with two chairs", "the kettle sings before anyone"


def signed_in(*roles, **fields):
    client = Client()
    client.user = factories.make_user(*(roles or ["coordinator"]), **fields)
    client.force_login(client.user)
    return client


def choose(client, sentence=SENTENCE):
    show_who(client)
    return client.post(f"{ROOM}passphrase/", {"new": sentence, "again": sentence})


def show_who(client):
    """By the password, since these tests demand no second factor."""
    client.post("/admin/second-factor/password/", {"password": factories.PASSWORD})


def forget(client, sentence):
    show_who(client)
    return client.post(f"{ROOM}forgotten/", {"new": sentence, "again": sentence})


def unlock(client, sentence=SENTENCE):
    return client.post(f"{ROOM}unlock/", {"passphrase": sentence})


def make_recovery_code(client, label, sentence=SENTENCE):
    """The code, as it stands on the page."""
    page = client.post(f"{ROOM}sheet/{label}/", {"passphrase": sentence}, follow=True)
    return code_on(page)


def code_on(page):
    (groups,) = re.findall(r'class="room-code">(.*?)</p>', page.content.decode()) or [""]
    return "-".join(re.findall(r"<span>(\w{4})</span>", groups))


def prove(client, label, code):
    return client.post(f"{ROOM}sheet/{label}/prove/", {"code": code}, follow=True)


def use_recovery_code(client, label, code):
    return client.post(f"{ROOM}sheet/{label}/use/", {"code": code}, follow=True)


def holder_of(client):
    return KeyHolder.objects.of(client.user)


def let_in(client, other):
    return client.post(f"{ROOM}let-in/{holder_of(other).pk}/", follow=True)


def take_out(client, other, sentence=SENTENCE):
    address = f"{ROOM}take-out/{holder_of(other).pk}/"
    return client.post(address, {"passphrase": sentence}, follow=True)


def set_up(client, deputy):
    """Two people and both sheets, both unlocked, as after the pages; returns the codes of the sheets."""
    with roll.changing():  # once for all
        own = holders.private_key_of(holders.make_person(client.user, SENTENCE), SENTENCE)
        codes = {}
        for label in "AB":
            new, codes[label] = recovery_codes.make(label)
            recovery_codes.prove(new, own)
        holders.let_in(own, holders.make_person(deputy.user, OTHER))
    unlock(client)
    unlock(deputy, OTHER)
    return codes


def reads(client):
    """What somebody sees of the only inquiry."""
    inquiry = Inquiry.objects.get()
    return "Rowan" in client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/").content.decode()


def mail_to(client, message):
    """How often this was written to somebody."""
    mails = [message.recipient_and_body() for message in Message.objects.all()]
    return sum(who == client.user.email and message in text for who, text in mails)


def text_of(page):
    return page.content.decode().replace("&#x27;", "'")


def send_mail():
    Message.objects.update(state=Message.State.SENT, sent_at=timezone.now())


def forget_and_wait(client, sentence):
    """Nobody says yes, and nobody stops it."""
    forget(client, sentence)
    send_mail()
    forgetting.run_due(timezone.now() + forgetting.A_DAY)


def replace_recovery_code(client, label):
    code = make_recovery_code(client, label)
    prove(client, label, code)
    return code
