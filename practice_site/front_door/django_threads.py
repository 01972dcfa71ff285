"""Django, behind the door: a few threads that get whole requests and give whole answers."""

import os
import sys
from pathlib import Path
from time import monotonic

from django.conf import settings

from practice_site.front_door import connections
from practice_site.front_door.bodies import Left
from practice_site.front_door.threads import Threads
from practice_site.wsgi import application

# Each thread keeps a database connection, so few of them.
THREADS = 4
# A file up to this size is read in the thread that opened it; a larger one is named to the server,
# which sends it piece by piece.
SMALL_FILE = 64 * 1024
# Looking after somebody costs a little, so only after those who had to wait.
PATIENCE_SECONDS = 1

threads = Threads(THREADS, "django")


def may_have_left(environ, body, came):
    """A body in chunks ends in the same way when it is cut off; and who has waited may have given up.
    What somebody sent whole is taken all the same.
    """
    if body.length is None:
        return True
    return environ["REQUEST_METHOD"] in ("GET", "HEAD") and monotonic() - came > PATIENCE_SECONDS


def is_there(environ):
    visitor = environ["REMOTE_ADDR"], int(environ["REMOTE_PORT"])
    return connections.is_there(int(environ["SERVER_PORT"]), visitor)


class OpenFile:
    """What Django hands over in place of an answer's bytes (``wsgi.file_wrapper``)."""

    def __init__(self, file, block_size=8192):
        self.file = file

    def __iter__(self):
        while block := self.file.read(SMALL_FILE):
            yield block

    def close(self):
        self.file.close()

    def path(self):
        """Where the whole of it lies, if it is a file on the disk that nobody has begun to read."""
        try:
            name, opened = self.file.name, os.fstat(self.file.fileno())
            if self.file.tell() or opened.st_size <= SMALL_FILE:
                return None
            return name if os.path.samestat(opened, os.stat(name)) else None
        except (AttributeError, OSError, TypeError):
            return None


def answer(environ, body, came):
    """``(status, headers, content)``; the content is bytes, or the ``Path`` of a file.

    Raises ``Left`` where nobody waits for it any more.
    """
    if may_have_left(environ, body, came) and not is_there(environ):
        raise Left
    started = []

    def start_response(status, headers, exc_info=None):
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
    parts = application(environ, start_response)
    try:
        path = parts.path() if isinstance(parts, OpenFile) else None
        content = Path(path) if path else b"".join(parts)
    finally:
        # Only then is the request over for Django, and the thread's connection looked after.
        if hasattr(parts, "close"):
            parts.close()
    status, headers = started
    return status, [(name.lower(), value) for name, value in headers], content
