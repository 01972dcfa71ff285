"""Starts the web server: ``python -m practice_site.front_door --host 127.0.0.1 --port 8000``."""

import argparse
import os
import resource

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

# Whoever connects says what they want within this time, and after each answer again.
HEAD_SECONDS = 10
# The longest head, and what is kept of each connection.
HEAD_BYTES = 32 * 1024
STOP_SECONDS = 10
# Files, database connections and the like, beside the visitors' connections.
OTHER_FILES = 200
MOST_CONNECTIONS = 4096


def serve(host: str, port: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "practice_site.settings")
    from django.conf import settings

    Granian(
        "practice_site.front_door.application:app",
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
        backpressure=min(MOST_CONNECTIONS, open_files() - OTHER_FILES),
        log_level=LogLevels.warning,
    ).serve()


def open_files() -> int:
    """As many as this process may have; the usual 1024 is few for connections that only wait."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OTHER_FILES
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    if allowed > now != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return allowed


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    serve(**vars(parser.parse_args()))
