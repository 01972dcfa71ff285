from datetime import date, timedelta

import pytest
from django.utils import timezone

from intake import erasing
from intake.documents import entries
from intake.jobs import retention
from intake.models import Entry, Inquiry, PracticeKey, Tombstone
from intake.room import holders, roll
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
TODAY = date(2026, 11, 24)


def closed(days_ago, because="referred", handed_over_on=None, **fields):
    inquiry = factories.make_inquiry(**fields)
    inquiry.close(because)
    inquiry.closed_on = TODAY - timedelta(days=days_ago)
    inquiry.handed_over_on = handed_over_on
    inquiry.save()
    return inquiry


def test_what_never_became_a_client_goes_after_twelve_months():
    old, young = closed(370), closed(360)
    open_one = factories.make_inquiry(received_at=timezone.now() - timedelta(days=800))
    assert retention.erase_due(TODAY) == 1
    assert set(Inquiry.objects.all()) == {young, open_one}
    assert Tombstone.objects.get().inquiry_id == old.pk


def test_the_practice_decides_how_long(practice):
    practice.keeps_inquiries_months = 3
    practice.save()
    closed(100)
    assert retention.erase_due(TODAY) == 1


def test_a_clients_goes_thirty_days_after_it_was_handed_over_and_not_before():
    closed(500, because="client")
    closed(500, because="client", handed_over_on=TODAY - timedelta(days=29))
    gone = closed(40, because="client", handed_over_on=TODAY - timedelta(days=30))
    assert retention.erase_due(TODAY) == 1
    assert not Inquiry.objects.filter(pk=gone.pk).exists()


def test_a_legal_hold_keeps_it():
    closed(900, is_held=True)
    assert retention.erase_due(TODAY) == 0


def test_what_an_older_backup_brings_back_is_erased_again():
    inquiry = closed(400)
    copy = Inquiry.objects.get()
    retention.erase_due(TODAY)
    copy.save(force_insert=True)
    assert erasing.replay() == 1
    assert not Inquiry.objects.filter(pk=inquiry.pk).exists()


def test_a_new_quarter_has_a_new_key():
    factories.open_intake()
    with roll.changing():
        PracticeKey.objects.update(made_on=date(2026, 9, 30))
    retention.turn_over_quarterly(date(2026, 9, 30))
    assert PracticeKey.objects.count() == 1
    retention.turn_over_quarterly(date(2026, 10, 1))
    assert PracticeKey.objects.count() == 2
    assert holders.form_is_open()


def test_a_key_is_destroyed_once_nothing_is_sealed_to_it():
    inquiry = factories.make_inquiry()
    old = inquiry.practice_key
    holders.turn_over()
    retention.destroy_unused_keys(TODAY)
    old.refresh_from_db()
    assert old.grants.exists()
    entries.write(inquiry, Entry.Kind.NOTE, "Sealed to the new one")
    Inquiry.objects.all().erase()
    retention.destroy_unused_keys(TODAY)
    old.refresh_from_db()
    assert (old.destroyed_on, old.grants.count()) == (TODAY, 0)
    assert PracticeKey.objects.current().grants.exists()
