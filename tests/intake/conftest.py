"""The desk of inquiries: one person with a key, or two with both recovery sheets.

Keys take a while to make. A file whose tests all begin with the same ones names ``desk_once`` or
``keys_once`` in its ``pytestmark``: then they are made once and found by each of its tests.
"""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client

from intake.models import KeyHolder
from intake.room import holders
from intake.room.unlocking import Room
from pages.models import Practice
from tests import factories
from tests.intake.coordinators import sign_in, unlock
from tests.intake.persons import CODE
from tests.intake.room.ceremony import set_up, signed_in


@pytest.fixture(scope="module")
def once(django_db_setup, django_db_blocker):
    """What a fixture of a whole file makes after asking for this is gone after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def desk_once(once):
    """The practice's coordinator, in a browser with the room locked, and in one with the room open."""
    factories.make_practice()
    locked, unlocked = Client(), Client()
    user = sign_in(locked, "coordinator")
    factories.make_key_holder(user)
    unlocked.force_login(user)
    unlock(unlocked)
    return user, locked, unlocked


@pytest.fixture(scope="module")
def keys_once(once):
    """The browsers of ``coordinator_client`` and ``deputy``."""
    factories.make_practice()
    deputy, first = signed_in(), signed_in()
    first.codes = set_up(first, deputy)
    return first, deputy


def the_same(client):
    """A browser of its own with the same session, as if nothing had been done in it yet."""
    again = Client()
    again.user, again.cookies = deepcopy(client.user), deepcopy(client.cookies)
    again.codes = dict(getattr(client, "codes", {}))
    return again


def made_once(request, name):
    return request.getfixturevalue(name) if name in request.fixturenames else None


@pytest.fixture
def practice(request, db):
    if {"desk_once", "keys_once"} & {*request.fixturenames}:
        return Practice.objects.get()
    return factories.make_practice()


@pytest.fixture
def coordinator(request, client, practice):
    """Signed in, with a key, and the room still locked."""
    if made := made_once(request, "desk_once"):
        client.cookies = deepcopy(made[1].cookies)
        return deepcopy(made[0])
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    return user


@pytest.fixture
def unlocked(request, client, coordinator):
    if made := made_once(request, "desk_once"):
        client.cookies = deepcopy(made[2].cookies)
    else:
        unlock(client)
    return coordinator


@pytest.fixture
def inquiry(practice):
    """Its person's page is ``persons.PAGE``."""
    return factories.make_inquiry(code=CODE)


@pytest.fixture
def room(practice):
    """Opened with a recovery sheet, by nobody in particular."""
    factories.open_intake()
    return Room(holders.private_key_of(KeyHolder.objects.get(sheet="A"), factories.RECOVERY_CODE))


@pytest.fixture
def deputy(request, practice):
    if made := made_once(request, "keys_once"):
        return the_same(made[1])
    return signed_in()


@pytest.fixture
def coordinator_client(request, deputy):
    """The browser of whoever set up the keys; ``coordinator_client.codes`` are those of the sheets."""
    if made := made_once(request, "keys_once"):
        return the_same(made[0])
    first = signed_in()
    first.codes = set_up(first, deputy)
    return first
