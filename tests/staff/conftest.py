import pytest
import time_machine

from tests.factories import make_user
from tests.staff.signing_in import sign_in


@pytest.fixture
def clock():
    """Stands still, so that a code stays the one of its half minute."""
    with time_machine.travel("2026-11-24T12:00:10Z", tick=False) as clock:
        yield clock


@pytest.fixture
def production(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def manager(client, db):
    """Has just signed in with the password: changing accounts wants to know who does it."""
    user = make_user("manager", name="Dana Osei")
    sign_in(client, user)
    return user
