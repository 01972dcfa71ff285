"""After another SECRET_KEY, somebody who can open inquiries says that the keys are the practice's own."""

import pytest
from django.core.management import CommandError
from django.test import Client

from intake.models import Grant, Inquiry, KeyHolder, PracticeKey, RoomEvent
from intake.room import holders
from sealing.envelopes import new_key
from tests.intake.persons import answers
from tests.intake.room.ceremony import (
    SENTENCE,
    reads,
    signed_in,
    unlock,
)
from tests.intake.room.planted_keys import FIFTY, planted
from tests.intake.terminal import vouch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]


@pytest.fixture
def coordinator_client(coordinator_client, settings):
    """Set up, and then the site has another SECRET_KEY."""
    settings.SECRET_KEY = FIFTY
    return coordinator_client


def refused(monkeypatch, message, *said, **who):
    before = proofs()
    with pytest.raises(CommandError, match=message):
        vouch(monkeypatch, *said, **who)
    assert proofs() == before
    assert not RoomEvent.objects.filter(kind=RoomEvent.Kind.VOUCHED).exists()


def proofs():
    rows = [*PracticeKey.objects.order_by("pk"), *KeyHolder.objects.order_by("pk")]
    return [(row.pk, row.proof) for row in rows]


def test_a_sheet_opens_the_form_again(coordinator_client, monkeypatch):
    assert not holders.form_is_open()
    text = vouch(monkeypatch, coordinator_client.codes["A"].lower(), "yes", sheet="A")
    assert coordinator_client.user.name in text
    assert "Recovery code B" in text
    assert holders.form_is_open()
    assert not holders.unsigned_keys()
    event = RoomEvent.objects.first()
    assert (event.kind, event.user, event.number) == (RoomEvent.Kind.VOUCHED, None, 4)
    Client().post("/get-started/", answers())
    coordinator_client.force_login(coordinator_client.user)
    unlock(coordinator_client)
    assert reads(coordinator_client)


def test_so_does_a_passphrase(coordinator_client, monkeypatch):
    vouch(monkeypatch, SENTENCE, "yes", user=coordinator_client.user.username)
    assert holders.form_is_open()
    assert RoomEvent.objects.first().user == coordinator_client.user


def test_a_wrong_secret_changes_nothing(coordinator_client, monkeypatch):
    wrong = "not the passphrase, or not the code"
    refused(monkeypatch, wrong, coordinator_client.codes["B"], "yes", sheet="A")
    refused(monkeypatch, wrong, "no code at all", "yes", sheet="A")
    refused(monkeypatch, wrong, "not this sentence", "yes", user=coordinator_client.user.username)


@pytest.mark.parametrize("said", ["", "no", "y", "oh yes"])
def test_without_a_yes_nothing_changes(coordinator_client, monkeypatch, said):
    refused(monkeypatch, "Nothing was changed", coordinator_client.codes["A"], said, sheet="A")
    assert not holders.form_is_open()


def test_whose_own_key_was_swapped_vouches_for_nothing(coordinator_client, monkeypatch):
    KeyHolder.objects.filter(sheet="A").update(public=new_key().public.raw)
    refused(monkeypatch, "was changed", coordinator_client.codes["A"], "yes", sheet="A")


def test_whoever_has_no_key_vouches_for_nothing(coordinator_client, monkeypatch):
    refused(monkeypatch, "Nobody of that name", SENTENCE, "yes", user="mallory")


@pytest.mark.parametrize("is_shared", [True, False])
def test_it_says_who_waits_and_who_would_be_in(coordinator_client, monkeypatch, is_shared):
    """Whoever waits, and has put a share for themselves into the database, would be let in by the yes."""
    third = signed_in()
    holder = KeyHolder(pk=new_key().id, user=third.user, public=new_key().public.raw, wrapped=b"1")
    holder.since = "2026-01-01"
    holder.save(force_insert=True)
    if is_shared:
        key = PracticeKey.objects.current()
        Grant.objects.create(practice_key=key, holder=holder, sealed=b"junk")
    text = vouch(monkeypatch, coordinator_client.codes["A"], "yes", sheet="A")
    (line,) = [line for line in text.splitlines() if third.user.name in line]
    assert ("waits for access" in line) is not is_shared


@pytest.mark.parametrize("is_granted", [True, False])
def test_a_swapped_practice_key_stays_a_stranger(coordinator_client, monkeypatch, is_granted):
    """Its private half is not what the practice has."""
    mine = planted(is_granted=False)
    if is_granted:
        recovery_code = KeyHolder.objects.get(sheet="A")
        holders.share(holders.PrivateKey(mine.pk, new_key().raw), recovery_code)
    text = vouch(monkeypatch, coordinator_client.codes["A"], "yes", sheet="A")
    assert "does not open, so it is left as it is" in text
    assert holders.unsigned_keys() == [mine]
    assert not holders.form_is_open()
    assert not Inquiry.objects.exists()
