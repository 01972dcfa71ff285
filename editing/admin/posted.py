"""What somebody typed into a lone box, outside of a form that would check it."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from editing.models import Editable


def posted_text(request: HttpRequest, name: str, most: int) -> str:
    """At most ``most`` characters, without the NUL that PostgreSQL cannot store."""
    return without_nul(request.POST.get(name, "")).strip()[:most]


def posted_number(request: HttpRequest, name: str) -> int:
    return number(request.POST.get(name))


def newer_than_read(request: HttpRequest, row: Editable) -> str:
    """Why nothing can be said of the newest text: somebody has saved it since this form was opened. Else empty."""
    if posted_number(request, "base_version") == row.latest_version:
        return ""
    return _("There is a newer text than the one you have read. Nothing was done: read it first.")


def number(text: str | None) -> int:
    """0 for whatever is none, or too long to be one of ours."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def without_nul(text: str) -> str:
    return text.replace("\0", "")
