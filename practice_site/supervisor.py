"""One parent for the web server and the worker: starts again whichever of them dies, with growing pauses, while
the other goes on, and ends both when asked to. ``manage.py run_site`` turns into it when everything is ready.

On Linux both are forks of it, so it is the one that loads the site's code, and does nothing else with it.
"""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from django.core.management import execute_from_command_line

from practice_site.forks import ENDING, start, stop
from practice_site.front_door.server import load, serve

BASE_DIR = Path(__file__).resolve().parent.parent
LOOK_SECONDS = 0.2
# Whatever ran for this long was well, and a new death is the first one again.
STEADY_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60
MOST_DEATHS = 6
# Elsewhere what the system itself has loaded may not be forked.
FORKS = sys.platform == "linux"


def supervise(
    host: str,
    port: int,
    *,
    no_worker: bool = False,
    listener: socket.socket | None = None,
    reload: bool = False,
    logins: str | None = None,
) -> None:
    """``listener``: a socket of that host and port that is there already."""
    asked_to_stop = []
    for number in ENDING:
        signal.signal(number, lambda number, frame: asked_to_stop.append(number))

    parts = [Part("web server", server(host, port, listener, reload=reload))]
    if not no_worker:
        parts.append(Part("worker", run_of("worker")))
    try:
        announced = False
        while not asked_to_stop:
            for part in parts:
                part.look_after(complain)
            if not announced and answers(host, port):
                announce(host, port, logins)
                announced = True
            time.sleep(LOOK_SECONDS)
    finally:
        stop([part.child for part in parts if part.child])


def server(
    host: str, port: int, listener: socket.socket | None = None, *, reload: bool = False
) -> Callable[[], object]:
    if reload:
        return partial(become, "manage.py", "runserver", f"{host}:{port}", "--skip-checks")
    if not FORKS:
        return partial(
            become, "-m", "practice_site.front_door", "--host", host, "--port", str(port)
        )
    load()
    return partial(serve, host, port, listener)


def run_of(*arguments: str) -> Callable[[], object]:
    """A command of manage.py, with its faults said as usual."""
    return partial(execute if FORKS else become, "manage.py", *arguments)


def execute(*arguments: str) -> None:
    execute_from_command_line(list(arguments))


def become(*arguments: str) -> None:
    """Another run of Python, which shares nothing with this one."""
    os.chdir(BASE_DIR)
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606  what runs is Python, with our own words


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def announce(host: str, port: int, logins: str | None) -> None:
    print(f"\nThe practice is at http://{host}:{port}/ (Ctrl-C ends it)", flush=True)
    if logins:
        print(f"Staff sign in at http://{host}:{port}/admin/ as\n  {logins}", flush=True)


def answers(host: str, port: int) -> bool:
    # Any answer will do, a redirect to https included.
    try:
        with socket.create_connection((host, port), timeout=1) as connection:
            connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return bool(connection.recv(1))
    except OSError:
        return False


class GivenUp(Exception):
    """Whoever supervises this process has to start everything anew."""


class Part:
    """A process that is kept running.

    The web server is given up after it died ``MOST_DEATHS`` times in a row: then whoever supervises this
    command gets an error and can start all of it anew. The worker never is: pages and the form go on
    without it, the mail waits in the database, and the desk says so.
    """

    def __init__(
        self, name: str, run: Callable[[], object], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name, self.run, self.clock = name, run, clock
        self.deaths = 0
        # None between its end and its next beginning
        self.child: BaseProcess | None = start(name, run)
        self.since = clock()
        self.due: float | None = None  # when to start it again

    def look_after(self, say: Callable[[str], object]) -> None:
        now = self.clock()
        if self.due is not None:
            if now >= self.due:
                self.begin(now, say)
            return
        if self.child is None or (code := self.child.exitcode) is None:
            return
        # What it has started itself would hold the port, or the mail.
        stop([self.child])
        self.child = None  # its number may soon be somebody else's
        self.wait(now, say, f"The {self.name} ended by itself with {code}.", code)

    def begin(self, now: float, say: Callable[[str], object]) -> None:
        try:
            self.child, self.since, self.due = start(self.name, self.run), now, None
        except OSError as error:
            # No memory or no process to be had just now: the other part goes on meanwhile.
            message = f"The {self.name} could not be started: {error.strerror}."
            self.wait(now, say, message, error.strerror)

    def wait(self, now: float, say: Callable[[str], object], message: str, code: object) -> None:
        is_steady = self.due is None and now - self.since >= STEADY_SECONDS
        self.deaths = 1 if is_steady else self.deaths + 1
        if self.name == "web server" and self.deaths >= MOST_DEATHS:
            raise GivenUp(
                f"The web server ended {self.deaths} times in a row, the last time with {code}, so "
                "everything stops."
            )
        pause = min(2 ** (self.deaths - 1), LONGEST_PAUSE_SECONDS)
        self.due = now + pause
        say(f"{message} It is started again in {pause} s.")
