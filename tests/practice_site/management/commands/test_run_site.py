import os
import socket

import pytest
from django.core.management import CommandError, call_command

from practice_site import supervisor
from practice_site.demo.logins import PASSWORD
from practice_site.management.commands import run_site
from tests.mailbox import free_port


@pytest.fixture
def became(monkeypatch):
    """What the supervisor was told, if the command turned into it."""
    told = []

    def supervise(host, port, **about):
        told.append({"host": host, "port": port, **about})

    monkeypatch.setattr(run_site, "supervise", supervise)
    # A test keeps its connections.
    monkeypatch.setattr(run_site.connections, "close_all", lambda: told.append("closed"))
    return told


@pytest.mark.parametrize("debug", [False, True])
def test_when_all_is_ready_it_becomes_the_supervisor(became, settings, debug):
    settings.DEBUG = debug
    port = free_port()
    call_command("run_site", port=port, no_worker=True)
    told = {
        "host": "127.0.0.1", "port": port, "listener": None,
        "no_worker": True, "reload": debug, "logins": None,
    }  # fmt: skip
    # Two processes may not talk on one connection.
    assert became == ["closed", told]


def test_giving_up_is_an_error_with_a_sentence(monkeypatch, became):
    def give_up(*arguments, **about):
        raise supervisor.GivenUp("Everything stops.")

    monkeypatch.setattr(run_site, "supervise", give_up)
    with pytest.raises(CommandError, match=r"Everything stops\."):
        call_command("run_site", port=free_port())


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


@pytest.fixture
def commands(monkeypatch):
    """What was done in processes of their own; the number with which the next ones end is ``commands.code``."""
    done = Done()
    monkeypatch.setattr(run_site, "run_of", lambda *arguments: done.append(arguments) or done.end)
    return done


class Done(list):
    code = 0

    def end(self):
        os._exit(self.code)


@pytest.mark.parametrize(
    ("options", "prepares", "logins"),
    [
        ({"prepare": True}, [("prepare",)], None),
        ({"demo": True}, [("prepare", "--demo")], f"manager, editor (password: {PASSWORD})"),
        ({}, [], None),
    ],
)
def test_the_site_is_made_ready_first_where_that_is_asked(
    monkeypatch, became, commands, options, prepares, logins
):
    monkeypatch.setattr("practice_site.demo.logins.usable_logins", lambda: ["manager", "editor"])
    call_command("run_site", port=free_port(), **options)
    assert commands == prepares
    assert became[-1]["logins"] == logins


def test_what_cannot_be_made_ready_is_not_started(became, commands):
    commands.code = 3
    with pytest.raises(CommandError, match="could not be made ready") as raised:
        call_command("run_site", port=free_port(), prepare=True)
    assert raised.value.returncode == 3
    assert became == []


def test_taken_port_is_one_sentence(became):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
            call_command("run_site", port=port)
    assert not became
