"""The web server around the front door."""

import ctypes
import gc
import os
import resource
import signal
from contextlib import suppress
from importlib import import_module
from socket import socket
from typing import Any

from django.conf import settings
from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

APPLICATION = "practice_site.front_door.application:app"
# Of glibc's mallopt(3)
ARENA_MAX, MMAP_THRESHOLD = -8, -3
# Whoever connects says what they want within this time, and after each answer again.
HEAD_SECONDS = 10
# The longest head, and what is kept of each connection.
HEAD_BYTES = 32 * 1024
STOP_SECONDS = 10
# Files, database connections and the like, beside the visitors' connections.
OTHER_FILES = 200
MOST_CONNECTIONS = 4096


def load() -> None:
    """Before the web processes are forked, so that it is done once and what it has made stands in memory once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "practice_site.settings")
    share_memory_of_threads()
    import_module(APPLICATION.partition(":")[0])
    import_module(settings.ROOT_URLCONF)
    # Whoever looks for garbage writes to every object it looks at, and would get a copy of its page.
    gc.freeze()


def share_memory_of_threads() -> None:
    """The allocator of most Linux systems takes memory for each thread apart and gives little of it back. Only one
    thread of Python's runs at a time, so they need not be kept from waiting for each other."""
    with suppress(AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(ARENA_MAX, 2)
        # What is larger, like a feed, goes back whole. Without a word this bound would rise with the first of them.
        mallopt(MMAP_THRESHOLD, 128 * 1024)


class Server(MPServer):
    """Of visitors who come to a socket that is there already, or else to one that each web process makes."""

    listener: socket | None = None

    def _init_shared_socket(self) -> None:
        if self.listener is None:
            super()._init_shared_socket()
            return
        # As the package does where processes share one: it has no word for one that is there already.
        holder: Any = SocketHolder
        self._sso = None
        self._shd: Any = holder(os.dup(self.listener.fileno()), False, self.backlog)


def serve(host: str, port: int, listener: socket | None = None) -> None:
    load()
    os.register_at_fork(after_in_child=end_when_told)
    server = Server(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        websockets=False,
        # Without a second protocol there is nothing to guess at a connection that says nothing.
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEAD_SECONDS * 1000, max_buffer_size=HEAD_BYTES
        ),
        workers=settings.WEB_WORKERS,
        workers_kill_timeout=STOP_SECONDS,
        # One that is killed is started anew while the others go on; one that dies at once ends all of it.
        respawn_failed_workers=True,
        backpressure=min(MOST_CONNECTIONS, open_files() - OTHER_FILES),
        log_level=LogLevels.warning,
    )
    server.listener = listener
    server.serve()


def end_when_told() -> None:
    """A web process begins with its parent's way to hear signals, which does nothing in it, until it has its own."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def open_files() -> int:
    """As many as this process may have; the usual 1024 is few for connections that only wait."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OTHER_FILES
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    if allowed > now != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return allowed
