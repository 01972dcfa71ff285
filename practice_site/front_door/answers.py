"""The front door's own answers, which need no thread: health, and why something was refused."""

from functools import lru_cache
from time import monotonic
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware

from practice_site import errors
from practice_site.front_door.files import Answer, Headers
from practice_site.language_paths import language_of
from practice_site.middleware import HealthMiddleware, SayThePolicy, TellBrowsersWhatTheyMay

# How long a page once rendered is given out: the facts on it change, and floods are refused by the hundred.
FRESH_SECONDS = 10


@lru_cache(maxsize=1)
def health() -> Answer:
    answer = TellBrowsersWhatTheyMay(lambda request: HealthMiddleware.answer())
    return as_parts(answer(HttpRequest()))  # type: ignore[arg-type]


def refusal(status: int, path: str) -> Answer:
    """``(status, headers, body)`` of an error page that helps, in the language of what was asked for."""
    return rendered(status, language_of(path), int(monotonic() / FRESH_SECONDS))


@lru_cache(maxsize=32)
def rendered(status: int, language: str, moment: int) -> Answer:
    def page(request: HttpRequest) -> HttpResponse:
        return errors.page(status, path=f"/{language}/")

    request = HttpRequest()
    # Of Django's middleware mypy thinks that it may have to be awaited.
    response: Any = SayThePolicy(page)(request)
    for middleware in (XFrameOptionsMiddleware, SecurityMiddleware, TellBrowsersWhatTheyMay):
        response = middleware(page).process_response(request, response)
    # What was sent is not read to its end, so nothing else can follow on this connection.
    response["Connection"] = "close"
    return as_parts(response)


def as_parts(response: HttpResponse) -> Answer:
    return response.status_code, headers_of(response), response.content


def headers_of(response: HttpResponse) -> Headers:
    return [(name.lower(), value) for name, value in response.items()]
