"""The front door's own answers, which need no thread: health, and why something was refused."""

from functools import lru_cache
from time import monotonic

from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware

from practice_site import errors
from practice_site.middleware import HealthMiddleware, TellBrowsersWhatTheyMay

# How long a page once rendered is given out: the facts on it change, and floods are refused by the hundred.
FRESH_SECONDS = 10


@lru_cache(maxsize=1)
def health():
    answer = TellBrowsersWhatTheyMay(lambda request: HealthMiddleware.answer())
    return as_parts(answer(HttpRequest()))


def refusal(status):
    """``(status, headers, body)`` of an error page that helps."""
    return rendered(status, int(monotonic() / FRESH_SECONDS))


@lru_cache(maxsize=16)
def rendered(status, moment):
    def page(request):
        return errors.page(status)

    request = HttpRequest()
    response = CSPMiddleware(page)(request)
    for middleware in (XFrameOptionsMiddleware, SecurityMiddleware, TellBrowsersWhatTheyMay):
        response = middleware(page).process_response(request, response)
    # What was sent is not read to its end, so nothing else can follow on this connection.
    response["Connection"] = "close"
    return as_parts(response)


def as_parts(response):
    return response.status_code, headers_of(response), response.content


def headers_of(response):
    return [(name.lower(), value) for name, value in response.items()]
