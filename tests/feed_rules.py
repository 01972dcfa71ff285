"""What is wrong with a feed by its rules: RSS 2.0 (with RSS Best Practices for what these leave open), RFC 4287 for
Atom, JSON Feed 1.1, and Media RSS 1.5.1 for pictures. Each function gives sentences, none for a feed that is right.
"""

import json
import re
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
# Element: how often at least, and at most.
ONE, MAY, MANY, SOME = (1, 1), (0, 1), (0, 10**6), (1, 10**6)
CHANNEL = {
    "title": ONE, "link": ONE, "description": ONE, "language": MAY, "copyright": MAY, "managingEditor": MAY,
    "webMaster": MAY, "pubDate": MAY, "lastBuildDate": MAY, "category": MANY, "generator": MAY, "docs": MAY,
    "cloud": MAY, "ttl": MAY, "image": MAY, "textInput": MAY, "skipHours": MAY, "skipDays": MAY, "item": MANY,
    f"{ATOM}link": SOME,
}  # fmt: skip
RSS_ITEM = {
    "title": MAY, "link": MAY, "description": MAY, "author": MAY, "category": MANY, "comments": MAY, "enclosure": MAY,
    "guid": MAY, "pubDate": MAY, "source": MAY, f"{CONTENT}encoded": MAY, f"{DC}creator": MANY, f"{MEDIA}content": MANY,
}  # fmt: skip
RSS_IMAGE = {
    "url": ONE, "title": ONE, "link": ONE, "width": MAY, "height": MAY, "description": MAY,
}  # fmt: skip
FEED = {
    "id": ONE, "title": ONE, "updated": ONE, "author": MANY, "category": MANY, "contributor": MANY, "generator": MAY,
    "icon": MAY, "link": MANY, "logo": MAY, "rights": MAY, "subtitle": MAY, "entry": MANY,
}  # fmt: skip
ENTRY = {
    "id": ONE, "title": ONE, "updated": ONE, "author": MANY, "category": MANY, "content": MAY, "contributor": MANY,
    "link": MANY, "published": MAY, "rights": MAY, "source": MAY, "summary": MAY,
}  # fmt: skip
JSON_FEED = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "user_comment": str,
    "next_url": str, "icon": str, "favicon": str, "authors": list, "language": str, "expired": bool, "hubs": list,
    "items": list,
}  # fmt: skip
JSON_ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str, "summary": str,
    "image": str, "banner_image": str, "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip
ADDRESSES = ("url", "home_page_url", "feed_url", "icon", "favicon", "image", "banner_image")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(
    r"(\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT|EST|EDT|CST|CDT|MST|MDT|PST|PDT)"
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LINK = re.compile(r'<(?:a|img|source)\b[^<>]*?\b(?:href|src|srcset)="([^"]*)"')


def rss_faults(text):
    root = ElementTree.fromstring(text)
    faults = [] if (root.tag, root.get("version")) == ("rss", "2.0") else ["is no RSS 2.0"]
    (channel,) = root
    faults += [*counted(channel, CHANNEL), *addresses(channel, "link")]
    if image := channel.find("image"):
        faults += [*counted(image, RSS_IMAGE), *addresses(image, "url", "link")]
        same = [(image.findtext(name), channel.findtext(name)) for name in ("title", "link")]
        faults += [f"the image is called {ours}" for ours, theirs in same if ours != theirs]
    faults += dates(channel, is_rfc_822, "pubDate", "lastBuildDate")
    language = channel.findtext("language")
    if language and not LANGUAGE.fullmatch(language):
        faults.append(f"{language} is no language")
    own = [link.get("href") for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    faults += [] if len(own) == 1 and is_address(own[0]) else ["does not say where it is"]
    items = channel.findall("item")
    for item in items:
        faults += [*counted(item, RSS_ITEM), *addresses(item, "link")]
        faults += dates(item, is_rfc_822, "pubDate")
        if item.find("title") is None and item.find("description") is None:
            faults.append("an item has neither title nor description")
        guid = item.find("guid")
        if guid is not None and guid.get("isPermaLink", "true") == "true":
            faults += addresses(item, "guid")
        faults += [*of_pictures(item), *of_text(item.findtext(f"{CONTENT}encoded"))]
    return faults + twice([item.findtext("guid") for item in items])


def atom_faults(text):
    root = ElementTree.fromstring(text)
    faults = [] if root.tag == f"{ATOM}feed" else ["is no Atom feed"]
    entries = root.findall(f"{ATOM}entry")
    for one, rules in [(root, FEED), *((entry, ENTRY) for entry in entries)]:
        faults += counted(one, {f"{ATOM}{name}": times for name, times in rules.items()})
        faults += addresses(one, f"{ATOM}icon", f"{ATOM}logo")
        faults += dates(one, is_rfc_3339, f"{ATOM}updated", f"{ATOM}published")
        if ":" not in (one.findtext(f"{ATOM}id") or ""):
            faults.append("an id is no IRI")
        links = one.findall(f"{ATOM}link")
        faults += [
            f"{link.attrib} is no link" for link in links if not is_address(link.get("href"))
        ]
        kinds = [(link.get("rel", "alternate"), link.get("type")) for link in links]
        faults += twice([kind for kind in kinds if kind[0] == "alternate"])
        faults += [
            "a category has no term"
            for category in one.findall(f"{ATOM}category")
            if not category.get("term")
        ]
        faults += ["an author has no name" for name in one.findall(f"{ATOM}author") if not name.findtext(f"{ATOM}name")]  # fmt: skip
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        is_linked = any(
            link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")
        )
        if content is None and not is_linked:
            faults.append("an entry has neither content nor a link")
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            faults.append("nobody wrote an entry")
        if content is not None and content.get("type", "text") not in ("text", "html", "xhtml"):
            faults.append("content of another type")
        faults += [*of_pictures(entry), *of_text(content is not None and content.text)]
    return faults + twice([entry.findtext(f"{ATOM}id") for entry in entries])


def json_faults(text):
    feed = json.loads(text)
    faults = typed(feed, JSON_FEED)
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("is of no version")
    faults += [f"has no {name}" for name in ("title", "items") if name not in feed]
    items = feed.get("items", [])
    for item in items:
        faults += typed(item, JSON_ITEM)
        faults += [] if item.get("id") else ["an item has no id"]
        faults += [] if item.get("content_html") or item.get("content_text") else ["no content"]
        faults += [
            f"{item[name]} is no time"
            for name in ("date_published", "date_modified")
            if name in item and not is_rfc_3339(item[name])
        ]
        faults += of_text(item.get("content_html"))
        faults += ["a tag is no text" for tag in item.get("tags", []) if not isinstance(tag, str)]
    for author in [
        *feed.get("authors", []),
        *(a for item in items for a in item.get("authors", [])),
    ]:
        if not {"name", "url", "avatar"} & {*author}:
            faults.append("an author is nobody")
        if "url" in author and not is_address(author["url"]):
            faults.append(f"{author['url']} is no address")
    return faults + twice([item.get("id") for item in items])


def typed(found, rules):
    faults = [
        f"{name} is {value!r}"
        for name, value in found.items()
        if not name.startswith("_") and not isinstance(value, rules.get(name, ()))
    ]
    return faults + [
        f"{name} is no address: {found[name]}"
        for name in ADDRESSES
        if isinstance(found.get(name), str) and not is_address(found[name])
    ]


def counted(element, rules):
    """Of our own namespace each element is known and stands as often as it may."""
    number = Counter(child.tag for child in element)
    space = element.tag.partition("}")[0] if element.tag.startswith("{") else ""
    unknown = [tag for tag in number if tag not in rules and tag.startswith(space or tuple("abcdefghijklmnopqrstuvwxyz"))]  # fmt: skip
    wrong = [
        f"{tag} {number[tag]} times in {element.tag}"
        for tag, (least, most) in rules.items()
        if not least <= number[tag] <= most
    ]
    return [f"{tag} is unknown in {element.tag}" for tag in unknown] + wrong


def of_pictures(item):
    for content in item.findall(f"{MEDIA}content"):
        if not is_address(content.get("url")):
            yield "a picture has no address"
        for name in ("width", "height"):
            if not re.fullmatch("[1-9][0-9]*", content.get(name, "1")):
                yield f"a picture has {name} {content.get(name)}"
        if content.get("medium") not in (None, "image", "audio", "video", "document", "executable"):
            yield "a medium that is none"


def of_text(html):
    links = LINK.findall(html or "")
    return [
        f"{link} is not whole" for link in links if not re.match("(https?|mailto|tel|sms):", link)
    ]


def addresses(element, *names):
    found = [one.text for name in names for one in element.findall(name)]
    return [f"{text} is no address" for text in found if not is_address(text)]


def is_address(text):
    parts = urlsplit(text or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def dates(element, is_date, *names):
    found = [one.text for name in names for one in element.findall(name)]
    return [f"{text} is no time" for text in found if not is_date(text)]


def is_rfc_822(text):
    return bool(RFC_822.fullmatch(text)) and bool(parsedate_to_datetime(text))


def is_rfc_3339(text):
    return bool(RFC_3339.fullmatch(text)) and bool(datetime.fromisoformat(text))


def twice(found):
    return [f"{one} twice" for one, number in Counter(found).items() if one and number > 1]
