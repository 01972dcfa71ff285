"""What has to stand in the room's own log, and whose key or which sheet it was about."""

import hashlib
import hmac

import pytest
from django.core.management import CommandError
from django.utils import timezone
from django.utils.encoding import force_bytes

from intake.models import KeyHolder, RoomEvent
from tests import factories
from tests.intake.coordinators import LIST, unlock
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    forget_and_wait,
    let_in,
    make_recovery_code,
    signed_in,
    take_out,
)
from tests.intake.terminal import ONE, TWO, set_up_keys, verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
Kind = RoomEvent.Kind
NEW = "a new one after the old was lost"


def newest(number=1):
    """Kind, who, and about whom, of the newest entries."""
    rows = RoomEvent.objects.order_by("-pk")[:number]
    found = [(row.kind, row.user, row.about) for row in rows]
    return found[0] if number == 1 else found


def failed():
    return RoomEvent.objects.filter(kind=Kind.FAILED).count()


def test_choosing_a_passphrase_unlocks_and_both_are_noted():
    client = signed_in()
    choose(client)
    assert newest(2) == [(Kind.UNLOCKED, client.user, ""), (Kind.PASSPHRASE, client.user, "")]
    assert "Lock now" in client.get(ROOM).content.decode()


def test_a_wrong_old_passphrase_is_noted(coordinator_client):
    before = failed()
    said = {"old": "not this sentence", "new": NEW, "again": NEW}
    coordinator_client.post(f"{ROOM}passphrase/", said)
    assert newest() == (Kind.FAILED, coordinator_client.user, "")
    coordinator_client.post(f"{ROOM}passphrase/", said | {"old": SENTENCE, "again": "a slip"})
    assert failed() == before + 1, "a slip in the new one is no try"


@pytest.mark.parametrize("page", ["prove", "use"])
@pytest.mark.parametrize("code", ["-".join(["AAAA"] * 12 + ["AAAQ"]), "no code"])
def test_a_wrong_code_is_noted_with_its_sheet(coordinator_client, page, code):
    third = signed_in()
    choose(third, OTHER)
    who = coordinator_client if page == "prove" else third
    who.post(f"{ROOM}sheet/B/{page}/", {"code": code})
    assert newest() == (Kind.FAILED, who.user, "B")


def test_who_was_let_in_is_noted(coordinator_client):
    third = signed_in()
    choose(third, OTHER)
    let_in(coordinator_client, third)
    assert newest() == (Kind.LET_IN, coordinator_client.user, third.user.name)


def test_who_was_not_let_in_is_not_noted(coordinator_client):
    third = signed_in()
    choose(third, OTHER)
    KeyHolder.objects.filter(user=third.user).update(proof="")
    let_in(coordinator_client, third)
    assert newest()[0] != Kind.LET_IN


def test_whose_key_was_taken_away_is_noted(coordinator_client, deputy):
    take_out(coordinator_client, deputy)
    assert newest() == (Kind.TAKEN_OUT, coordinator_client.user, deputy.user.name)
    deputy.user.name = "Another Name"
    deputy.user.save()
    assert newest()[2] != "Another Name", "the log says what it said"


def test_which_sheet_was_printed_and_which_was_used_is_noted(coordinator_client, deputy):
    code = make_recovery_code(coordinator_client, "B")
    assert newest() == (Kind.RECOVERY_CODE, coordinator_client.user, "B")
    coordinator_client.post(f"{ROOM}sheet/B/prove/", {"code": code})
    assert (Kind.RECOVERY_CODE_TRIED, coordinator_client.user, "B") in newest(5)
    forget_and_wait(deputy, NEW)
    deputy.post(f"{ROOM}sheet/B/use/", {"code": code})
    assert (Kind.RECOVERY_CODE_USED, deputy.user, "B") in newest(2)


def test_setting_up_at_a_terminal_notes_the_same(monkeypatch):
    for name in ("dana", "ruth"):
        factories.make_user("coordinator", username=name, name=name.title())
    set_up_keys(monkeypatch, ONE, ONE, "{code}", "{code}", TWO, TWO)
    about = RoomEvent.objects.order_by("pk").exclude(about="").values_list("kind", "about")
    assert list(about) == [
        (Kind.RECOVERY_CODE, "A"),
        (Kind.RECOVERY_CODE, "B"),
        (Kind.LET_IN, "Ruth"),
    ]


def test_telling_is_noted_with_how_many(client):
    user = factories.make_user("coordinator")
    client.force_login(user)
    factories.make_key_holder(user)
    by_phone = factories.make_content(route="call", email="", phone="(555) 010-0123")
    for content in (None, None, by_phone):
        factories.make_inquiry(content, is_news_untold=True)
    unlock(client)
    client.post(f"{LIST}tell/")
    event = RoomEvent.objects.get(kind=Kind.TOLD)
    assert (event.user, event.number) == (user, 3)
    client.get(f"{LIST}tell/")
    assert RoomEvent.objects.filter(kind=Kind.TOLD).count() == 1, "looking is not telling"


def as_written_before_there_was_an_about(settings):
    """The digest spelled out, so that no change of the code may leave old entries behind."""
    user, at = factories.make_user("coordinator"), timezone.now()
    said = ["", at.isoformat(timespec="microseconds"), "let-in", str(user.pk), "", ""]
    key = hashlib.sha256(b"intake.room_event" + force_bytes(settings.SECRET_KEY)).digest()
    digest = hmac.new(key, "\n".join(said).encode(), hashlib.sha256).hexdigest()
    return RoomEvent.objects.create(at=at, kind="let-in", user=user, digest=digest)


def test_an_entry_from_before_there_was_an_about_still_holds(settings):
    as_written_before_there_was_an_about(settings)
    RoomEvent.objects.note(Kind.LET_IN, about="Ruth")
    assert "2 entries" in verify()


@pytest.mark.parametrize("about", ["Mallory", ""])
def test_whom_it_was_about_cannot_be_changed(about):
    RoomEvent.objects.note(Kind.LET_IN, about="Ruth")
    verify()
    RoomEvent.objects.update(about=about)
    with pytest.raises(CommandError, match="was changed"):
        verify()


def test_nothing_can_be_added_to_an_old_entry(settings):
    as_written_before_there_was_an_about(settings)
    RoomEvent.objects.update(about="Mallory")
    with pytest.raises(CommandError, match="was changed"):
        verify()
