"""A backup is sealed, whole, and puts everything back but what was erased since."""

import io

import pytest
from django.core.management import CommandError, call_command

from intake import erasing
from intake.models import Inquiry, KeyHolder, NewKey, PracticeKey, RoomEvent, Tombstone
from intake.room import holders, recovery_codes, roll
from outbox.models import Message
from pictures.models import Image
from practice_site.backup.stream import SealedReader
from staff.models import User
from tests import factories
from tests.intake.sentinels import SECRETS, stands_in, tell_everything
from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    back_up,
    everything,
    fill,
    fill_pieces,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_everything_comes_back_as_it_was(tmp_path, monkeypatch):
    inquiry = fill()
    before, pictures = everything()
    assert pictures
    path = back_up(tmp_path)
    Inquiry.objects.all().delete()
    User.objects.update(name="Somebody else")
    Image.objects.get().file.delete(save=False)
    text = restore(monkeypatch, path, replace=True)
    assert "Restored." in text
    after, restored_pictures = everything()
    log = "intake.RoomEvent"
    assert after[log].startswith(before[log])
    assert {**after, log: ""} == {**before, log: ""}
    assert restored_pictures == pictures
    assert factories.told(Inquiry.objects.get()).name == "Rowan"
    assert Inquiry.objects.get() == inquiry
    call_command("verify_room_log", stdout=io.StringIO())


def test_new_rows_can_be_written_afterwards(tmp_path, monkeypatch):
    fill()
    restore(monkeypatch, back_up(tmp_path), replace=True)
    factories.make_article()
    factories.make_user("editor")


def test_a_passphrase_opens_it_too(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    assert "whole" in restore(
        monkeypatch, path, user="dana", secret=factories.PASSPHRASE, check=True
    )


def test_checking_writes_nothing(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    Inquiry.objects.all().delete()
    assert "intake.Inquiry: 1" in restore(monkeypatch, path, check=True)
    assert not Inquiry.objects.exists()


def test_what_was_erased_since_is_erased_again(tmp_path, monkeypatch):
    inquiry = fill()
    path = back_up(tmp_path)
    erasing.erase(Inquiry.objects.all())
    assert "are again: 1" in restore(monkeypatch, path, replace=True)
    assert not Inquiry.objects.exists()
    assert Tombstone.objects.get().inquiry_id == inquiry.pk
    assert RoomEvent.objects.first().kind == "restored"


def test_the_file_of_keys_alone_knows_what_was_erased(tmp_path, monkeypatch):
    """The database with the tombstones is gone; the newest file of keys still has them."""
    fill()
    path = back_up(tmp_path)
    erasing.erase(Inquiry.objects.all())
    back_up(tmp_path, only_keys=True)
    Tombstone.objects.all().delete()
    assert "are again: 1" in restore(monkeypatch, path, replace=True)
    assert not Inquiry.objects.exists()


def test_a_backup_of_a_destroyed_key_opens_for_nobody(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    holders.turn_over()
    erasing.erase(Inquiry.objects.all())
    old = PracticeKey.objects.get(is_current=False)
    with roll.changing():
        old.grants.all().delete()
        old.destroyed_on = old.made_on
        old.save()
    back_up(tmp_path, only_keys=True)
    with pytest.raises(CommandError, match="destroyed"):
        restore(monkeypatch, path, check=True)


def test_a_new_key_that_waited_is_left_out_and_nothing_is_strange(tmp_path, monkeypatch):
    fill()
    recovery_codes.make("B")
    restore(monkeypatch, back_up(tmp_path), replace=True)
    assert not NewKey.objects.exists()
    assert roll.look().holds


def test_the_newest_keys_open_an_older_backup(tmp_path, monkeypatch):
    """Turned over in between, and a passphrase changed."""
    fill()
    path = back_up(tmp_path)
    holders.turn_over()
    holder = KeyHolder.objects.get(user__username="dana")
    holders.change_passphrase(holder, factories.PASSPHRASE, "two mugs on the window sill")
    back_up(tmp_path, only_keys=True)
    secret = "two mugs on the window sill"
    assert "Restored" in restore(monkeypatch, path, user="dana", secret=secret, replace=True)
    assert factories.told(Inquiry.objects.get()).name == "Rowan"


def test_an_older_file_of_keys_counts_for_nothing_with_a_backup_of_its_own_day_either(
    tmp_path, monkeypatch
):
    """Whoever was taken out since would be in again, unseen."""
    fill()
    path = back_up(tmp_path)
    holders.turn_over()
    words = restore(monkeypatch, path, replace=True)
    assert "until manage.py vouch_for_keys has been run" in words
    assert not roll.look().holds
    assert not holders.form_is_open()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"secret": "wrong"}, "not the code"),
        ({"user": "nobody"}, "knows nothing of nobody"),
        ({"sheet": "B"}, "knows nothing of sheet B"),
        ({"check": False}, "--replace"),
    ],
)
def test_whoever_may_not_gets_a_sentence_and_nothing_changes(
    tmp_path, monkeypatch, options, message
):
    fill()
    path = back_up(tmp_path)
    before = everything()
    with pytest.raises(CommandError, match=message):
        restore(monkeypatch, path, **{"check": True, **options})
    assert everything() == before


@pytest.mark.parametrize("harm", ["cut", "flip", "swap", "head", "text"])
def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path, monkeypatch, harm):
    fill()
    fill_pieces()
    path = back_up(tmp_path)
    raw = path.read_bytes()
    assert len(raw) > 3 * 65552
    piece = 65552
    start = 29 + int.from_bytes(raw[25:29])
    path.write_bytes(
        {
            "cut": raw[: start + 2 * piece],
            "flip": raw[:-40] + bytes([raw[-40] ^ 1]) + raw[-39:],
            "swap": raw[:start]
            + raw[start + piece : start + 2 * piece]
            + raw[start : start + piece]
            + raw[start + 2 * piece :],
            "head": raw[:12],
            "text": b"not a backup",
        }[harm]
    )
    before, _files = everything()
    with pytest.raises(CommandError, match=r"backup|SECRET_KEY"):
        restore(monkeypatch, path, replace=True)
    assert everything()[0] == before


@pytest.mark.parametrize("text", ["", "{}", '{"format": 7}', "[]", '{"format": 1, "rows": "x"}'])
def test_a_broken_file_of_keys_is_refused(tmp_path, monkeypatch, text):
    fill()
    path = back_up(tmp_path)
    path.with_name("keys.json").write_text(text)
    with pytest.raises(CommandError, match="file of keys"):
        restore(monkeypatch, path, check=True)


def test_another_secret_key_is_pointed_out(tmp_path, monkeypatch, settings):
    fill()
    path = back_up(tmp_path)
    settings.SECRET_KEY = "another " * 8
    assert "SECRET_KEY is another one" in restore(monkeypatch, path, check=True)
    with pytest.raises(CommandError, match="another SECRET_KEY"):
        restore(monkeypatch, path, replace=True)
    told = restore(monkeypatch, path, replace=True, from_elsewhere=True)
    assert "vouch_for_keys" in told
    assert Inquiry.objects.exists()
    assert not holders.form_is_open(), "until somebody has looked at the keys"


def test_a_backup_that_somebody_else_made_is_not_restored(tmp_path, monkeypatch, settings):
    """Whoever has the public key and writes to the directory can close a file, and cannot prove it."""
    fill()
    ours, settings.SECRET_KEY = settings.SECRET_KEY, "somebody else's " * 4
    roll.record()
    path = back_up(tmp_path)
    settings.SECRET_KEY = ours
    with pytest.raises(CommandError, match="another SECRET_KEY"):
        restore(monkeypatch, path, replace=True)


def test_mail_that_waited_does_not_go_out_again(tmp_path, monkeypatch):
    fill()
    Message.objects.write("kit@mail.example", "Hello", "Words")
    path = back_up(tmp_path)
    restore(monkeypatch, path, replace=True)
    assert not Message.objects.due().exists()
    assert "may have been sent" in Message.objects.get().last_error


def test_a_key_holder_who_came_later_is_left_out(tmp_path, monkeypatch):
    fill()
    path = back_up(tmp_path)
    factories.make_key_holder(factories.make_user("coordinator", username="ruth"))
    back_up(tmp_path, only_keys=True)
    assert "ruth had a key" in restore(monkeypatch, path, replace=True)
    assert KeyHolder.objects.people().count() == 1


def test_a_backup_says_nothing_of_what_was_written(client, tmp_path, monkeypatch):
    """Neither as it lies there, nor to whoever opens it: the inquiries in it stay sealed."""
    story = tell_everything(client)
    path = back_up(tmp_path)
    pieces, take = [], SealedReader.take

    def take_and_keep(reader):
        pieces.append(take(reader))
        return pieces[-1]

    monkeypatch.setattr(SealedReader, "take", take_and_keep)
    assert "whole" in restore(monkeypatch, path, check=True)
    opened = b"".join(pieces)
    assert b"intake.inquiry" in opened
    for raw in [opened, path.read_bytes(), path.with_name("keys.json").read_bytes()]:
        assert stands_in(raw, story) == []
    assert len(story) > len(SECRETS)
