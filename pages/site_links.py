"""Whether a link inside the site leads nowhere: asked of the site itself, in process, as a visitor.

A link is only called dead when that is certain. Whatever cannot be judged here is left alone.
"""

from contextlib import suppress
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject

from editing.models import Redirect
from pages.gone import GoneWhenWithdrawn
from pages.models import Practice


def is_dead(path):
    """Whether a visitor who follows a link to this path would meet "not found". Never raises."""
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return False  # files, not pages
    try:
        match = resolve(unquote(path))
    except Resolver404:
        return not leads_on(path)
    # Only an address that names a row can lead to one that is not there.
    if not (match.args or match.kwargs) or not is_refused(match, path):
        return False
    return not leads_on(path)


def leads_on(path):
    """Whether an address without a page of its own still takes visitors to one.

    Whoever sends visitors on from old addresses says so here."""
    if Redirect.objects.target_of(unquote(path)):
        return True
    if settings.APPEND_SLASH and not path.endswith("/"):
        return not is_dead(f"{path}/")
    return False


def is_refused(match, path):
    site = urlsplit(settings.SITE_URL)
    request = RequestFactory(headers={"host": site.netloc}).head(
        path, secure=site.scheme == "https"
    )
    request.user = AnonymousUser()
    request.practice = SimpleLazyObject(Practice.objects.current)
    request.resolver_match = match
    # A view in trouble proves nothing; with a savepoint it cannot spoil the caller's transaction.
    with suppress(Exception), transaction.atomic():
        try:
            response = match.func(request, *match.args, **match.kwargs)
            view = getattr(match.func, "view_class", object)
            return response.status_code == HTTPStatus.GONE and issubclass(view, GoneWhenWithdrawn)
        except Http404:
            return True
    return False
