"""After a restore on another machine, mail goes out under the key that the worker there has."""

import pytest
from django.core.management import CommandError, call_command

from outbox import key_file
from outbox.models import MailKey, Message
from outbox.troubles import troubles
from tests import factories
from tests.practice_site.backups import (  # noqa: F401  two are fixtures
    back_up,
    everything,
    fill,
    media,
    practice,
    restore,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(tmp_path, settings):
    """Made on a machine whose key for mail is not here; one mail waited."""
    settings.MAIL_KEY_PATH = tmp_path / "old" / "mail_key"
    fill()
    Message.objects.write("kit@mail.example", "Then", "Words")
    path = back_up(tmp_path / "backups")
    settings.MAIL_KEY_PATH = tmp_path / "new" / "mail_key"
    return path


def has_none(settings):
    """The first mail, or the restore, makes one."""


def has_its_own(settings):
    key_file.make_file()


def has_an_older_one_of_that_site(settings):
    pair = key_file.make_file()
    MailKey.objects.create(id=pair.id, public=pair.public.raw)
    MailKey.objects.filter(id=pair.id).update(made_at="2020-01-01T00:00Z")
    return back_up(settings.MAIL_KEY_PATH.parent.parent / "newer")


@pytest.mark.parametrize("machine", [has_none, has_its_own, has_an_older_one_of_that_site])
def test_mail_written_afterwards_leaves(backup, settings, monkeypatch, mailbox, machine):
    text = restore(monkeypatch, machine(settings) or backup, replace=True)
    assert f"{settings.MAIL_KEY_PATH}" in text
    assert "cannot be sent" in text
    Message.objects.write("kit@mail.example", "Now", "Words")
    call_command("worker", once=True)
    assert [mail["Subject"] for mail in mailbox.messages] == ["Now"]


def test_mail_that_waited_under_a_lost_key_waits_and_is_said(backup, monkeypatch, mailbox):
    restore(monkeypatch, backup, replace=True)
    assert Message.objects.try_again() == 1
    call_command("worker", once=True)
    message = Message.objects.get()
    assert (message.state, message.attempts) == (Message.State.WAITING, 0)
    assert "1 email waits for the key of a host that is not known here" in " ".join(troubles())
    assert not mailbox.messages


def test_where_the_key_was_kept_nothing_is_lost(tmp_path, monkeypatch, mailbox):
    fill()
    Message.objects.write("kit@mail.example", "Then", "Words")
    before = list(MailKey.objects.values())
    text = restore(monkeypatch, back_up(tmp_path), replace=True)
    assert "cannot be sent" not in text
    assert list(MailKey.objects.values()) == before
    Message.objects.try_again()
    call_command("worker", once=True)
    assert [mail["Subject"] for mail in mailbox.messages] == ["Then"]


def test_a_site_that_never_wrote_mail_makes_its_key_with_the_first_mail(
    tmp_path, settings, monkeypatch
):
    settings.MAIL_KEY_PATH = tmp_path / "none"
    factories.open_intake()
    restore(monkeypatch, back_up(tmp_path), replace=True)
    assert not settings.MAIL_KEY_PATH.exists()
    assert (
        Message.objects.write("kit@mail.example", "Now", "Words").recipient_and_body()[1] == "Words"
    )


@pytest.mark.parametrize("harm", ["closed", "damaged", "no folder"])
def test_a_key_that_cannot_be_read_or_made_is_said_and_nothing_changes(
    backup, settings, monkeypatch, harm
):
    path = settings.MAIL_KEY_PATH
    if harm == "no folder":
        path.parent.write_text("in the way")
    else:
        key_file.make_file()
        path.write_text("no key")
    if harm == "closed":
        # Whoever runs the tests may be root, who can read everything.
        monkeypatch.setattr(type(path), "read_text", refuse_to_read(path, type(path).read_text))
    before = everything()
    with pytest.raises(CommandError, match=r"mail_key.*run this as the user that the worker"):
        restore(monkeypatch, backup, replace=True)
    assert everything() == before


def refuse_to_read(path, read_text):
    def read(self, *args, **kwargs):
        if self == path:
            raise PermissionError(13, "Permission denied", str(path))
        return read_text(self, *args, **kwargs)

    return read


def test_checking_makes_no_key(backup, settings, monkeypatch):
    restore(monkeypatch, backup, check=True)
    assert not settings.MAIL_KEY_PATH.parent.exists()
