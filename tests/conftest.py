import gc
import ipaddress
import socket
import sys

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate
from django.template import Template
from django.template.response import SimpleTemplateResponse
from django.test.signals import template_rendered
from hypothesis import settings

from intake.room import passphrases
from staff.role_groups import sync_roles
from tests import migrated
from tests.factories import make_practice, make_user
from tests.mailbox import Mailbox

gc.disable()  # until all tests are read: see pytest_collection_finish

# By itself hypothesis fails a test that takes 200 milliseconds, which says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Whole days at the desk and at the form: of the browser's tests these run on each database.
DAYS = {
    "test_get_started",
    "test_autosave",
    "test_monday",
    "test_reviewing",
    "test_room",
    "test_story",
}

WIDGETS = ("django/forms/", "admin/widgets/", "widgets/")


def pytest_collection_modifyitems(items):
    """``-m database``: what a second kind of database can change."""
    for item in items:
        asks = item.get_closest_marker("django_db") or {"db", "transactional_db"} & {
            *item.fixturenames
        }
        if asks or item.path.stem in DAYS:
            item.add_marker("database")


def pytest_collection_finish():
    """What is here by now stays until the end, so the garbage collector need not look at it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)
    gc.enable()


def with_a_large_frame(call, **arguments):
    """Python lays the frames of calls into pieces of 16 kilobytes, and at the end of a piece each call asks
    the system for the next one and each return gives it back: a quarter of the time of a page. What is
    called from a frame of a megabyte finds room behind it."""
    return call(**arguments)


with_a_large_frame.__code__ = with_a_large_frame.__code__.replace(co_stacksize=1 << 17)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    """Runs all tests as whoever else implements it does, from a large frame."""
    others = session.config.pluginmanager.subset_hook_caller(
        "pytest_runtestloop", [sys.modules[__name__]]
    )
    return with_a_large_frame(others, session=session)


@pytest.fixture(autouse=True, scope="session")
def pages_are_kept_to_look_at(django_test_environment):
    """Django copies the context of all that is drawn; of a page's hundreds of widgets nobody looks at one."""

    def render(self, context):
        if not (self.name or "").startswith(WIDGETS):
            template_rendered.send(sender=self, template=self, context=context)
        return self.nodelist.render(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", render)
        yield


@pytest.fixture(scope="session")
def migrated_file(pytestconfig):
    """What ``tests.migrated`` keeps; None on PostgreSQL, and where pytest keeps nothing."""
    cache = getattr(pytestconfig, "cache", None)
    if cache is None or connection.vendor != "sqlite":
        return None
    return migrated.kept_file(cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings, migrated_file):
    if migrated_file is None:
        return django_db_keepdb
    migrated.take(migrated_file, connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, migrated_file):
    """The roles are there from the start, and again after a test that emptied the database."""
    with django_db_blocker.unblock():
        if not connection.introspection.table_names():
            return  # no test of this run asks for a database, so none was made
        if migrated_file:
            migrated.keep(migrated_file, connection.settings_dict["NAME"])
        sync_roles()
        if connection.vendor == "postgresql":
            type(connection.ops).sql_flush = rows_away
    post_migrate.connect(roles_again, sender=apps.get_app_config("staff"))


def rows_away(operations, style, tables, **kwargs):
    """TRUNCATE makes every table's files anew, and that takes seconds where it waits for a disk."""
    return [f"DELETE FROM {operations.quote_name(table)};" for table in tables]


def roles_again(**kwargs):
    if "plan" not in kwargs:  # what flush sends; migrate says what it did
        sync_roles()


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


@pytest.fixture(autouse=True, scope="session")
def cheap_passphrases():
    """Many tests unlock; what it really costs is tests/intake/room/test_passphrases.py's business."""
    cheap = {"MEBIBYTES": 1, "PASSES": 1, "LANES": 1}  # each lane is a thread
    real = {name: getattr(passphrases, name) for name in cheap}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in cheap.items():
            patch.setattr(passphrases, name, value)
        yield real


@pytest.fixture
def real_passphrases(cheap_passphrases, monkeypatch):
    """For what was wrapped by another process, as a site does it: how many lanes is not written there."""
    for name, value in cheap_passphrases.items():
        monkeypatch.setattr(passphrases, name, value)


@pytest.fixture
def undrawn(monkeypatch):
    """Pages answer without being drawn: for a test that walks hundreds of them and looks at none."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")


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
