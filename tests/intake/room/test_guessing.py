"""Nothing behind “Keys” may be guessed at without end."""

import pytest

from intake.models import KeyHolder
from intake.room.forms import MOST_TRIES
from staff import throttle
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    set_up,
    signed_in,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
REFUSED = "Take another one than the password"
WAIT = "Too many tries"


def guess(client, sentence, page="passphrase"):
    """Sent with a slip, so that nothing is ever chosen."""
    said = {"old": SENTENCE, "new": sentence, "again": "a slip"}
    return text_of(client.post(f"{ROOM}{page}/", said))


@pytest.mark.parametrize("page", ["passphrase", "forgotten"])
def test_choosing_a_passphrase_tells_nobody_the_password(page):
    client = signed_in()
    if page == "forgotten":
        set_up(signed_in(), signed_in())
        choose(client)
        throttle.forget("room", client.user.pk)
    assert REFUSED in guess(client, factories.PASSWORD, page), "it would tell"
    for number in range(1, MOST_TRIES):
        assert WAIT not in guess(client, f"guess at the heron {number}", page)
    text = guess(client, factories.PASSWORD, page)
    assert WAIT in text
    assert REFUSED not in text
    assert KeyHolder.objects.filter(user=client.user).count() == (page == "forgotten")


def test_changing_a_passphrase_tells_nobody_the_password_either():
    client = signed_in()
    set_up(client, signed_in())
    for number in range(MOST_TRIES):
        guess(client, f"guess at the heron {number}")
    assert REFUSED not in guess(client, factories.PASSWORD)


def test_what_cannot_be_a_passphrase_is_no_try():
    client = signed_in()
    for _number in range(MOST_TRIES + 1):
        assert WAIT not in guess(client, "too short")


def test_guesses_at_the_old_passphrase_are_counted():
    client = signed_in()
    set_up(client, signed_in())
    said = {"new": OTHER, "again": OTHER}
    for _number in range(MOST_TRIES):
        client.post(f"{ROOM}passphrase/", said | {"old": "not this sentence"})
    assert WAIT in text_of(client.post(f"{ROOM}passphrase/", said | {"old": SENTENCE}))
    client.post(f"{ROOM}lock/")
    assert WAIT in text_of(unlock(client)), "one count for all that can be tried"


@pytest.mark.parametrize("page", ["prove", "use"])
def test_guesses_at_a_sheet_are_counted(page):
    client = signed_in()
    codes = set_up(client, signed_in())
    if page == "use":
        client = signed_in()
        choose(client, OTHER)
    for _number in range(MOST_TRIES):
        client.post(f"{ROOM}sheet/A/{page}/", {"code": codes["B"]})
    assert WAIT in text_of(client.post(f"{ROOM}sheet/A/{page}/", {"code": codes["A"]}))
