"""One small parent for the web server and the worker: starts again whichever of them dies, with growing
pauses, while the other goes on, and ends both when asked to. It imports nothing that is not Python's own:
``manage.py run_site`` turns into it when everything is ready, and what Django holds in memory is gone then.
"""

import argparse
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
# A request or a mail in flight may finish; then the rest is ended by force.
PATIENCE_SECONDS = 15
LOOK_SECONDS = 0.2
# Whatever ran for this long was well, and a new death is the first one again.
STEADY_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60
MOST_DEATHS = 6


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--no-worker", action="store_true")
    parser.add_argument("--reload", action="store_true", help="Django's server for developers")
    parser.add_argument("--logins", help="who can sign in, to print")
    try:
        supervise(**vars(parser.parse_args(arguments)))
    except GivenUp as given_up:
        sys.exit(str(given_up))


def supervise(
    host: str,
    port: int,
    *,
    no_worker: bool = False,
    reload: bool = False,
    logins: str | None = None,
) -> None:
    asked_to_stop = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: asked_to_stop.append(number))

    parts = [Part("web server", server(host, port, reload=reload))]
    if not no_worker:
        parts.append(Part("worker", worker()))
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


def complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def announce(host: str, port: int, logins: str | None) -> None:
    print(f"\nThe practice is at http://{host}:{port}/ (Ctrl-C ends it)", flush=True)
    if logins:
        print(f"Staff sign in at http://{host}:{port}/admin/ as\n  {logins}", flush=True)


class GivenUp(Exception):
    """Whoever supervises this process has to start everything anew."""


class Part:
    """A process that is kept running.

    The web server is given up after it died ``MOST_DEATHS`` times in a row: then whoever supervises this
    command gets an error and can start all of it anew. The worker never is: pages and the form go on
    without it, the mail waits in the database, and the desk says so.
    """

    def __init__(
        self, name: str, command: list[str], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name, self.command, self.clock = name, command, clock
        self.deaths = 0
        # None between its end and its next beginning
        self.child: subprocess.Popen | None = start(command)
        self.since = clock()
        self.due: float | None = None  # when to start it again

    def look_after(self, say: Callable[[str], object]) -> None:
        now = self.clock()
        if self.due is not None:
            if now >= self.due:
                self.begin(now, say)
            return
        if self.child is None or (code := self.child.poll()) is None:
            return
        # What it has started itself would hold the port, or the mail.
        stop([self.child])
        self.child = None  # its number may soon be somebody else's
        self.wait(now, say, f"The {self.name} ended by itself with {code}.", code)

    def begin(self, now: float, say: Callable[[str], object]) -> None:
        try:
            self.child, self.since, self.due = start(self.command), now, None
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


def server(host: str, port: int, *, reload: bool = False) -> list[str]:
    if reload:
        return [sys.executable, "manage.py", "runserver", f"{host}:{port}", "--skip-checks"]
    return [sys.executable, "-m", "practice_site.front_door", "--host", host, "--port", str(port)]


def worker() -> list[str]:
    return [sys.executable, "manage.py", "worker"]


def start(command: list[str]) -> subprocess.Popen:
    # A session of its own: Ctrl-C in the terminal reaches only the parent, which then asks
    # each child once.
    return subprocess.Popen(
        command,
        cwd=BASE_DIR,
        start_new_session=True,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )


def end_with_parent() -> None:
    """Ask the kernel for SIGTERM when the parent is killed and cannot pass anything on."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def answers(host: str, port: int) -> bool:
    # Any answer will do, a redirect to https included.
    try:
        with socket.create_connection((host, port), timeout=1) as connection:
            connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return bool(connection.recv(1))
    except OSError:
        return False


def stop(children: Iterable[subprocess.Popen]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0, deadline - time.monotonic()))
        # Whatever a child has started itself goes with it.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


if __name__ == "__main__":
    main()
