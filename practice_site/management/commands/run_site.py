"""One parent for the web server and the worker: starts again whichever of them dies, with growing pauses,
while the other goes on, and ends both when asked to."""

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from practice_site.caches import fault
from practice_site.demo.logins import PASSWORD, usable_logins
from practice_site.readiness import is_missing

# A request or a mail in flight may finish; then the rest is ended by force.
PATIENCE_SECONDS = 15
LOOK_SECONDS = 0.2
# Whatever ran for this long was well, and a new death is the first one again.
STEADY_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60
MOST_DEATHS = 6


class Command(BaseCommand):
    help = "Runs the web server and the worker until interrupted."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-worker", action="store_true", help="another host runs the worker")
        parser.add_argument(
            "--prepare", action="store_true", help="do first what manage.py prepare does"
        )
        parser.add_argument(
            "--demo", action="store_true", help="do what prepare --demo does, and print the logins"
        )

    def handle(self, *, host, port, no_worker, prepare, demo, **options):
        refuse_taken_port(host, port)
        if prepare or demo:
            call_command("prepare", demo=demo, skip_checks=False, stdout=self.stdout)
        refuse_missing_files()
        refuse_dead_cache()
        asked_to_stop = []
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, frame: asked_to_stop.append(number))

        parts = [Part("web server", server(host, port))]
        if not no_worker:
            parts.append(Part("worker", worker()))
        try:
            announced = False
            while not asked_to_stop:
                for part in parts:
                    part.look_after(self.stderr.write)
                if not announced and answers(host, port):
                    self.announce(host, port, usable_logins() if demo else [])
                    announced = True
                time.sleep(LOOK_SECONDS)
        finally:
            stop([part.child for part in parts if part.child])

    def announce(self, host, port, logins):
        self.stdout.write(f"\nThe practice is at http://{host}:{port}/ (Ctrl-C ends it)")
        if logins:
            self.stdout.write(f"Staff sign in at http://{host}:{port}/admin/ as")
            self.stdout.write(f"  {', '.join(logins)} (password: {PASSWORD})")
        self.stdout.flush()


class Part:
    """A process that is kept running.

    The web server is given up after it died ``MOST_DEATHS`` times in a row: then whoever supervises this
    command gets an error and can start all of it anew. The worker never is: pages and the form go on
    without it, the mail waits in the database, and the desk says so.
    """

    def __init__(self, name, command, *, clock=time.monotonic):
        self.name, self.command, self.clock = name, command, clock
        self.deaths = 0
        self.child = start(command)  # None between its end and its next beginning
        self.since = clock()
        self.due = None  # when to start it again

    def look_after(self, say):
        now = self.clock()
        if self.due is not None:
            if now >= self.due:
                self.begin(now, say)
            return
        code = self.child.poll()
        if code is None:
            return
        # What it has started itself would hold the port, or the mail.
        stop([self.child])
        self.child = None  # its number may soon be somebody else's
        self.wait(now, say, f"The {self.name} ended by itself with {code}.", code)

    def begin(self, now, say):
        try:
            self.child, self.since, self.due = start(self.command), now, None
        except OSError as error:
            # No memory or no process to be had just now: the other part goes on meanwhile.
            message = f"The {self.name} could not be started: {error.strerror}."
            self.wait(now, say, message, error.strerror)

    def wait(self, now, say, message, code):
        is_steady = self.due is None and now - self.since >= STEADY_SECONDS
        self.deaths = 1 if is_steady else self.deaths + 1
        if self.name == "web server" and self.deaths >= MOST_DEATHS:
            raise CommandError(
                f"The web server ended {self.deaths} times in a row, the last time with {code}, so "
                "everything stops."
            )
        pause = min(2 ** (self.deaths - 1), LONGEST_PAUSE_SECONDS)
        self.due = now + pause
        say(f"{message} It is started again in {pause} s.")


def refuse_missing_files():
    if not settings.IS_LOOPBACK and is_missing(staticfiles_storage):
        raise CommandError(
            "The static files are not collected, and every page would fail. Run manage.py "
            "collectstatic --noinput, and start again."
        )


def refuse_dead_cache():
    if sentence := fault(caches["default"]):
        raise CommandError(f"{sentence} Start it, or unset CACHE_URL: nothing needs it.")


def refuse_taken_port(host, port):
    with socket.socket() as probe:
        # The server may take a port whose last connections are still fading; so may we.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError:
            raise CommandError(f"{port} is not a port; choose one from 1024 to 65535.") from None
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). "
                f"Choose another one: PORT={max(port, 8000) + 1} make run"
            ) from None


def server(host, port):
    if settings.DEBUG:
        return [sys.executable, "manage.py", "runserver", f"{host}:{port}", "--skip-checks"]
    return [sys.executable, "-m", "practice_site.front_door", "--host", host, "--port", str(port)]


def worker():
    return [sys.executable, "manage.py", "worker"]


def start(command):
    # A session of its own: Ctrl-C in the terminal reaches only the parent, which then asks
    # each child once.
    return subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        start_new_session=True,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )


def end_with_parent():
    """Ask the kernel for SIGTERM when the parent is killed and cannot pass anything on."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def answers(host, port):
    # Any answer will do, a redirect to https included.
    connection = http.client.HTTPConnection(host, port, timeout=1)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()


def stop(children):
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
