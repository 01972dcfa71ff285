"""What is wrong with a sitemap by its schema (sitemaps.org 0.9: sitemap.xsd, siteindex.xsd, and what the protocol says
beside them), by the schema of its pictures (Google's sitemap-image 1.1), and by what search engines ask of a page in
several languages. Sentences; none where all is right.
"""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

PROTOCOL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGES = "{http://www.google.com/schemas/sitemap-image/1.1}"
LINK = "{http://www.w3.org/1999/xhtml}link"
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
    return [*found, *of_languages(root)]


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
    others = [child for child in entry if not child.tag.startswith(PROTOCOL) and child.tag != LINK]
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


def of_languages(root):
    """Each address of a page in several languages names all of them, itself too, and they name each other."""
    said = {}
    for entry in root:
        links = entry.findall(LINK)
        if links and not root.tag.endswith("urlset"):
            yield "languages in an index"
        if any(
            {*link.keys()} != {"rel", "hreflang", "href"} or link.get("rel") != "alternate"
            for link in links
        ):
            yield "a link that is no alternate"
        each = [(link.get("hreflang"), link.get("href")) for link in links]
        if any(not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?|x-default", str(code)) for code, _ in each):
            yield f"{each} in no language"
        if len(dict(each)) != len(each):
            yield f"{each} has a language twice"
        said[entry.findtext(f"{PROTOCOL}loc")] = dict(each)
    for address, each in said.items():
        if each and (
            len(each) < 2 or any(said.get(other) != each for other in [address, *each.values()])
        ):
            yield f"{address} and its other languages do not name each other"
        if each and address not in each.values():
            yield f"{address} does not name itself"
