"""What the converter of Word files lost without a word."""

import re
from html import unescape

TAG = re.compile(r"<[^<>]*>")
# Whoever has lost more has to look at the whole text anyway.
MOST_LOST = 100


def missing(texts: list[str], html: str) -> int:
    """How many passages of the document are nowhere in what the converter made of it, whatever the reason."""
    whole, at, lost = bare(unescape(TAG.sub(" ", html))), 0, 0
    for text in filter(None, map(bare, texts)):
        found = whole.find(text, at)
        if found < 0 and lost < MOST_LOST:
            found = whole.find(text)
            lost += found < 0
        at = found + len(text) if found >= 0 else at
    return lost


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
