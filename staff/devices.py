"""Browsers that somebody has signed in from before.

A limit on tries keeps strangers from guessing, and so lets them keep out whoever they can name. A browser
that is known for a person has a count of its own, which nobody else can use up: there, the right
password always gets in. The cookie opens nothing; it is set below the desk only, and to nobody who has
not signed in.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from staff.models import User

COOKIE = "__Secure-device" if settings.IS_HTTPS else "device"
PATH, SALT = "/admin/", "staff.devices"
LASTS = timedelta(days=180)
# Several people may share one computer.
MOST_PEOPLE = 10


def remember(request: HttpRequest, response: HttpResponse, person: User) -> None:
    device, people = read(request)
    people = [person.pk, *(pk for pk in people if pk != person.pk)][:MOST_PEOPLE]
    response.set_cookie(
        COOKIE,
        signing.dumps([device or get_random_string(22), people], salt=SALT),
        max_age=LASTS,
        path=PATH,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Strict",
    )


def known(request: HttpRequest, person: User | None) -> str:
    """The number of this browser, if ``person`` (or nobody: None) has signed in from it; else empty."""
    device, people = read(request)
    return device if person and person.pk in people else ""


def read(request: HttpRequest) -> tuple[str, list[int]]:
    try:
        device, people = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return "", []
    return device, people
