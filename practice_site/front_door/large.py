"""Who may send more than a form holds. Django decides, in a thread, before any of it is read."""

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished, request_started
from django.http import Http404
from django.urls import resolve, reverse

from practice_site.front_door.bodies import MB, MOST_HELD
from practice_site.front_door.requests import Environ
from staff import admin_frame
from staff.factors.gate import lead_to_factor
from staff.uploads import takes_files_from

MOST_UPLOADED = 30 * MB


def is_worth_asking(environ: Environ) -> bool:
    """Whether it is worth a thread at all: an address of the desk and a session's cookie, or one behind whose
    private link files are taken."""
    if is_of_the_desk(environ["PATH_INFO"]):
        return f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
    try:
        return hasattr(resolve(environ["PATH_INFO"]).func, "permissions_for_files")
    except Http404:
        return False


def is_of_the_desk(path: str) -> bool:
    return path.startswith(reverse("admin:index"))


def most_bytes(environ: Environ) -> int:
    """How much the sender may send to this address: files, the long texts of the desk, or a form."""
    # As for any request: these look after the thread's connection to the database.
    request_started.send(sender=most_bytes, environ=environ)
    try:
        return most_for(environ)
    finally:
        request_finished.send(sender=most_bytes)


def most_for(environ: Environ) -> int:
    request = WSGIRequest(environ)
    for middleware in (SessionMiddleware, AuthenticationMiddleware):
        middleware(lambda request: None).process_request(request)  # type: ignore[arg-type]
    try:
        request.resolver_match = resolve(request.path_info)
    except Http404:
        return MOST_HELD
    is_desk = is_of_the_desk(request.path_info)
    if is_desk and (not admin_frame.may_enter(request) or lead_to_factor(request)):
        return MOST_HELD
    if takes_files_from(request.resolver_match.func, request):
        return MOST_UPLOADED
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE if is_desk else MOST_HELD
