"""On Django's side: notes what a page rests on while it is made, and whether it may be kept."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from freshness import basis
from practice_site.kept_pages.tables import are_watched
from practice_site.kept_pages.which import KEPT

# The front door's wish, and Django's answer to it, among what WSGI calls the environ.
WISH = "practice_site.kept_pages"


@dataclass
class Made:
    """``plain`` is the page before it is compressed; ``own`` is what it rests on. Both None until there is a
    page that is the same for everybody, but for ``own_part``: a text that stands in it once."""

    plain: bytes | None = None
    own: basis.Basis | None = None
    own_part: bytes = b""


class NoteWhatPagesRestOn:
    """Inside whatever compresses an answer, and outside of whatever else makes it what it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        made = request.META.get(WISH)
        if made is None:
            return self.get_response(request)
        with basis.of() as own:
            response = self.get_response(request)
        if own.is_whole and is_for_everybody(request, response) and are_watched(own):
            made.plain, made.own = response.content, own
            made.own_part = getattr(response, "own_part", "").encode()
        return response


def is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Nothing of whoever asked went into it: no session, no cookie, no token."""
    return (
        response.status_code == 200
        and not response.streaming
        and request.resolver_match is not None
        and request.resolver_match.view_name in KEPT
        and not response.cookies
        and not request.session.accessed
        and "CSRF_COOKIE" not in request.META
        and set(response.get("Vary", "").lower().replace(" ", "").split(","))
        <= {"", "accept-encoding"}
        and (is_around_one_part(response) or not says_private(response))
    )


def is_around_one_part(response: HttpResponse) -> bool:
    """Whether the view says which part of the page is for whoever asked, and nothing else is."""
    part = getattr(response, "own_part", "")
    return bool(part) and response.content.count(part.encode()) == 1


def says_private(response: HttpResponse) -> bool:
    said = response.get("Cache-Control", "").replace(",", " ").split()
    return not {"no-store", "private"}.isdisjoint(said)
