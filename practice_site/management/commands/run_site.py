import os
import socket
import sys

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from practice_site.caches import fault
from practice_site.demo.logins import PASSWORD, usable_logins
from practice_site.readiness import is_missing


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
        arguments = ["--host", host, "--port", str(port)]
        if no_worker:
            arguments.append("--no-worker")
        if settings.DEBUG:
            arguments.append("--reload")
        if demo and (logins := usable_logins()):
            arguments += ["--logins", f"{', '.join(logins)} (password: {PASSWORD})"]
        become_supervisor(arguments)


def become_supervisor(arguments):
    """Never returns. It is the same process, so whoever started it goes on watching and ending it."""
    connections.close_all()
    # Nothing of ours is written any more.
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(settings.BASE_DIR)
    os.execv(sys.executable, [sys.executable, "-m", "practice_site.supervisor", *arguments])


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
