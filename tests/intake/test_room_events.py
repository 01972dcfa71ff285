"""The log of the confidential room: who saw what, and that nobody changed it since."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError
from django.db import connections

from intake.models import Inquiry, RoomEvent
from tests import factories
from tests.intake.coordinators import page_after, sign_in, unlock
from tests.intake.terminal import verify

Kind = RoomEvent.Kind


@pytest.fixture
def practice(db):
    return factories.make_practice()


def noted(number=3):
    user = factories.make_user("coordinator")
    return [RoomEvent.objects.note(Kind.UNLOCKED, user) for _number in range(number)]


def test_every_look_and_change_is_noted_with_who(practice, client):
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    inquiry = factories.make_inquiry()
    client.post("/admin/room/unlock/", {"passphrase": "not this sentence"})
    unlock(client)
    client.get("/admin/intake/inquiry/")
    client.post("/admin/intake/inquiry/", {"words": "rowan"})
    page = f"/admin/intake/inquiry/{inquiry.pk}/"
    client.get(f"{page}change/")
    page_after(client, inquiry, "note", words="They called back.")
    client.post("/admin/room/lock/")
    client.get(f"{page}change/")
    unlock(client)
    client.post(f"{page}delete/", {"post": "yes"})
    by_people = RoomEvent.objects.exclude(kind=Kind.KEYS)
    kinds = list(by_people.order_by("pk").values_list("kind", flat=True))
    again = [Kind.UNLOCKED, Kind.PUT_ASIDE]
    seen = [Kind.LISTED, Kind.SEARCHED, Kind.LISTED, Kind.OPENED, Kind.CHANGED]
    assert kinds == [Kind.FAILED, Kind.UNLOCKED, *seen, Kind.OPENED, Kind.LOCKED, *again]
    assert set(by_people.values_list("user", flat=True)) == {user.pk}
    about = RoomEvent.objects.exclude(inquiry_id=None).values_list("inquiry_id", flat=True)
    assert list(about) == [inquiry.pk] * 4
    assert "are as they were written" in verify()


def test_a_locked_look_is_none(practice, client):
    sign_in(client, "coordinator")
    inquiry = factories.make_inquiry()
    client.get("/admin/intake/inquiry/")
    client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/")
    assert not RoomEvent.objects.exclude(kind=Kind.KEYS).exists()


def test_what_the_person_erases_is_noted_without_anybody_of_the_practice(practice):
    from intake import erasing

    erasing.erase(Inquiry.objects.filter(pk=factories.make_inquiry().pk), kind=Kind.BY_PERSON)
    event = RoomEvent.objects.first()
    assert (event.kind, event.user) == (Kind.BY_PERSON, None)


@pytest.mark.parametrize(
    "change",
    [
        lambda: RoomEvent.objects.filter(pk=middle()).update(kind=Kind.LOCKED),
        lambda: RoomEvent.objects.filter(pk=middle()).update(user=None),
        lambda: RoomEvent.objects.filter(pk=middle()).update(number=4),
        lambda: RoomEvent.objects.filter(pk=middle()).delete(),
        lambda: RoomEvent.objects.order_by("pk").first().delete(),
    ],
)
def test_a_change_or_a_gap_shows(practice, change):
    noted()
    verify()
    change()
    with pytest.raises(CommandError, match="was changed, or one before it"):
        verify()


def middle():
    return RoomEvent.objects.order_by("pk")[1].pk


def test_the_digest_needs_the_sites_secret(practice, settings):
    first = noted(1)[0]
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one, of fifty characters and some more of them"
    assert first.is_as_written(), "the secret before is still known"
    settings.SECRET_KEY_FALLBACKS = []
    assert not first.is_as_written()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_chain():
    user = factories.make_user("coordinator")

    def note(_number):
        try:
            return RoomEvent.objects.note(Kind.OPENED, user).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(note, range(40)))) == 40
    assert "40 entries" in verify()


def test_an_erased_inquiry_is_still_named_by_its_number(practice, client):
    user = sign_in(client, "coordinator")
    inquiry = factories.make_inquiry()
    RoomEvent.objects.note(Kind.OPENED, user, inquiry.pk)
    Inquiry.objects.all().delete()
    assert inquiry.reference in client.get("/admin/intake/roomevent/").content.decode()


def test_coordinators_read_it_and_nobody_changes_it(practice, client):
    event = noted(1)[0]
    page = f"/admin/intake/roomevent/{event.pk}/"
    sign_in(client, "coordinator")
    assert "Unlocked" in client.get("/admin/intake/roomevent/").content.decode()
    assert client.post(f"{page}change/", {"kind": Kind.LOCKED}).status_code == 403
    assert client.post(f"{page}delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/intake/roomevent/add/").status_code == 403
    sign_in(client, "editor")
    assert client.get("/admin/intake/roomevent/").status_code == 403


def test_the_table_holds_no_formula_and_its_making_is_noted(practice, client):
    user = sign_in(client, "coordinator")
    user.name = "=1+1"
    user.save()
    event = RoomEvent.objects.note(Kind.UNLOCKED, user)
    sent = {"action": "download", "_selected_action": [event.pk]}
    response = client.post("/admin/intake/roomevent/", sent)
    head, row = csv.reader(io.StringIO(response.content.decode()))
    assert head[:3] == ["when", "who", "what"]
    assert row[1:3] == ["'=1+1", "Unlocked"]
    assert RoomEvent.objects.first().kind == Kind.EXPORTED
