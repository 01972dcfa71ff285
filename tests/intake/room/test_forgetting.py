"""“I have forgotten it” takes nothing away before a colleague has said yes, or a day has gone by."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from intake.models import KeyHolder, NewKey, RoomEvent
from intake.room import forgetting, holders, roll
from outbox.models import Message
from tests import factories
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    choose,
    forget,
    forget_and_wait,
    holder_of,
    let_in,
    mail_to,
    reads,
    send_mail,
    signed_in,
    text_of,
    unlock,
    use_recovery_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]
NEW, THIRD = "a new one after the old was lost", "the heron stands in shallow water"
TOLD = "says that they have forgotten the passphrase"
DAY = forgetting.A_DAY


@pytest.fixture
def coordinator_client(coordinator_client):
    factories.make_inquiry()
    return coordinator_client


def run(after, *, is_mail_sent=True):
    if is_mail_sent:
        send_mail()
    forgetting.run_due(timezone.now() + after)


def waiting():
    return NewKey.objects.get(sheet="")


def test_it_asks_first_who_is_there(coordinator_client, deputy):
    page = deputy.get(f"{ROOM}forgotten/")
    assert page.status_code == 302
    assert "/admin/second-factor/" in page.url
    page = text_of(deputy.post(f"{ROOM}forgotten/", {"new": NEW, "again": NEW}))
    assert "show first that it is you" in page
    assert not NewKey.objects.exists()


def test_the_old_key_opens_until_it_is_replaced_and_everybody_is_told(coordinator_client, deputy):
    forget(deputy, NEW)
    for client in (coordinator_client, deputy):
        assert mail_to(client, TOLD) == 1
    assert unlock(deputy, NEW).status_code == 200
    assert unlock(deputy, OTHER).status_code == 302
    assert reads(deputy)
    assert len(holders.missing()[1]) == 0


def test_a_colleague_says_yes_and_they_open_at_once(coordinator_client, deputy):
    forget(deputy, NEW)
    coordinator_client.post(f"{ROOM}forgotten/{waiting().pk}/yes/")
    assert unlock(deputy, OTHER).status_code == 200, "the old one opens nothing"
    unlock(deputy, NEW)
    assert reads(deputy)
    assert RoomEvent.objects.filter(kind="new-key", user=coordinator_client.user).exists()


def test_nobody_says_yes_to_the_own_new_key(coordinator_client, deputy):
    forget(deputy, NEW)
    unlock(deputy, OTHER)
    assert deputy.post(f"{ROOM}forgotten/{waiting().pk}/yes/").status_code == 404


def test_nobody_says_yes_for_somebody_who_answers_no_more(coordinator_client, deputy):
    forget(deputy, NEW)
    deputy.user.groups.clear()
    assert coordinator_client.post(f"{ROOM}forgotten/{waiting().pk}/yes/").status_code == 404
    run(DAY)
    assert not NewKey.objects.exists()


@pytest.mark.parametrize("who", ["owner", "colleague"])
def test_whoever_can_still_open_stops_it(coordinator_client, deputy, who):
    forget(deputy, NEW)
    unlock(deputy, OTHER)
    client = deputy if who == "owner" else coordinator_client
    client.post(f"{ROOM}forgotten/{waiting().pk}/stop/")
    run(2 * DAY)
    assert unlock(deputy, OTHER).status_code == 302
    assert RoomEvent.objects.filter(kind="stopped", user=client.user).exists()


def test_after_a_day_the_new_key_counts_and_waits_to_be_let_in(coordinator_client, deputy):
    forget(deputy, NEW)
    run(DAY - timedelta(minutes=1))
    assert NewKey.objects.exists()
    run(DAY)
    assert not NewKey.objects.exists()
    assert unlock(deputy, OTHER).status_code == 200
    unlock(deputy, NEW)
    assert not reads(deputy)
    assert mail_to(coordinator_client, "waits for access") == 1
    let_in(coordinator_client, deputy)
    assert reads(deputy)


def test_the_day_does_not_end_while_nobody_could_be_told(coordinator_client, deputy):
    forget(deputy, NEW)
    run(3 * DAY, is_mail_sent=False)
    assert NewKey.objects.exists()
    run(3 * DAY)
    assert not NewKey.objects.exists()


@pytest.mark.parametrize("harm", ["stopped", "not delivered", "late"])
def test_mail_that_told_nobody_for_a_day_ends_no_day(coordinator_client, deputy, harm):
    forget(deputy, NEW)
    if harm == "stopped":
        Message.objects.all().stop_trying()
    elif harm == "not delivered":
        send_mail()
        Message.objects.filter(pk=Message.objects.first().pk).update(
            state=Message.State.UNDELIVERED
        )
    else:
        with time_machine.travel(timezone.now() + 2 * DAY):
            send_mail()
    run(2 * DAY, is_mail_sent=False)
    assert NewKey.objects.exists()
    assert unlock(deputy, OTHER).status_code == 302
    coordinator_client.post(f"{ROOM}forgotten/{waiting().pk}/yes/")
    assert unlock(deputy, NEW).status_code == 302


def test_forgetting_again_begins_the_day_again(coordinator_client, deputy):
    forget(deputy, NEW)
    with time_machine.travel(timezone.now() + timedelta(hours=20)):
        deputy.force_login(deputy.user)
        forget(deputy, THIRD)
        run(timedelta(hours=20))
        assert NewKey.objects.exists()
        run(DAY)
    unlock(deputy, NEW)
    assert unlock(deputy, THIRD).status_code == 302


def test_a_sheet_is_as_good_as_a_colleague(coordinator_client, deputy):
    forget(deputy, NEW)
    use_recovery_code(deputy, "B", coordinator_client.codes["A"])
    assert NewKey.objects.exists(), "the code of the other sheet"
    use_recovery_code(deputy, "B", coordinator_client.codes["B"])
    unlock(deputy, NEW)
    assert reads(deputy)


def test_with_every_passphrase_forgotten_a_sheet_lets_in_again(coordinator_client, deputy):
    forget_and_wait(coordinator_client, NEW)
    forget_and_wait(deputy, THIRD)
    assert not reads(coordinator_client)
    assert holders.form_is_open(), "a sheet that was tried is a way in"
    use_recovery_code(coordinator_client, "A", coordinator_client.codes["A"])
    unlock(coordinator_client, NEW)
    assert reads(coordinator_client)


def test_what_was_safe_when_asked_is_looked_at_again_after_the_day(coordinator_client, deputy):
    forget(deputy, NEW)
    coordinator_client.user.groups.clear()
    KeyHolder.objects.recovery_codes().update(is_proven=False)
    roll.record()
    run(DAY)
    assert NewKey.objects.exists()
    assert unlock(deputy, OTHER).status_code == 302


def test_whoever_waits_to_be_let_in_has_nothing_to_lose(coordinator_client):
    third = signed_in()
    choose(third, OTHER)
    forget(third, NEW)
    assert not NewKey.objects.exists()
    assert unlock(third, NEW).status_code == 302
    assert not holder_of(third).grants.exists()


def test_a_new_key_that_the_site_did_not_make_takes_no_place(coordinator_client, deputy):
    forget(deputy, NEW)
    NewKey.objects.update(public=bytes(holders.new_key().public.raw))
    run(DAY)
    coordinator_client.post(f"{ROOM}forgotten/{waiting().pk}/yes/")
    assert unlock(deputy, OTHER).status_code == 302


def test_other_passphrases_are_told_to_everybody_who_has_a_key(coordinator_client, deputy):
    coordinator_client.post(f"{ROOM}passphrase/", {"old": "wrong", "new": NEW, "again": NEW})
    assert mail_to(deputy, "has chosen another passphrase") == 0
    deputy.post(f"{ROOM}passphrase/", {"old": OTHER, "new": NEW, "again": NEW})
    assert mail_to(coordinator_client, "has chosen another passphrase") == 1
