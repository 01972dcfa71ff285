"""Django, behind the door: a few threads that get whole requests and give whole answers."""

import sys
from time import monotonic

from django.conf import settings

from practice_site.front_door import connections
from practice_site.front_door.bodies import Body, Left
from practice_site.front_door.files import Answer, Headers, OpenFile, content_of
from practice_site.front_door.requests import Environ
from practice_site.front_door.threads import Threads
from practice_site.wsgi import application

# Each thread keeps a database connection, so few of them.
THREADS = 4
# Looking after somebody costs a little, so only after those who had to wait.
PATIENCE_SECONDS = 1

threads = Threads(THREADS, "django")


def may_have_left(environ: Environ, body: Body, came: float) -> bool:
    """A body in chunks ends in the same way when it is cut off; and who has waited may have given up.
    What somebody sent whole is taken all the same.
    """
    if body.length is None:
        return True
    return environ["REQUEST_METHOD"] in ("GET", "HEAD") and monotonic() - came > PATIENCE_SECONDS


def is_there(environ: Environ) -> bool:
    visitor = environ["REMOTE_ADDR"], int(environ["REMOTE_PORT"])
    return connections.is_there(int(environ["SERVER_PORT"]), visitor)


def answer(environ: Environ, body: Body, came: float) -> Answer:
    """``(status, headers, content)``; the content is bytes, or the ``Path`` of a file.

    Raises ``Left`` where nobody waits for it any more.
    """
    if may_have_left(environ, body, came) and not is_there(environ):
        raise Left
    started = []

    def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
        started[:] = [int(status[:3]), headers]

    environ |= {
        "CONTENT_LENGTH": str(body.size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": body.held,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": settings.WEB_WORKERS > 1,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": OpenFile,
    }
    body.held.seek(0)
    parts = application(environ, start_response)  # type: ignore[arg-type]
    try:
        content = content_of(parts)
    finally:
        # Only then is the request over for Django, and the thread's connection looked after.
        if hasattr(parts, "close"):
            parts.close()
    status, headers = started
    return status, [(name.lower(), value) for name, value in headers], content
