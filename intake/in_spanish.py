"""The form in Spanish, for as long as the practice says that somebody answers in it."""

from typing import NamedTuple

from django.conf import settings

from pages import languages
from pages.models import Practice

SPANISH = "es"


class OtherLanguage(NamedTuple):
    """A page as it is in the other of its two languages."""

    code: str
    invitation: str
    address: str


def is_shut(practice: Practice) -> bool:
    """Whether a page is asked for in a language in which nobody would answer."""
    return languages.is_other() and not practice.answers_in_spanish


def other_of(practice: Practice, page: str, query: str = "") -> OtherLanguage | None:
    if not practice.answers_in_spanish:
        return None
    code = settings.LANGUAGE_CODE if languages.is_other() else SPANISH
    address = languages.address_in(code, page)
    return OtherLanguage(code, languages.INVITATIONS[code], f"{address}{query}")
