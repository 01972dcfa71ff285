import logging

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin

logger = logging.getLogger(__name__)


class TellBrowsersWhatTheyMay(MiddlewareMixin):
    """On every answer, whoever made it: static files, pictures, health and refusals too."""

    def process_response(self, request, response):
        for name, value in settings.PROTECTIVE_HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class SayThePolicy(CSPMiddleware):
    """The package takes the directives from a set, so each process would send them in an order of its own."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        if policy := response.get(HEADER):
            response[HEADER] = "; ".join(sorted(policy.split("; ")))
        return response


class HealthMiddleware:
    """``/healthz`` says that the process is up, ``/readyz`` that it can work, whatever host name the
    monitor asks for, and before anything that needs the database."""

    def __init__(self, get_response):
        # The front door needs this module before there are models.
        from practice_site.views import ready

        self.get_response, self.ready = get_response, ready

    def __call__(self, request):
        if request.path == "/readyz":
            return self.ready(request)
        return self.answer() if request.path == "/healthz" else self.get_response(request)

    @staticmethod
    def answer():
        return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})


class RefuseMalformedRequests:
    """NUL bytes reach no query: PostgreSQL refuses them with an error of its own.

    A number or a date that fits nowhere is refused where it is read. One that gets past all of that
    is still the sender's mistake, and is noted in the log as a check of ours that is missing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        said = [
            request.path,
            *(text for name, texts in request.GET.lists() for text in [name, *texts]),
        ]
        if any("\x00" in text for text in said):
            raise BadRequest("NUL byte in the address")

    def process_exception(self, request, exception):
        if isinstance(exception, (OverflowError, DataError)):
            logger.error("Something out of range was not noticed.", exc_info=exception)
            raise BadRequest("out of range") from exception
