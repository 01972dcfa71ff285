"""Where an address leads nowhere: on to the one page it begins like, or to a few that were perhaps meant."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from editing.models.redirects import NEVER
from editing.near_addresses import Near, near
from practice_site import errors

# Tomorrow another page may begin so.
FOR_A_WHILE = {"Cache-Control": "max-age=600"}
logger = logging.getLogger(__name__)


class Budget:
    """Whoever asks for thousands of addresses that do not exist gets the plain page soon."""

    def __init__(self, most: float, each_second: float) -> None:
        self.most, self.each_second = most, each_second
        self.left, self.since, self.lock = most, 0.0, Lock()

    def spend(self, now: float) -> bool:
        with self.lock:
            self.left = min(self.most, self.left + (now - self.since) * self.each_second)
            self.since = now
            if self.left < 1:
                return False
            self.left -= 1
            return True


# Of each process.
budget = Budget(most=40, each_second=4)


class OfferNearPages:
    """Only for what we have no page of our own for: that of something withdrawn says more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not getattr(response, "is_error_page", False) or response.status_code not in (404, 410):
            return response
        if request.method not in ("GET", "HEAD") or request.path.startswith(NEVER):
            return response
        found = looked_up(request.path)
        if found.only and found.only.url == request.path:
            # There is a page, and nothing at what was asked of it.
            return response
        if found.only:
            # Without the question: nobody knows what it was about.
            return HttpResponsePermanentRedirect(found.only.url, headers=FOR_A_WHILE)
        if not found.places:
            return response
        return errors.page(response.status_code, near=found.places, path=request.path)


def looked_up(path: str) -> Near:
    if not budget.spend(monotonic()):
        return Near()
    try:
        return near(path)
    except DatabaseError:
        # The page that says that there is none needs no database.
        logger.warning("Near addresses could not be looked up.")
        return Near()
