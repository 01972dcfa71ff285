"""The desk of inquiries: one person with a key, or two with both recovery sheets."""

import pytest

from intake.models import KeyHolder
from intake.room import holders
from intake.room.unlocking import Room
from tests import factories
from tests.intake.coordinators import sign_in, unlock
from tests.intake.persons import CODE
from tests.intake.room.ceremony import set_up, signed_in


@pytest.fixture
def coordinator(client, practice):
    """Signed in, with a key, and the room still locked."""
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    return user


@pytest.fixture
def unlocked(client, coordinator):
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
def deputy(practice):
    return signed_in()


@pytest.fixture
def coordinator_client(deputy):
    """The browser of whoever set up the keys; ``coordinator_client.codes`` are those of the sheets."""
    first = signed_in()
    first.codes = set_up(first, deputy)
    return first
