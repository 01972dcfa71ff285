import ipaddress
import socket

import pytest
from django.core.cache import cache
from hypothesis import settings

from intake.room import passphrases
from tests.factories import make_practice, make_user
from tests.mailbox import Mailbox

# By itself hypothesis fails a test that takes 200 milliseconds, which says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Whole days at the desk and at the form: of the browser's tests these run on each database.
DAYS = {
    "test_get_started",
    "test_keeping",
    "test_monday",
    "test_reviewing",
    "test_room",
    "test_story",
}


def pytest_collection_modifyitems(items):
    """``-m database``: what a second kind of database can change."""
    for item in items:
        asks = item.get_closest_marker("django_db") or {"db", "transactional_db"} & {
            *item.fixturenames
        }
        if asks or item.path.stem in DAYS:
            item.add_marker("database")


@pytest.fixture(autouse=True, scope="session")
def only_loopback_is_reachable():
    """A test that reaches for another machine fails, whoever asked: our code or a package."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", local_names_only(socket.getaddrinfo))
        yield


def guarded(connect):
    def connect_to_loopback(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise ReachedOut(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    return connect_to_loopback


def local_names_only(getaddrinfo):
    def look_up(host, *args, **kwargs):
        if host and not is_loopback(host):
            raise ReachedOut(f"A test tried to look up {host}.")
        return getaddrinfo(host, *args, **kwargs)

    return look_up


def is_loopback(host):
    host = host.decode() if isinstance(host, bytes) else host
    if host in ("localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class ReachedOut(AssertionError):
    # Not an OSError: code that retries after network trouble must not swallow it.
    pass


@pytest.fixture(autouse=True)
def nothing_remembered():
    """In random order, what one test left in the cache would be another one's surprise."""
    cache.clear()


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch):
    """Many tests unlock; what it really costs is tests/intake/room/test_passphrases.py's business."""
    monkeypatch.setattr(passphrases, "MEBIBYTES", 1)
    monkeypatch.setattr(passphrases, "PASSES", 1)


@pytest.fixture
def mailbox(settings):
    """A real SMTP server; its ``messages`` are what arrived, its ``answer`` what it says to mail."""
    with Mailbox() as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = box.host, box.port
        yield box


@pytest.fixture
def practice(db):
    return make_practice()


@pytest.fixture
def editor(client, db):
    """Signed in at the desk; ``editor.user`` is who."""
    client.user = make_user("editor", name="Edda Quill")
    client.force_login(client.user)
    return client
