"""Somebody who is the only one with a key forgets it only where a sheet could take its place."""

import pytest

from intake.models import NewKey
from tests.intake.room.ceremony import (
    ROOM,
    choose,
    forget,
    make_recovery_code,
    prove,
    signed_in,
    text_of,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
NEW = "a new one after the old was lost"


def test_the_last_person_without_a_sheet_forgets_nothing():
    client = signed_in()
    choose(client)
    forget(client, NEW)
    assert not NewKey.objects.exists()
    assert unlock(client).status_code == 302
    assert "You are the last one" in text_of(client.get(f"{ROOM}forgotten/"))


def test_the_last_person_with_a_sheet_that_was_tried_may():
    client = signed_in()
    choose(client)
    code = make_recovery_code(client, "A")
    forget(client, NEW)
    mine = NewKey.objects.filter(user=client.user)
    assert not mine.exists(), "nobody knows whether it can be read"
    prove(client, "A", code)
    forget(client, NEW)
    assert mine.exists()
