"""One parent for the web server and the worker: ends both when asked to, or when one of them dies."""

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
from django.core.management.base import BaseCommand, CommandError

from practice_site.demo.logins import PASSWORD, usable_logins

# A request or a mail in flight may finish; then the rest is ended by force.
PATIENCE_SECONDS = 15


class Command(BaseCommand):
    help = "Runs the web server and the worker until interrupted."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-worker", action="store_true", help="another host runs the worker")
        parser.add_argument("--show-logins", action="store_true", help="print the demo logins")

    def handle(self, *, host, port, no_worker, show_logins, **options):
        refuse_taken_port(host, port)
        asked_to_stop = []
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, frame: asked_to_stop.append(number))

        children = {"web server": start(server(host, port))}
        if not no_worker:
            children["worker"] = start(worker())
        try:
            announced = False
            while not asked_to_stop:
                for name, child in children.items():
                    if child.poll() is not None:
                        raise CommandError(f"The {name} ended by itself, so everything stops.")
                if not announced and answers(host, port):
                    self.announce(host, port, show_logins)
                    announced = True
                time.sleep(0.2)
        finally:
            stop(children.values())

    def announce(self, host, port, show_logins):
        self.stdout.write(f"\nThe practice is at http://{host}:{port}/ (Ctrl-C ends it)")
        logins = usable_logins() if show_logins else []
        if logins:
            self.stdout.write(f"Staff sign in at http://{host}:{port}/admin/ as")
            self.stdout.write(f"  {', '.join(logins)} (password: {PASSWORD})")
        self.stdout.flush()


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
