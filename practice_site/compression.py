import gzip
import re
from functools import lru_cache
from hashlib import sha256

import brotli
from django.utils.cache import get_conditional_response, patch_vary_headers

TEXT = (
    "text/html",
    "text/plain",
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
)
LEAST_BYTES = 300
NOT_AT_ALL = re.compile(r"q=0(\.0*)?")
# Level 5 takes a tenth of a millisecond for a page; level 11 takes six.
BROTLI_LEVEL = 5


class SendFewBytes:
    """Compresses what anybody may see and nothing else, and sends nobody a page they have.

    From the length of a compressed page a secret can be guessed that it holds again and again beside
    something the guesser wrote (BREACH, breachattack.com). So what is ``no-store`` or sets a cookie stays as
    it is, except where the view knows better and says ``may_be_compressed``: that all of it is public, or
    new in each answer, and that nothing a stranger wrote into the address stands in it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_public_text(response):
            coding = best_coding(request.headers.get("Accept-Encoding", ""))
            patch_vary_headers(response, ["Accept-Encoding"])
            if is_a_page(request, response):
                tag(response, coding)
                known = get_conditional_response(request, response["ETag"], response=response)
                if known is not response:
                    return known
            compress(response, coding)
        return response


def is_a_page(request, response):
    """A page as it stands now, that its view has not tagged itself as a feed does."""
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and not response.has_header("ETag")
        and not is_for_one(response)
    )


def tag(response, coding):
    """Browsers keep a page and ask each time whether it is still so: nobody reads what is not true any more,
    and whoever comes back loads it no second time. One tag for each coding (RFC 9110, 8.8.3.3)."""
    # With the policy, which comes with a whole page only.
    policy = response.get("Content-Security-Policy", "").encode()
    digest = sha256(response.content + policy).hexdigest()[:24]
    response["ETag"] = f'"{digest}{coding and "-"}{coding}"'
    response.headers.setdefault("Cache-Control", "no-cache")


def is_public_text(response):
    return (
        not response.streaming
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and may_be_compressed(response)
        and response.get("Content-Type", "").split(";")[0] in TEXT
        and len(response.content) >= LEAST_BYTES
    )


def may_be_compressed(response):
    return not is_for_one(response) or getattr(response, "may_be_compressed", False)


def is_for_one(response):
    return "no-store" in response.get("Cache-Control", "")


@lru_cache(maxsize=200)
def codings_taken(accepted):
    """``br`` and ``gzip``, best first, of what a browser says that it accepts. A coding with quality zero is
    refused (RFC 9110, 12.5.3)."""
    offers = {}
    for part in accepted.lower().split(","):
        name, _semicolon, quality = part.strip().partition(";")
        offers[name.strip()] = not NOT_AT_ALL.fullmatch(quality.replace(" ", ""))
    return tuple(name for name in ("br", "gzip") if offers.get(name))


def best_coding(accepted):
    return next(iter(codings_taken(accepted)), "")


def compress(response, coding):
    if coding == "br":
        response.content = brotli.compress(response.content, quality=BROTLI_LEVEL)
    elif coding == "gzip":
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
    else:
        return
    response["Content-Encoding"] = coding
    response["Content-Length"] = str(len(response.content))
