from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from freshness.marks import one_look


class OneLook:
    """Whether what is kept still holds is asked once for a page, by one statement."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with one_look():
            return self.get_response(request)
