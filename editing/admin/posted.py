"""What somebody typed into a lone box, outside of a form that would check it."""

from django.http import HttpRequest


def posted_text(request: HttpRequest, name: str, most: int) -> str:
    """At most ``most`` characters, without the NUL that PostgreSQL cannot store."""
    return without_nul(request.POST.get(name, "")).strip()[:most]


def posted_number(request: HttpRequest, name: str) -> int:
    return number(request.POST.get(name))


def number(text: str | None) -> int:
    """0 for whatever is none, or too long to be one of ours."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def without_nul(text: str) -> str:
    return text.replace("\0", "")
