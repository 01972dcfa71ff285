"""Whether a form without a session was sent from a page of this site."""

from django.conf import settings
from django.http import HttpRequest


def comes_from_our_page(request: HttpRequest) -> bool:
    """What browsers say by themselves about where a form was sent from (Fetch Metadata, RFC 6454).

    A browser that says nothing passes, also one that hides where it comes from (``Origin: null``): what
    the form carries still has to be good.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin in (None, "null"):
        return True
    return origin in (settings.SITE_URL, f"{request.scheme}://{request.get_host()}")
