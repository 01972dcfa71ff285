"""A key that the site did not put into the database takes nothing in, and is pointed out."""

import pytest
from django.test import Client

from intake.models import Grant, Inquiry, PracticeKey
from intake.room import holders
from sealing.envelopes import new_key
from tests import factories
from tests.intake.coordinators import LIST, page_after, text_of
from tests.intake.persons import answers
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    choose,
    forget_and_wait,
    reads,
    replace_recovery_code,
    signed_in,
)
from tests.intake.room.planted_keys import (
    ALARM,
    FIFTY,
    UNSIGNED_KEYS,
    planted,
    planted_holder,
    unlocked_again,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]


def swapped(rows):
    rows.update(public=new_key().public.raw)


@pytest.mark.parametrize("borrowed", ["", "from the key before", "not hex"])
def test_nothing_is_sealed_to_a_planted_practice_key(coordinator_client, borrowed):
    before = PracticeKey.objects.current()
    mine = planted()
    mine.proof = before.proof if borrowed == "from the key before" else borrowed
    mine.save()
    visitor = Client()
    assert "Please call us" in text_of(visitor.get("/get-started/"))
    refused = visitor.post("/get-started/", answers(message="Sundays are hard."))
    assert refused.status_code == 503
    assert "Sundays are hard." in text_of(refused)
    assert not Inquiry.objects.exists()


def test_nothing_is_sealed_to_a_swapped_practice_key(coordinator_client):
    swapped(PracticeKey.objects.filter(is_current=True))
    assert "Please call us" in text_of(Client().get("/get-started/"))
    assert Client().post("/get-started/", answers()).status_code == 503
    assert not Inquiry.objects.exists()


def test_a_note_waits_where_the_practice_key_is_not_ours(coordinator_client):
    inquiry = factories.make_inquiry()
    planted()
    page = text_of(page_after(coordinator_client, inquiry, "note", words="She prefers mornings."))
    assert "Nothing can be sealed yet" in page
    assert "She prefers mornings." in page, "what was typed is kept"
    assert not inquiry.entries.exists()


def test_no_call_is_taken_down_where_the_practice_key_is_not_ours(coordinator_client):
    planted()
    call = {"came_by": "call", "name": "Kit", "route": "call", "phone": "555 010 0177"}
    page = coordinator_client.post(f"{LIST}add/", call | {"consent": "on"})
    assert "Nothing can be sealed yet" in text_of(page)
    assert not Inquiry.objects.exists()


@pytest.mark.parametrize("is_granted", [True, False])
def test_a_planted_practice_key_raises_the_alarm(coordinator_client, is_granted):
    assert ALARM not in unlocked_again(coordinator_client)
    planted(is_granted)
    assert ALARM in unlocked_again(coordinator_client)
    assert UNSIGNED_KEYS in text_of(coordinator_client.get(ROOM))


def test_a_planted_holder_is_let_in_by_nobody_and_raises_the_alarm(coordinator_client):
    mallory = planted_holder()
    assert ALARM in unlocked_again(coordinator_client)
    page = coordinator_client.post(f"{ROOM}let-in/{mallory.pk}/", follow=True)
    assert ALARM in text_of(page)
    assert "can open inquiries now" not in text_of(page)
    assert Grant.objects.filter(holder=mallory).count() == 1


def test_a_damaged_grant_raises_the_alarm_and_is_no_error(coordinator_client):
    grant = Grant.objects.filter(holder__user=coordinator_client.user).first()
    Grant.objects.filter(pk=grant.pk).update(sealed=bytes(grant.sealed)[:-1] + b"\0")
    assert ALARM in unlocked_again(coordinator_client)
    Grant.objects.filter(pk=grant.pk).update(sealed=b"")
    assert ALARM in unlocked_again(coordinator_client)


def test_who_waits_to_be_let_in_sees_no_alarm(coordinator_client):
    third = signed_in()
    assert ALARM not in text_of(choose(third, OTHER))
    assert ALARM not in unlocked_again(third, OTHER)
    assert UNSIGNED_KEYS not in text_of(third.get(ROOM))


def test_whoever_forgot_the_passphrase_sees_no_alarm(coordinator_client, deputy):
    forget_and_wait(deputy, "a new one after the old was lost")
    assert ALARM not in unlocked_again(deputy, "a new one after the old was lost")
    assert ALARM not in unlocked_again(coordinator_client)


def test_a_new_sheet_raises_no_alarm(coordinator_client):
    replace_recovery_code(coordinator_client, "A")
    assert ALARM not in unlocked_again(coordinator_client)


def test_another_secret_key_shuts_the_form_and_raises_the_alarm(coordinator_client, settings):
    settings.SECRET_KEY = FIFTY
    assert not holders.form_is_open()
    assert "Please call us" in text_of(Client().get("/get-started/"))
    coordinator_client.force_login(coordinator_client.user)
    assert ALARM in unlocked_again(coordinator_client)


def test_the_secret_key_before_still_counts(coordinator_client, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = FIFTY
    assert holders.form_is_open()
    assert not holders.unsigned_keys()
    Client().post("/get-started/", answers())
    coordinator_client.force_login(coordinator_client.user)
    assert ALARM not in unlocked_again(coordinator_client)
    assert reads(coordinator_client)
