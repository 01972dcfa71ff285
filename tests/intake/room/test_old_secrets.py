"""An old secret with an old copy of the rows of keys opens nothing that comes in afterwards."""

import pytest
from django.test import Client

from intake.documents import sealed
from intake.models import Inquiry, KeyHolder, PracticeKey
from intake.room import holders
from intake.room.unlocking import Room
from practice_site.backup import keys
from practice_site.backup.keys import CannotUnlock, Keys
from sealing.envelopes import CannotOpen, SealContext, key_id, open_sealed
from tests import factories
from tests.intake.coordinators import address, text_of
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    forget_and_wait,
    let_in,
    replace_recovery_code,
    signed_in,
    take_out,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]
NEW = "a new one after the old was lost"


class Thief:
    """Has copied the file of keys, and knows the secret of one holder in it."""

    def __init__(self, secret, **who):
        self.keys = Keys(keys.as_text())
        self.holder, self.secret = self.keys.holder(**who), secret

    def opens(self, inquiry):
        return self.opens_with_the_file(inquiry) or self.opens_with_the_rows_of_today(inquiry)

    def opens_with_the_file(self, inquiry):
        seal_context = SealContext(sealed.CONTENT, inquiry.pk)
        try:
            key = self.keys.private_key(key_id(inquiry.content), self.holder, self.secret)
            return bool(open_sealed(inquiry.content, key, seal_context))
        except (CannotUnlock, CannotOpen):
            return False

    def opens_with_the_rows_of_today(self, inquiry):
        """The old pair, and whatever the database of today shares with it."""
        own = holders.private_key_of(self.holder, self.secret)
        try:
            return bool(Room(own).open(inquiry.content, SealContext(sealed.CONTENT, inquiry.pk)))
        except CannotOpen:
            return False


def came_in(message):
    return factories.make_inquiry(factories.make_content(message=message))


def page_of(client, inquiry):
    return text_of(client.get(address(inquiry)))


def replace_a_recovery_code(coordinator_client, deputy):
    thief = Thief(coordinator_client.codes["A"], sheet="A")
    replace_recovery_code(coordinator_client, "A")
    return thief


def take_a_recovery_code_out(coordinator_client, deputy):
    thief = Thief(coordinator_client.codes["A"], sheet="A")
    coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE})
    return thief


def change_passphrase(coordinator_client, deputy):
    thief = Thief(SENTENCE, username=coordinator_client.user.username)
    said = {"old": SENTENCE, "new": NEW, "again": NEW}
    assert coordinator_client.post(f"{ROOM}passphrase/", said).status_code == 302
    return thief


def forget_passphrase(coordinator_client, deputy):
    thief = Thief(OTHER, username=deputy.user.username)
    forget_and_wait(deputy, NEW)
    return thief


def forget_and_be_let_in(coordinator_client, deputy):
    thief = forget_passphrase(coordinator_client, deputy)
    let_in(coordinator_client, deputy)
    return thief


def take_key_away(coordinator_client, deputy):
    thief = Thief(OTHER, username=deputy.user.username)
    take_out(coordinator_client, deputy)
    return thief


@pytest.mark.parametrize(
    "change",
    [
        replace_a_recovery_code,
        take_a_recovery_code_out,
        change_passphrase,
        forget_passphrase,
        forget_and_be_let_in,
        take_key_away,
    ],
)
def test_what_comes_in_afterwards_stays_shut(coordinator_client, deputy, change):
    before = came_in("BEFORE")
    thief = change(coordinator_client, deputy)
    assert thief.opens(before), "what was there then cannot be taken back"
    assert holders.form_is_open()
    after = came_in("AFTER")
    assert not thief.opens(after)
    holders.turn_over()
    quarter = came_in("A QUARTER LATER")
    assert not thief.opens(quarter)
    for inquiry, text in [(before, "BEFORE"), (after, "AFTER"), (quarter, "A QUARTER LATER")]:
        assert text in page_of(coordinator_client, inquiry)


def test_a_changed_passphrase_opens_what_was_there(coordinator_client, deputy):
    before = came_in("BEFORE")
    change_passphrase(coordinator_client, deputy)
    coordinator_client.post(f"{ROOM}lock/")
    assert unlock(coordinator_client, SENTENCE).status_code == 200, "the old one opens nothing"
    assert unlock(coordinator_client, NEW).status_code == 302
    assert "BEFORE" in page_of(coordinator_client, before)
    assert holders.form_is_open()


def test_changing_while_waiting_to_be_let_in_lets_nobody_in(coordinator_client):
    third = signed_in()
    choose(third, OTHER)
    current = PracticeKey.objects.current()
    third.post(f"{ROOM}passphrase/", {"old": OTHER, "new": NEW, "again": NEW})
    assert PracticeKey.objects.current() == current, "nothing was known that could be kept"
    assert not KeyHolder.objects.of(third.user).grants.exists()


def left(user):
    user.leave()
    user.save()


def does_other_work(user):
    user.groups.clear()


@pytest.mark.parametrize("change", [left, does_other_work])
def test_who_has_left_gets_no_new_practice_key_and_counts_no_more(
    coordinator_client, deputy, change
):
    assert holders.missing() == (0, [])
    change(deputy.user)
    assert holders.missing() == (1, [])
    key = holders.turn_over()
    assert not key.grants.filter(holder__user=deputy.user).exists()
    assert key.grants.count() == 3


@pytest.mark.parametrize("change", [left, does_other_work])
def test_the_page_says_whose_key_to_take_away(coordinator_client, deputy, change):
    message = "Does not answer inquiries any more: remove the access."
    assert message not in text_of(coordinator_client.get(ROOM))
    change(deputy.user)
    page = text_of(coordinator_client.get(ROOM))
    assert page.count(message) == 1
    row = page[page.index(deputy.user.name) :]
    assert message in row[: row.index("</li>")]


def test_the_form_stays_open_for_whoever_writes(coordinator_client, deputy):
    take_key_away(coordinator_client, deputy)
    assert Client().get("/get-started/").status_code == 200
    assert holders.form_is_open()
    assert not Inquiry.objects.exists()
