"""Error pages: no session; the practice's phone and crisis help. They need no database, and where it answers an address
that leads nowhere has the head and the foot of every page."""

import errno
import logging
import sys

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages import error_page_facts, languages
from practice_site.language_paths import language_of
from practice_site.unsent_forms import public_form_of, unsent_form_of

logger = logging.getLogger(__name__)

# status: (heading, what happened and what to do)
MESSAGES = {
    400: (
        _("We could not make sense of that address"),
        _("Something in it is broken, as happens when a link is cut off in a message. Nothing you did."),
    ),
    403: (
        _("You cannot open this page"),
        _("It is for some of the people who work here, or the link is not good any more. If you should be able to open it, sign in again, or ask a manager or whoever sent you the link."),
    ),
    404: (
        _("There is no room at this address"),
        _("The link may be old, or a letter short. Nothing you did. One of these is probably what you were after."),
    ),
    405: (
        _("This page cannot be used that way"),
        _("Open it again from the start, and it should behave."),
    ),
    408: (
        _("That took longer than we could wait"),
        _("Nothing has been sent. Go back and try once more, perhaps where the connection is better, or call us and say it in person."),
    ),
    410: (
        _("This page is gone"),
        _("It was here once, and we have taken it down. One of these may help instead."),
    ),
    413: (
        _("That was more than we can take at once"),
        _("Nothing has been sent. Go back, make it shorter, and try again, or call us and say it in person."),
    ),
    429: (
        _("One moment, please"),
        _("A lot has come from your network in a short time, so we are holding the door for a little while. Try again in a few minutes, or call."),
    ),
    500: (
        _("Something broke on our side"),
        _("It was not you. Try again in a few minutes, or call us in our phone hours."),
    ),
    503: (
        _("This site rests for a moment"),
        _("It is being looked after and will be back shortly. Try again in a few minutes, or call us in our phone hours."),
    ),
}  # fmt: skip
OFFERS_WAYS_ON = {400, 404, 405, 410}
# By the names of their addresses; what they are called until the practice's own words are known.
WAYS_ON = {
    "team:therapist_list": _("Team"),
    "intake:inquiry_create": _("Get started"),
    "blog:article_list": _("Articles"),
    "pages:contact": _("Contact"),
}
# For these nothing is broken: the page is one of the site.
HAS_FRAME = {404, 410}
MESSAGE_OF_A_FORM = (
    _("This page takes no messages for the moment"),
    _(
        "Our side does not answer, so nothing can be sent from this page for the moment. It opens again by itself: please come back in a few minutes, or call."
    ),
)
MESSAGE_WITH_A_FORM = (
    _("This has not gone out yet"),
    _("It was not you: our side did not answer. What you wrote is all here. Wait a moment and send it again; if it still does not go, please call."),
)  # fmt: skip
READ_ONLY_TRANSACTION = "25006"


def page(status, unsent=None, message=None, near=(), path=""):
    """``unsent``: the answers of a form that could not be taken, to be sent again from this page.

    ``message``: heading and text in place of those of the status. ``near``: pages that were perhaps meant. ``path``:
    what was asked for: the page is in its language, and marks it in the head that every page has."""
    language = language_of(path)
    is_answered = bool(language) and error_page_facts.answers_in_spanish()
    with languages.in_language(language if is_answered else ""):
        html = in_words(status, unsent, message, near, path)
    response = HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})
    response.is_error_page = True
    # Nothing of it is of one visitor, unless it holds what they wrote.
    response.may_be_compressed = not unsent
    if status in (429, 503):
        response["Retry-After"] = "300"
    return response


def in_words(status, unsent, message, near, path):
    heading, text = MESSAGE_WITH_A_FORM if unsent else message or MESSAGES[status]
    facts = error_page_facts.recall()
    context = {
        "status": status,
        "heading": heading,
        "text": text,
        "facts": facts,
        "ways_on": ways_on(facts["names"]) if status in OFFERS_WAYS_ON else [],
        "around": frame_of(path) if status in HAS_FRAME and path else None,
        "unsent": unsent,
        "near": near,
    }
    try:
        return render_to_string("errors/error.html", context)
    except Exception:  # the page of last resort must not fail for a missing style sheet
        logger.exception("The error page itself failed.")
        return render_to_string("errors/plain.html", context)


def ways_on(names):
    """``[(address, label), ...]``, by the words of the practice's own menu."""
    return [(reverse(one), called(usual, names.get(one))) for one, usual in WAYS_ON.items()]


def called(usual, name):
    """In another language as the site says it there, where it does; else as the practice does."""
    with languages.in_ours():
        ours = str(usual)
    return languages.known(ours) or languages.as_written(name or ours)


def frame_of(path):
    """Head and foot of every page, or None where they cannot be had."""
    # The front door makes error pages before there are models.
    from pages import frame

    try:
        around = frame.current()
        return {"head": around.head(path), "door": around.door()}
    except DatabaseError:
        logger.warning("The frame of an error page could not be had.")
        return None


def bad_request(request, exception=None):
    if isinstance(exception, RequestDataTooBig):
        return page(413, path=request.path)
    return page(400, unsent_form_of(request), path=request.path)


def forbidden(request, exception=None, reason=""):
    return page(403, path=request.path)


def not_found(request, exception=None):
    return page(404, path=request.path)


def server_error(request):
    # The handler runs while the exception is being handled.
    status = 503 if is_outage(sys.exc_info()[1]) else 500
    match = request.resolver_match
    is_a_form = match is not None and public_form_of(match) is not None
    message = MESSAGE_OF_A_FORM if is_a_form else None
    return page(status, unsent_form_of(request), message, path=request.path)


def is_outage(error):
    """The database or the disk is away, locked, full or read-only: no fault of the program's."""
    if isinstance(error, (OperationalError, InterfaceError)):
        return True
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", None) == READ_ONLY_TRANSACTION
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


class HelpfulErrors:
    """Bare refusals, as ``require_safe`` and friends make them, get a page that helps."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code not in MESSAGES or response.streaming or response.content:
            return response
        helpful = page(response.status_code, path=request.path)
        for name in ("Allow", "Retry-After", "X-Robots-Tag"):
            if name in response:
                helpful[name] = response[name]
        return helpful
