"""Which link targets rich text may hold. Judged here and not by a scheme list alone, because
browsers read ``//host`` and ``/\\host`` as other sites and skip tabs and line breaks inside."""

import re
from urllib.parse import quote, urlsplit

from django.conf import settings

# What a browser drops before it reads an address.
DROPPED = re.compile(r"[\t\n\r]|^[\x00-\x20\x7f\xa0]+|[\x00-\x20\x7f\xa0]+$")
MAX_LENGTH = 2000


def link_target(href):
    """The address to link to, or None when rich text must not link there."""
    href = DROPPED.sub("", href or "")
    if href.lower().startswith("www."):
        href = f"https://{href}"
    if not href or len(href) > MAX_LENGTH or "\\" in href or href.startswith("//"):
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


def safe_characters(href):
    """Characters that have no place in an address, written as browsers would send them."""
    return re.sub(r"[\x00-\x20\x7f-\xa0\"<>`{}|^]", lambda match: quote(match[0]), href)


def leads_elsewhere(href):
    if not href.lower().startswith(("http:", "https:")):
        return False
    return urlsplit(href).netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower()
