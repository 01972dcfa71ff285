"""Which link targets rich text may hold. Judged here and not by a scheme list alone, because
browsers read ``//host`` and ``/\\host`` as other sites and skip tabs and line breaks inside.

An address that something wrapped on its way here is unwrapped, and judged again by the same rules.
"""

import re
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.utils.text import slugify

from writing.wrapped import unwrapped_once, without_tracking

# What a browser drops before it reads an address.
DROPPED = re.compile(r"[\t\n\r]|^[\x00-\x20\x7f\xa0]+|[\x00-\x20\x7f\xa0]+$")
MAX_LENGTH = 2000
PART = "part-"
# Each wrapping makes an address longer; one that is wrapped more often than this is nobody's work.
MAX_WRAPPED, MOST_WRAPS = 4 * MAX_LENGTH, 8


def link_target(href: str | None) -> str | None:
    """The address to link to, or None when rich text must not link there."""
    return unwrapped(href)[0]


def unwrapped(href: str | None) -> tuple[str | None, str]:
    """``(link_target(href), what was taken off)``: "wrapped", "tracking" or nothing."""
    taken_off = ""
    for _wrap in range(MOST_WRAPS):
        href = judged(href)
        if href is None:
            return None, ""
        straight = without_tracking(href)
        if straight != href:
            taken_off = taken_off or "tracking"
        inner = unwrapped_once(straight)
        if inner != straight:
            taken_off = "wrapped"
        elif straight == href:
            return (href, taken_off) if len(href) <= MAX_LENGTH else (None, "")
        href = inner
    return None, ""


def judged(href: str | None) -> str | None:
    if len(href or "") > MAX_WRAPPED:
        return None
    href = DROPPED.sub("", href or "")
    if href.lower().startswith("www."):
        href = f"https://{href}"
    if not href or len(href) > MAX_WRAPPED or "\\" in href or href.startswith("//"):
        return None
    if href[0] in "/#?":
        return safe_characters(href)
    try:
        parts = urlsplit(href)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    is_reachable = parts.scheme in ("mailto", "tel") and bool(parts.path) and not parts.netloc
    return safe_characters(href) if is_web or is_reachable else None


def safe_characters(href: str) -> str:
    """Characters that have no place in an address, written as browsers would send them."""
    return re.sub(r"[\x00-\x20\x7f-\xa0\"<>`{}|^]", lambda match: quote(match[0]), href)


def leads_elsewhere(href: str) -> bool:
    if not href.lower().startswith(("http:", "https:")):
        return False
    return urlsplit(href).netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower()


def part_id(text: str) -> str:
    """What the heading of these words is called on its page; a second one of the same gets a number.
    The prefix keeps headings like "Main" or "Contact" from taking the page's own ids."""
    return f"{PART}{slugify(text)[:60].strip('-') or 'of-text'}"


def path_inside(href: str) -> str:
    """The path of a link to this site, without question and fragment; nothing for any other link."""
    if href.startswith("/") and not href.startswith("//"):
        return href.split("#")[0].split("?")[0]
    if href.lower().startswith(("http:", "https:")) and not leads_elsewhere(href):
        return urlsplit(href).path or "/"
    return ""
