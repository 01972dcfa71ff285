"""Whoever can write to the database, knows no ``SECRET_KEY``, and has kept old rows and old secrets."""

from datetime import timedelta

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from intake.documents import sealed
from intake.jobs import retention
from intake.models import Grant, Inquiry, KeyHolder, NewKey, PracticeKey, RoomEvent
from intake.room import forgetting, holders, roll
from intake.room.unlocking import Room
from outbox.models import Message
from practice_site.dashboard import people as start_page
from sealing.envelopes import CannotOpen, SealContext, new_key, open_sealed
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import answers
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    forget,
    forget_and_wait,
    let_in,
    make_recovery_code,
    prove,
    replace_recovery_code,
    signed_in,
    unlock,
)
from tests.intake.room.planted_keys import ALARM, UNSIGNED_KEYS, planted_holder, unlocked_again
from tests.intake.terminal import vouch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]
NEW = "a new one after the old was lost"
MODELS = [PracticeKey, KeyHolder, Grant]


class Copy:
    """Of the rows of keys as they are at this moment."""

    def __init__(self):
        self.text = {model: serializers.serialize("jsonl", model.objects.all()) for model in MODELS}

    def put_back(self, model):
        """Over what stands there now, the proofs included."""
        if model is PracticeKey:
            PracticeKey.objects.update(is_current=False)
        for row in serializers.deserialize("jsonl", self.text[model]):
            row.save()

    def put_all_back(self):
        """What something was sealed to since has to stay."""
        Grant.objects.all().delete()
        KeyHolder.objects.all().delete()
        then = [row.object.pk for row in serializers.deserialize("jsonl", self.text[PracticeKey])]
        in_use = Inquiry.objects.values("practice_key")
        PracticeKey.objects.exclude(pk__in=then).exclude(pk__in=in_use).delete()
        for model in MODELS:
            self.put_back(model)


def noticed(coordinator_client):
    """Everywhere, and nothing is sealed, opened or shared by it."""
    assert not holders.form_is_open()
    visitor = Client()
    assert "Please call us" in text_of(visitor.get("/get-started/"))
    before = Inquiry.objects.count()
    assert visitor.post("/get-started/", answers()).status_code == 503
    assert Inquiry.objects.count() == before
    assert ALARM in unlocked_again(coordinator_client)
    assert UNSIGNED_KEYS in text_of(coordinator_client.get(ROOM))
    assert any(
        "not as this site wrote" in item.text for item in start_page.keys(coordinator_client.user)
    )
    grants = set(Grant.objects.values_list("pk", "sealed"))
    with pytest.raises(roll.NotOurs):
        holders.turn_over()
    retention.turn_over_quarterly(timezone.localdate() + timedelta(days=100))
    retention.erase_due(timezone.localdate() + timedelta(days=100))
    assert {(pk, bytes(text)) for pk, text in Grant.objects.values_list("pk", "sealed")} == {
        (pk, bytes(text)) for pk, text in grants
    }


def test_nothing_is_noticed_where_nothing_was_done(coordinator_client, deputy):
    for change in [
        lambda: replace_recovery_code(coordinator_client, "A"),
        holders.turn_over,
        lambda: forget_and_wait(deputy, NEW),
        lambda: let_in(coordinator_client, deputy),
        lambda: retention.erase_due(timezone.localdate() + timedelta(days=1)),
        lambda: retention.turn_over_quarterly(timezone.localdate() + timedelta(days=100)),
    ]:
        change()
        assert roll.look().holds
        assert not holders.unsigned_keys()
    assert ALARM not in unlocked_again(coordinator_client)
    assert not list(start_page.keys(coordinator_client.user))


def make_old_key_current(old, deputy):
    PracticeKey.objects.filter(is_current=True).update(is_current=False)
    PracticeKey.objects.filter(pk=old.key.pk).update(is_current=True, takes_inquiries=True)


def put_old_key_back(old, deputy):
    """With the proof it had while it was current."""
    old.copy.put_back(PracticeKey)


def put_all_keys_back(old, deputy):
    old.copy.put_all_back()


def put_former_holder_back(old, deputy):
    """With a grant of junk for the key of now, to be in at the next turn."""
    KeyHolder.objects.filter(user=deputy.user).delete()
    old.copy.put_back(KeyHolder)
    Grant.objects.create(
        practice_key=PracticeKey.objects.current(), holder_id=old.holder.pk, sealed=b"junk"
    )


def swap_wrapped(old, deputy):
    """A colleague's key under a passphrase that the thief knows."""
    row = KeyHolder.objects.filter(sheet="B")
    row.update(wrapped=old.holder.wrapped)


def share_with_somebody_waiting(old, deputy):
    waiting = KeyHolder.objects.of(deputy.user)
    pair = new_key()
    holders.share(holders.PrivateKey(PracticeKey.objects.current().pk, pair.raw), waiting)


REPLAYS = [
    make_old_key_current,
    put_old_key_back,
    put_all_keys_back,
    put_former_holder_back,
    swap_wrapped,
    share_with_somebody_waiting,
]


class Old:
    """What a former holder has kept: all rows of then, and both private halves."""

    def __init__(self, deputy):
        self.copy = Copy()
        self.holder = KeyHolder.objects.of(deputy.user)
        self.own = holders.private_key_of(self.holder, OTHER)
        self.key = PracticeKey.objects.current()
        self.private = holders.practice_key(self.own, self.key.pk)

    def opens(self, inquiry):
        seal_context = SealContext(sealed.CONTENT, inquiry.pk)
        for attempt in (
            lambda: open_sealed(inquiry.content, self.private, seal_context),
            lambda: Room(self.own).open(inquiry.content, seal_context),
        ):
            try:
                return bool(attempt())
            except CannotOpen:
                pass
        return False


@pytest.mark.parametrize("replay", REPLAYS)
def test_an_old_state_put_back_is_noticed_and_opens_nothing(coordinator_client, deputy, replay):
    old = Old(deputy)
    forget_and_wait(deputy, NEW)
    factories.make_inquiry()
    assert not any(old.opens(inquiry) for inquiry in Inquiry.objects.all())
    replay(old, deputy)
    noticed(coordinator_client)
    assert not any(old.opens(inquiry) for inquiry in Inquiry.objects.all())


def swapped_public(row):
    row.public = new_key().public.raw


CHANGES = {
    PracticeKey: {
        "public": new_key().public.raw,
        "made_on": "2001-01-01",
        "is_current": None,
        "takes_inquiries": None,
        "destroyed_on": "2001-01-01",
        "proof": "",
    },
    KeyHolder: {
        "public": new_key().public.raw,
        "wrapped": b"another",
        "since": "2001-01-01",
        "is_proven": None,
        "kept_by": "Somebody else",
        "proof": "0" * 64,
    },
}


@pytest.mark.parametrize(
    ("model", "field"), [(model, field) for model in CHANGES for field in CHANGES[model]]
)
def test_whatever_is_changed_in_a_row_is_noticed(coordinator_client, model, field):
    holders.turn_over()
    row = model.objects.filter(
        **{PracticeKey: {"is_current": True}, KeyHolder: {"sheet": "A"}}[model]
    ).get()
    value = CHANGES[model][field]
    value = not getattr(row, field) if value is None else value
    model.objects.filter(pk=row.pk).update(**{field: value})
    noticed(coordinator_client)


def test_every_field_of_a_key_is_covered():
    """A field that decides nothing would have to be named here, with a reason."""
    # What mail has said already, and when somebody is to be asked to try a sheet.
    decides_nothing = {"proof", "warned_of", "tried_on"}
    for model in (PracticeKey, KeyHolder, NewKey):
        fields = {field.name for field in model._meta.concrete_fields} - decides_nothing
        assert fields == set(model.signed_fields)


@pytest.mark.parametrize("model", MODELS)
def test_whatever_is_taken_away_is_noticed(coordinator_client, model):
    holders.turn_over()
    which = {PracticeKey: {"is_current": False}, KeyHolder: {"sheet": "A"}, Grant: {}}
    model.objects.filter(**which[model]).first().delete()
    noticed(coordinator_client)


def test_a_key_that_became_somebody_elses_is_noticed(coordinator_client, deputy):
    KeyHolder.objects.filter(user=deputy.user).update(user=factories.make_user("coordinator"))
    noticed(coordinator_client)


def test_two_sheets_that_changed_places_are_noticed(coordinator_client):
    a, b = (KeyHolder.objects.get(sheet=label) for label in "AB")
    KeyHolder.objects.filter(pk=a.pk).update(sheet="C")
    KeyHolder.objects.filter(pk=b.pk).update(sheet="A")
    KeyHolder.objects.filter(pk=a.pk).update(sheet="B")
    noticed(coordinator_client)


def test_a_destroyed_key_that_came_back_is_noticed(coordinator_client):
    holders.turn_over()
    proof = PracticeKey.objects.get(is_current=False).proof
    retention.destroy_unused_keys(timezone.localdate())
    former = PracticeKey.objects.get(is_current=False)
    assert former.destroyed_on
    PracticeKey.objects.filter(pk=former.pk).update(destroyed_on=None, proof=proof)
    noticed(coordinator_client)


def test_a_key_put_back_opens_nothing_that_it_closed(coordinator_client):
    inquiry = factories.make_inquiry()
    own = holders.private_key_of(KeyHolder.objects.of(coordinator_client.user), SENTENCE)
    seal_context = SealContext(sealed.CONTENT, inquiry.pk)
    assert Room(own).open(inquiry.content, seal_context)
    holders.turn_over()
    PracticeKey.objects.filter(is_current=False).update(takes_inquiries=False)
    with pytest.raises(CannotOpen, match="outside this page"):
        Room(own).open(inquiry.content, seal_context)


def last_about_keys():
    return RoomEvent.objects.about_keys()


def delete_the_entry():
    RoomEvent.objects.filter(pk=last_about_keys().pk).delete()


def write_the_roll_anew():
    RoomEvent.objects.filter(pk=last_about_keys().pk).update(
        roll=RoomEvent.objects.exclude(roll="").order_by("generation").first().roll
    )


def put_an_older_entry_behind():
    """A true one, with the highest number of all, where it never stood."""
    first = RoomEvent.objects.exclude(roll="").order_by("generation").first()
    RoomEvent.objects.filter(pk=first.pk).delete()
    first.pk = None
    first.save(force_insert=True)


def take_generations_away():
    RoomEvent.objects.filter(pk__gte=last_about_keys().pk).update(generation=None)


@pytest.mark.parametrize(
    "harm",
    [
        delete_the_entry,
        write_the_roll_anew,
        put_an_older_entry_behind,
        take_generations_away,
    ],
)
@pytest.mark.parametrize("with_old_keys", [True, False])
def test_the_log_cannot_be_made_to_agree_with_old_keys(
    coordinator_client, deputy, harm, with_old_keys
):
    old = Old(deputy)
    forget_and_wait(deputy, NEW)
    RoomEvent.objects.note(RoomEvent.Kind.LOCKED, coordinator_client.user)
    if with_old_keys:
        old.copy.put_all_back()
    harm()
    assert not roll.look().holds
    assert RoomEvent.objects.first_broken() is not None


def stopped(coordinator_client, deputy):
    """Its owner knows the passphrase, and nobody was told a second time."""
    forget(deputy, NEW)
    row = NewKey.objects.get()
    coordinator_client.post(f"{ROOM}forgotten/{row.pk}/stop/")
    return row


def made_again(coordinator_client, deputy):
    make_recovery_code(coordinator_client, "A")
    row = NewKey.objects.get()
    make_recovery_code(coordinator_client, "A")
    NewKey.objects.all().delete()
    roll.record()
    return row


def proven_before(coordinator_client, deputy):
    """A paper that somebody has seen, of a sheet that was taken out since."""
    code = make_recovery_code(coordinator_client, "A")
    row = NewKey.objects.get()
    prove(coordinator_client, "A", code)
    coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE})
    return row


@pytest.mark.parametrize("past", [stopped, made_again, proven_before])
def test_a_new_key_put_back_is_noticed_and_never_counts(
    coordinator_client, deputy, past, monkeypatch
):
    row = past(coordinator_client, deputy)
    Message.objects.all().delete()
    assert roll.look().holds
    NewKey.objects.bulk_create([row])
    noticed(coordinator_client)
    forgetting.run_due(timezone.now() + 2 * forgetting.A_DAY)
    assert unlock(deputy, OTHER).status_code == 302
    with pytest.raises(roll.NotOurs):
        holders.bring_in(row)
    text = vouch(monkeypatch, coordinator_client.codes["B"], "yes", sheet="B")
    assert "to be made once more" in text
    assert not NewKey.objects.exists()
    assert roll.look().holds


def test_a_new_key_taken_away_is_noticed(coordinator_client, deputy):
    forget(deputy, NEW)
    NewKey.objects.all().delete()
    noticed(coordinator_client)


def test_a_log_cut_off_and_old_keys_show_by_the_digest_that_was_noted(
    coordinator_client, deputy, capsys
):
    """Everything put back as it was, the log included, agrees with itself."""
    copy, before = Copy(), last_about_keys().pk
    last_then = RoomEvent.objects.order_by("-pk").first().pk
    forget_and_wait(deputy, NEW)
    noted = RoomEvent.objects.order_by("-pk").first().digest
    call_command("verify_room_log", noted)
    RoomEvent.objects.filter(pk__gt=last_then).delete()
    copy.put_all_back()
    assert last_about_keys().pk == before
    assert roll.look().holds
    call_command("verify_room_log")
    with pytest.raises(CommandError, match="older than your note"):
        call_command("verify_room_log", noted)


def test_generations_only_grow(coordinator_client, deputy):
    first = last_about_keys().generation
    for number in range(1, 4):
        holders.turn_over()
        assert last_about_keys().generation == first + number
    events = RoomEvent.objects.exclude(generation=None).order_by("pk")
    numbers = list(events.values_list("generation", flat=True))
    assert numbers == sorted(numbers)
    assert RoomEvent.objects.first_broken() is None


def test_a_change_that_fails_changes_nothing(coordinator_client):
    before = Copy().text, RoomEvent.objects.count()

    def fail():
        with roll.changing():
            holders.turn_over()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (Copy().text, RoomEvent.objects.count()) == before
    assert roll.look().holds


def test_whoever_waits_raises_no_alarm_and_a_planted_one_does(coordinator_client):
    third = signed_in()
    choose(third, OTHER)
    assert roll.look().holds
    planted_holder()
    noticed(coordinator_client)


def test_proofs_are_renewed_with_todays_secret_when_keys_change(coordinator_client, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one, of fifty characters and some more of them"
    holders.turn_over()
    settings.SECRET_KEY_FALLBACKS = []
    assert roll.look().holds


def test_notes_go_on_while_another_key_is_wrong(coordinator_client):
    """What is closed with the practice's own key is closed for the practice."""
    KeyHolder.objects.filter(sheet="A").update(wrapped=b"")
    key = sealed.close({"words": "evenings"}, sealed.ENTRY, "1")[1]
    assert key == PracticeKey.objects.current()
    unlock(coordinator_client)


@pytest.mark.parametrize("address", ["/admin/", ROOM, "/admin/intake/inquiry/"])
def test_a_page_looks_at_the_keys_once_and_the_next_page_anew(
    coordinator_client, monkeypatch, address
):
    unlock(coordinator_client)
    factories.make_inquiry()
    looks, look = [], roll.look
    monkeypatch.setattr(roll, "look", lambda: looks.append(address) or look())
    for number in (1, 2):
        assert coordinator_client.get(address).status_code == 200
        assert len(looks) == number
