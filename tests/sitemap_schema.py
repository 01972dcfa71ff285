"""What is wrong with a sitemap by its schema (sitemaps.org 0.9: sitemap.xsd, siteindex.xsd, and what the protocol says
beside them) and by the schema of its pictures (Google's sitemap-image 1.1). Sentences; none where all is right.
"""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

PROTOCOL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGES = "{http://www.google.com/schemas/sitemap-image/1.1}"
MOST_ADDRESSES, MOST_BYTES, MOST_PICTURES = 50_000, 50 * 1024 * 1024, 1000
SHORTEST, LONGEST = 12, 2048
# The document's element: what it holds, and of that the elements in their order.
DOCUMENTS = {
    "urlset": ("url", ["loc", "lastmod", "changefreq", "priority"]),
    "sitemapindex": ("sitemap", ["loc", "lastmod"]),
}
IMAGE = ["loc", "caption", "geo_location", "title", "license"]
FREQUENCIES = {"always", "hourly", "daily", "weekly", "monthly", "yearly", "never"}
# W3C's note on dates and times, as XML Schema has it: a day, or a time with its zone.
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
MOMENT = re.compile(rf"{DAY}(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")


def faults(text, host):
    root = ElementTree.fromstring(text)
    name = root.tag.removeprefix(PROTOCOL)
    if name not in DOCUMENTS:
        return [f"{root.tag} is no sitemap"]
    element, known = DOCUMENTS[name]
    found = [] if text.startswith('<?xml version="1.0" encoding="UTF-8"?>') else ["not in UTF-8"]
    if not 1 <= len(root) <= MOST_ADDRESSES or len(text.encode()) > MOST_BYTES:
        found.append(f"{len(root)} addresses")
    for entry in root:
        if entry.tag != f"{PROTOCOL}{element}" or entry.attrib:
            found.append(f"{entry.tag} in {name}")
        found += of_entry(entry, known, host)
        found += of_pictures(entry, is_allowed=name == "urlset")
    return found


def of_entry(entry, known, host):
    names = [child.tag for child in entry]
    own = [name.removeprefix(PROTOCOL) for name in names if name.startswith(PROTOCOL)]
    if names[: len(own)] != [f"{PROTOCOL}{name}" for name in own]:
        yield "something of another schema before our own"
    if own != [name for name in known if name in own] or "loc" not in own:
        yield f"{own} in an entry"
    address = entry.findtext(f"{PROTOCOL}loc") or ""
    if not SHORTEST <= len(address) <= LONGEST or urlsplit(address)[:2] != urlsplit(host)[:2]:
        yield f"{address} is no address of this site"
    if re.search(r"[^!-~]", address):
        yield f"{address} is not written with escapes"
    day = entry.findtext(f"{PROTOCOL}lastmod")
    if day is not None and not MOMENT.fullmatch(day):
        yield f"{day} is no date"
    often = entry.findtext(f"{PROTOCOL}changefreq")
    if often is not None and often not in FREQUENCIES:
        yield f"{often} is no frequency"
    priority = entry.findtext(f"{PROTOCOL}priority")
    if priority is not None and not 0 <= float(priority) <= 1:
        yield f"{priority} is no priority"


def of_pictures(entry, *, is_allowed):
    others = [child for child in entry if not child.tag.startswith(PROTOCOL)]
    if others and not is_allowed:
        yield "pictures in an index"
    if len(others) > MOST_PICTURES:
        yield f"{len(others)} pictures"
    for picture in others:
        names = [child.tag.removeprefix(IMAGES) for child in picture]
        if picture.tag != f"{IMAGES}image" or names != [name for name in IMAGE if name in names]:
            yield f"{picture.tag} with {names}"
        address = picture.findtext(f"{IMAGES}loc") or ""
        if urlsplit(address).scheme not in ("http", "https"):
            yield f"{address} is no address of a picture"
