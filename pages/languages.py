"""Languages that some pages are in beside the site's own, and how such a page says what staff wrote in ours.

What the site says itself is in the catalog (``locale``). What staff wrote stays as it is, marked so that a screen reader
reads it out right; of what has a common name, the catalog may know the name.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

# As whoever speaks it looks for it; said in no other language.
INVITATIONS = {"en": "In English.", "es": "En español."}


def others() -> list[str]:
    """Asked for, and not read when this is imported: the front door knows no settings then."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def in_ours() -> translation.override:
    """For what the practice reads, and what is kept, on the way of an answer in another language."""
    return translation.override(settings.LANGUAGE_CODE)


def in_language(code: str) -> translation.override:
    """“” is the site's own, as documents and mails have it."""
    return translation.override(code or settings.LANGUAGE_CODE)


def address_in(code: str, page: str) -> str:
    """Of a page that is there in each language."""
    with in_language(code):
        return reverse(page)


def of_page() -> str:
    return get_language() or settings.LANGUAGE_CODE


def is_other() -> bool:
    return of_page() != settings.LANGUAGE_CODE


def as_written(text: str) -> str:
    """For HTML: what staff wrote, marked where the page is in another language."""
    if not text or not is_other():
        return text
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, text)


def in_each_other(said: str | Promise) -> dict[str, str]:
    """What the site says itself, by language; of what somebody wrote there is one only."""
    found = {}
    for code in others() if isinstance(said, Promise) else ():
        with in_language(code):
            found[code] = str(said)
    return found


def known(*names: str) -> str:
    """The first of these names of one thing that the catalog knows, in the page's language; "" in our own."""
    if not is_other():
        return ""
    return next((said for name in names if name and (said := gettext(name)) != name), "")
