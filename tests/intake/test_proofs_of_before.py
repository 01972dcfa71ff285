"""Proofs of the form before: checked and written anew by the migration, and worth nothing afterwards."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils.crypto import salted_hmac

from intake.models import KeyHolder, PracticeKey, RoomEvent
from intake.room import holders, roll
from outbox.models import MailKey
from tests import factories

pytestmark = pytest.mark.django_db
IN_INTAKE = import_module("intake.migrations.0018_prove_all_of_a_key")
IN_OUTBOX = import_module("outbox.migrations.0008_prove_all_of_a_mail_key")
FIFTY = "another one, of fifty characters and some more of them"


def old_proof(row, secret):
    text = f"{row._meta.label}|{row.pk}|{bytes(row.public).hex()}"
    return salted_hmac("outbox.vouching", text, secret=secret, algorithm="sha256").hexdigest()


def rows():
    return [*PracticeKey.objects.all(), *KeyHolder.objects.all()]


@pytest.fixture
def before(settings):
    """Keys as the version before has left them, with a log."""
    factories.make_practice()
    factories.make_key_holder(factories.make_user("coordinator"))
    holders.turn_over()
    RoomEvent.objects.all().delete()
    for number in range(3):
        RoomEvent.objects.note(RoomEvent.Kind.OPENED, number=number, about="somebody")
    write_old(settings.SECRET_KEY)


def write_old(secret):
    for row in rows():
        type(row).objects.filter(pk=row.pk).update(proof=old_proof(row, secret))


def test_an_old_proof_counts_for_nothing(before):
    assert len(holders.unsigned_keys()) == len(rows()) >= 4
    assert not holders.form_is_open()


def test_where_it_holds_the_new_one_is_written(before, capsys):
    IN_INTAKE.write_new(apps, None)
    assert roll.look().holds
    assert holders.form_is_open()
    assert RoomEvent.objects.first_broken() is None
    assert capsys.readouterr().out == ""


def test_one_of_an_earlier_secret_holds(before, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = FIFTY
    IN_INTAKE.write_new(apps, None)
    settings.SECRET_KEY_FALLBACKS = []
    assert all(row.is_signed for row in rows())


def test_where_it_does_not_hold_the_row_has_none_and_the_migration_says_so(before, capsys):
    planted = KeyHolder.objects.get(sheet="A")
    KeyHolder.objects.filter(pk=planted.pk).update(proof="0" * 64)
    IN_INTAKE.write_new(apps, None)
    assert holders.unsigned_keys() == [planted]
    assert KeyHolder.objects.get(sheet="A").proof == ""
    assert "vouch_for_keys" in capsys.readouterr().out


def test_under_another_secret_nothing_is_vouched_for(before, settings, capsys):
    settings.SECRET_KEY = FIFTY
    IN_INTAKE.write_new(apps, None)
    assert {row.proof for row in rows()} == {""}
    assert not holders.form_is_open()
    assert "vouch_for_keys" in capsys.readouterr().out


def test_the_way_back_leaves_what_the_version_before_reads(before, settings):
    IN_INTAKE.write_new(apps, None)
    holders.turn_over()
    RoomEvent.objects.note(RoomEvent.Kind.LOCKED, about="afterwards")
    IN_INTAKE.write_old(apps, None)
    for row in rows():
        assert row.proof == old_proof(row, settings.SECRET_KEY)
    assert not RoomEvent.objects.exclude(generation=None).exists()
    assert RoomEvent.objects.first_broken() is None
    IN_INTAKE.write_new(apps, None)
    assert roll.look().holds
    assert RoomEvent.objects.first_broken() is None


def test_the_way_back_blesses_nothing(before):
    IN_INTAKE.write_new(apps, None)
    KeyHolder.objects.filter(sheet="A").update(is_proven=False)
    RoomEvent.objects.order_by("pk").update(about="somebody else")
    IN_INTAKE.write_old(apps, None)
    assert KeyHolder.objects.get(sheet="A").proof == ""
    assert RoomEvent.objects.first_broken() is not None


def test_mail_keys_too(settings):
    row = MailKey(id=holders.new_key().id, public=b"\1" * 65)
    row.proof = old_proof(row, settings.SECRET_KEY)
    row.save(force_insert=True)
    assert not row.is_signed
    IN_OUTBOX.write_new(apps, None)
    row.refresh_from_db()
    assert row.is_signed
    IN_OUTBOX.write_old(apps, None)
    row.refresh_from_db()
    assert row.proof == old_proof(row, settings.SECRET_KEY)
