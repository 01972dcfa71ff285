"""What every page behind a private link says of itself: nobody keeps it, finds it, or hears of its address."""

from django.http import HttpResponseBase

PRIVATE = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def kept_private(response: HttpResponseBase) -> HttpResponseBase:
    for name, value in PRIVATE.items():
        response[name] = value
    return response
