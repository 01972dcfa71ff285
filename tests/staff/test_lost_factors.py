"""A manager takes lost factors away, on record, and only where a manager may."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.urls import reverse

from tests.factories import make_user
from tests.staff.signing_in import (
    DESK,
    LOGIN,
    give_app,
    sign_in,
    sign_in_with_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def save(client, person, **more):
    data = {"name": person.name, "email": person.email, "roles": person.roles, "is_active": "on"}
    return client.post(reverse("admin:staff_user_change", args=[person.pk]), data | more)


def test_a_manager_takes_lost_factors_away_and_it_is_on_record(client, manager):
    ana = make_user("coordinator")
    give_app(ana)
    session = client.__class__()
    sign_in_with_code(session, ana)
    page = client.get(reverse("admin:staff_user_change", args=[ana.pk])).content.decode()
    assert "turn off two-step verification" in page
    save(client, ana, _forget_factors="1")
    assert not Authenticator.objects.filter(user=ana).exists()
    assert session.get(DESK).headers["Location"].startswith(LOGIN)
    assert "Turned off two-step verification." in [
        entry.get_change_message() for entry in LogEntry.objects.filter(object_id=ana.pk)
    ]
    assert mail.outbox[0].to == [ana.email]
    assert "Dana Osei" in mail.outbox[0].body
    # The manager's own session goes on, and the person starts over.
    assert client.get(DESK).status_code == 200
    assert sign_in(session, ana).headers["Location"] == DESK


def test_saving_a_person_takes_nothing_away(client, manager):
    ana = make_user("author")
    give_app(ana)
    save(client, ana)
    assert Authenticator.objects.filter(user=ana).exists()
    assert mail.outbox == []


def test_whoever_leaves_keeps_no_factor(client, manager):
    ana = make_user("author")
    give_app(ana)
    save(client, ana, is_active="")
    assert not Authenticator.objects.filter(user=ana).exists()


@pytest.mark.parametrize("role", ["editor", "coordinator", "author"])
def test_nobody_else_takes_factors_away(client, role):
    client.force_login(make_user(role))
    ana = make_user("author")
    give_app(ana)
    assert save(client, ana, _forget_factors="1").status_code == 403
    assert Authenticator.objects.filter(user=ana).exists()


def test_only_a_superuser_takes_a_superusers_factors_away(client, manager):
    root = make_user(is_superuser=True)
    give_app(root)
    save(client, root, _forget_factors="1")
    assert Authenticator.objects.filter(user=root).exists()
    sign_in(client, make_user(is_superuser=True))
    save(client, root, is_superuser="on", _forget_factors="1")
    assert not Authenticator.objects.filter(user=root).exists()


def test_ones_own_factor_is_not_taken_away_there(client, manager):
    give_app(manager)
    sign_in_with_code(client, manager)
    save(client, manager, _forget_factors="1")
    assert Authenticator.objects.filter(user=manager).exists()
