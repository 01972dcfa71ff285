"""A feed for somebody who may have it: 304, and how browsers and readers are told what they have."""

import hashlib
import time

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe


def unless_known(request: HttpRequest, response: HttpResponse, name: str) -> HttpResponse:
    """304 for a reader who has just this feed (RFC 9110, 13.1). What counts is the whole content: an
    article that was withdrawn or put right changes it without a newer date in it."""
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    moment = seen_since(name, digest)
    # Weak, since the same feed is sent in several codings.
    response["ETag"] = f'W/"{digest}"'
    response["Last-Modified"] = http_date(moment)
    patch_vary_headers(response, ["Accept-Encoding"])
    # Only the very moment that was given with this content: a later one may be of another content,
    # as another process saw it.
    has_moment = parse_http_date_safe(request.headers.get("If-Modified-Since", "")) == moment
    known = get_conditional_response(
        request, response["ETag"], moment if has_moment else None, response
    )
    return known or response


def seen_since(name: str, digest: str) -> int:
    """Since when this process, or all with one cache, has had this content; each has a moment of its
    own, in seconds."""
    key = f"blog.feeds:{name}"
    known, moment = cache.get(key) or ("", 0)
    if known != digest:
        moment = max(int(time.time()), moment + 1)
        cache.set(key, (digest, moment), timeout=None)
    return moment
