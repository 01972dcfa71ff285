"""The collected static files, answered at the door: they ask for no thread and no database."""

from functools import lru_cache
from io import BytesIO

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from practice_site.front_door.answers import headers_of
from practice_site.front_door.files import Answer, OpenFile, content_of

WHITENOISE = "whitenoise.middleware.WhiteNoiseMiddleware"


class StaticFiles:
    """What Django's middleware knows of them, without a request of Django's for each."""

    def __init__(self) -> None:
        # None with DEBUG, when files change meanwhile.
        self.files = import_string(WHITENOISE)(lambda request: None).files

    def answer(self, environ: dict[str, str]) -> Answer | None:
        """``(status, headers, content)``, or None where Django has to be asked."""
        file = self.files.get(environ["PATH_INFO"])
        added = file and headers_added(environ.get("HTTP_X_FORWARDED_PROTO"))
        if not added:
            return None
        found = file.get_response(environ["REQUEST_METHOD"], environ)
        headers = [(name.lower(), value) for name, value in found.headers]
        parts = OpenFile(found.file) if found.file else ()
        try:
            return int(found.status), headers + added, content_of(parts)
        finally:
            if found.file:
                found.file.close()


@lru_cache(maxsize=8)
def headers_added(scheme: str | None) -> list[tuple[str, str]]:
    """By the middleware in front of the one that has the files; none where it answers itself, as it does
    to whoever comes without encryption. ``scheme`` is what the nearest proxy said."""
    bare = HttpResponse()
    del bare["Content-Type"]

    def respond(request: HttpRequest) -> HttpResponse:
        return bare

    for name in reversed(settings.MIDDLEWARE[: settings.MIDDLEWARE.index(WHITENOISE)]):
        respond = import_string(name)(respond)
    environ = {
        "REQUEST_METHOD": "GET",
        "SERVER_NAME": "",
        "SERVER_PORT": "",
        "wsgi.input": BytesIO(),
    }
    if scheme is not None:
        environ["HTTP_X_FORWARDED_PROTO"] = scheme
    try:
        is_added_to = respond(WSGIRequest(environ)) is bare
    except SuspiciousOperation:
        return []
    return headers_of(bare) if is_added_to else []
