import socket

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from practice_site.caches import fault
from practice_site.forks import start, stop
from practice_site.front_door import inherited
from practice_site.readiness import is_missing
from practice_site.supervisor import GivenUp, run_of, supervise


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
        listener = inherited_listener()
        if listener:
            host, port = listener.getsockname()[:2]
        else:
            refuse_taken_port(host, port)
        if prepare or demo:
            prepare_apart(*(["--demo"] if demo else []))
        refuse_missing_files()
        refuse_dead_cache()
        logins = logins_to_print() if demo else None
        connections.close_all()
        try:
            supervise(
                host,
                port,
                listener=listener,
                no_worker=no_worker,
                reload=settings.DEBUG,
                logins=logins,
            )
        except GivenUp as given_up:
            raise CommandError(str(given_up)) from None


def prepare_apart(*options):
    """In a process of its own, whose memory is given back: all that runs later begins with what this one holds."""
    child = start("prepare", run_of("prepare", *options))
    try:
        child.join()
    finally:
        stop([child])
    if child.exitcode:
        raise CommandError("The site could not be made ready.", returncode=child.exitcode)


def logins_to_print():
    from practice_site.demo.logins import PASSWORD, usable_logins

    logins = usable_logins()
    return f"{', '.join(logins)} (password: {PASSWORD})" if logins else None


def refuse_missing_files():
    if not settings.IS_LOOPBACK and is_missing(staticfiles_storage):
        raise CommandError(
            "The static files are not collected, and every page would fail. Run manage.py "
            "collectstatic --noinput, and start again."
        )


def refuse_dead_cache():
    if sentence := fault(caches["default"]):
        raise CommandError(f"{sentence} Start it, or unset CACHE_URL: nothing needs it.")


def inherited_listener():
    try:
        return inherited.listener()
    except ValueError as error:
        raise CommandError(str(error)) from None


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
