"""Dates and times that no line breaks in the middle of, wherever a sentence is shown that has some."""

import re
from functools import lru_cache

from django.utils.dates import MONTHS
from django.utils.translation import get_language

NO_BREAK = "\u00a0"


def unbroken(text: object) -> str:
    """``January 30, 2027``, ``30 de enero``, ``10 a.m.``: the same words, with spaces that hold them together."""
    found = dates_and_times(get_language())
    return found.sub(lambda match: match[0].replace(" ", NO_BREAK), str(text))


@lru_cache
def dates_and_times(_language: str | None) -> re.Pattern[str]:
    """Months have their names in the language of the page."""
    months = "|".join(re.escape(str(name)) for name in MONTHS.values())
    days = (
        rf"\b(?:{months}) \d{{1,2}}(?:, \d{{4}})?\b|\b\d{{1,2}} de (?:{months})(?: de \d{{4}})?\b"
    )
    return re.compile(rf"{days}|\b\d{{1,2}}(?::\d\d)? [ap]\.m\.")
