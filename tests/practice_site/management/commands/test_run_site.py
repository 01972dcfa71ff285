import socket

import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command

from practice_site import supervisor
from practice_site.demo.logins import PASSWORD
from practice_site.management.commands import run_site
from tests.mailbox import free_port


class Became(Exception):
    """Nothing runs after it."""


@pytest.fixture
def became(monkeypatch):
    """What the supervisor was told, if the command turned into it."""
    told = []

    def execute(program, arguments):
        assert arguments[:3] == [program, "-m", supervisor.__name__]
        supervisor.main(arguments[3:])
        raise Became

    monkeypatch.setattr(run_site.os, "execv", execute)
    monkeypatch.setattr(run_site.os, "chdir", told.append)
    # A test keeps its connections.
    monkeypatch.setattr(run_site.connections, "close_all", lambda: None)
    monkeypatch.setattr(supervisor, "supervise", lambda **about: told.append(about))
    return told


def run(**options):
    with pytest.raises(Became):
        call_command("run_site", **options)


@pytest.mark.parametrize("debug", [False, True])
def test_when_all_is_ready_it_becomes_the_supervisor(became, settings, debug):
    settings.DEBUG = debug
    port = free_port()
    run(port=port, no_worker=True)
    told = {"host": "127.0.0.1", "port": port, "no_worker": True, "reload": debug, "logins": None}
    assert became == [site.BASE_DIR, told]


def test_a_cache_that_does_not_answer_stops_the_start_with_a_sentence(became, settings):
    location = f"redis://127.0.0.1:{free_port()}"
    backend = {"BACKEND": "practice_site.caches.ForgivingRedis", "LOCATION": location}
    settings.CACHES = {"default": backend}
    with pytest.raises(CommandError, match=r"does not answer .* Start it, or unset CACHE_URL"):
        call_command("run_site", port=free_port())
    assert became == []


def test_a_public_site_does_not_start_without_its_static_files(became, settings, tmp_path):
    settings.IS_LOOPBACK, settings.STATIC_ROOT = False, tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    with pytest.raises(CommandError, match=r"Run manage\.py collectstatic"):
        call_command("run_site", port=free_port())
    assert became == []


@pytest.mark.parametrize(
    ("options", "prepares", "logins"),
    [
        ({"prepare": True}, [False], None),
        ({"demo": True}, [True], f"manager, editor (password: {PASSWORD})"),
        ({}, [], None),
    ],
)
def test_the_site_is_made_ready_first_where_that_is_asked(
    monkeypatch, became, options, prepares, logins
):
    done = []

    def prepare(name, *, demo, skip_checks, stdout):
        assert (name, skip_checks, became) == ("prepare", False, [])
        done.append(demo)

    monkeypatch.setattr(run_site, "call_command", prepare)
    monkeypatch.setattr(run_site, "usable_logins", lambda: ["manager", "editor"])
    run(port=free_port(), **options)
    assert done == prepares
    assert became[-1]["logins"] == logins


def test_taken_port_is_one_sentence(became):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
            call_command("run_site", port=port)
    assert not became
