"""Lines that say who wrote a text, in the forms people use: which they are, and whom they name."""

import re

from blog.start.authors import BETWEEN_AUTHORS
from blog.start.name_shapes import (
    TITLE_WORDS,
    is_credential,
    looks_like_name,
    with_credentials,
)  # fmt: skip
from blog.start.no_names import NO_NAMES
from team.names import is_title

LONGEST_LINE = 300
LONGEST_NAME = LONGEST_TITLE = 120
LEAD = (
    r"(?:(?:an?\s+)?(?:guest\s+)?(?:article|blog|column|essay|piece|poem|post|reflection|story|text|words|"
    r"written|authored|contributed|submitted|told)\s+)*by\b"
)
BYLINE = re.compile(
    rf"^\W{{0,3}}(?:{LEAD}\s*[:–—-]?|(?:the\s+)?(?:author|writer|byline|by-line)(?:s|\(s\))?\s*[:–—-])"
    r"\s*(?P<authors>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
POSTED = re.compile(
    r"^\W{0,2}(?:(?:this\s+(?:article|post)\s+was\s+)?(?:posted|uploaded|put\s+up)\s+(?:here\s+|online\s+)?"
    r"by\b\s*[:–—-]?)\s*(?P<who>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
DASHED = re.compile(r"^(?:[-–—―~]{1,3})\s*(?P<authors>[^\s–—-].*)$", re.DOTALL)


def is_person(text: str) -> bool:
    """A name that says itself, by a title or degree behind it, that a person is meant."""
    text = text.strip()
    if len(text) > LONGEST_LINE or text.endswith(("?", "!", ":")):
        return False
    name, title = with_credentials(text)
    if not title or not looks_like_name(name):
        return False
    first = re.split(r"\s*(?:,|;|\band\b|&|\bwith\b|\n|/)\s*", title)[0]
    return is_title(first) or bool(TITLE_WORDS.search(first)) or is_credential(first)


def byline_in(text: str) -> str:
    """What stands behind "by" or "Author:" in a line that says who wrote the text, or nothing."""
    if len(text) > LONGEST_LINE:
        return ""
    match = BYLINE.match(text)
    return match["authors"].strip() if match and may_be_people(match["authors"]) else ""


def may_be_people(text: str) -> bool:
    """Whether what stands behind "by" may be people: "by now" and "by the sea" are not."""
    text = text.strip().rstrip(".")
    name, title = with_credentials(re.split(BETWEEN_AUTHORS, text, maxsplit=1)[0])
    words = name.split()
    if not 1 <= len(words) <= 7 or text.endswith(("?", "!", ":")):
        return False
    if re.search(r"[.?!]\s+[A-Z][a-z]+\s+[a-z]", text) or not any(c.isalpha() for c in words[0]):
        return False
    if looks_like_name(name) or title:
        return words[0].lower() not in NO_NAMES
    is_one_small_word = len(words) == 1 and not words[0][0].isupper()
    said = {word.lower().strip(".,") for word in text.split()}
    return not is_one_small_word and said.isdisjoint(NO_NAMES - {"and", "with"})


def dashed_in(text: str) -> str:
    """Who signs with a dash in front; of a line that is a list's, nothing."""
    match = DASHED.match(text) if len(text) <= LONGEST_LINE else None
    if not match:
        return ""
    who = match["authors"]
    return who if is_person(who) or looks_like_name(who) or byline_in(who) else ""


def posted_by_in(text: str) -> str:
    match = POSTED.match(text) if len(text) <= LONGEST_NAME else None
    return match["who"].strip().rstrip(".") if match and may_be_people(match["who"]) else ""


def without_lead(text: str) -> str:
    """The names of a byline, without the "by" or the dash in front of them."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    for lead in (BYLINE, DASHED, BYLINE):
        if (match := lead.match(text)) and match["authors"]:
            text = match["authors"].strip()
    return text
