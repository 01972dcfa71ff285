"""Since when somebody's address is theirs, and who made it so."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from staff.models import ADDRESS_SETTLES
from tests.factories import make_user
from tests.staff.accounts import change
from tests.staff.signing_in import sign_in

pytestmark = pytest.mark.django_db


def test_an_address_that_nobody_changed_is_settled():
    ana = make_user(email="ana@practice.example")
    ana.name = "Ana Other"
    ana.save()
    ana.email = "ANA@practice.example"
    ana.save()
    assert ana.email_changed_at is None
    assert ana.email_is_settled()


def test_a_manager_is_kept_as_who_changed_it_and_it_settles_after_a_day(client):
    manager, ana = make_user("manager"), make_user("author")
    sign_in(client, manager)
    change(client, ana, email="ana@elsewhere.example")
    assert ana.email_changed_by == manager
    assert not ana.email_is_settled()
    changed = ana.email_changed_at
    assert not ana.email_is_settled(changed + ADDRESS_SETTLES - timedelta(seconds=1))
    assert ana.email_is_settled(changed + ADDRESS_SETTLES)
    change(client, ana, name="Ana Other")
    assert ana.email_changed_at == changed


def test_ones_own_change_is_settled_at_once(client):
    manager = make_user("manager")
    sign_in(client, manager)
    change(client, manager, email="me@elsewhere.example")
    assert manager.email == "me@elsewhere.example"
    assert manager.email_changed_by == manager
    assert manager.email_is_settled()


@pytest.mark.parametrize("update_fields", [None, ["email"]])
def test_a_change_by_nobody_knows_whom_settles_after_a_day(update_fields):
    ana = make_user()
    ana.email = "ana@elsewhere.example"
    ana.save(update_fields=update_fields)
    ana.refresh_from_db()
    assert ana.email_changed_at is not None
    assert ana.email_changed_by is None
    assert not ana.email_is_settled()
    with time_machine.travel(timezone.now() + ADDRESS_SETTLES):
        assert ana.email_is_settled()


def test_a_form_cannot_say_when_or_by_whom(client):
    manager, ana = make_user("manager"), make_user("author")
    sign_in(client, manager)
    change(
        client, ana, email="ana@elsewhere.example",
        email_changed_by=ana.pk, email_changed_at_0="2020-01-01", email_changed_at_1="10:00",
    )  # fmt: skip
    assert ana.email_changed_by == manager
    assert not ana.email_is_settled()


def test_whoever_changed_it_and_is_gone_leaves_it_unsettled():
    manager, ana = make_user("manager"), make_user()
    ana.saved_by, ana.email = manager, "ana@elsewhere.example"
    ana.save()
    manager.delete()
    ana.refresh_from_db()
    assert ana.email_changed_by is None
    assert not ana.email_is_settled()
