"""What a page shows, as data for machines that read pages (JSON-LD, in the words of schema.org).

One graph for a page. What it names more than once has an ``@id`` and is referred to by it. Nothing is told here that
the page or the practice's facts do not show, and never a rating.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from pages import kept_practice

Node = dict[str, Any]

CONTEXT = "https://schema.org"
# Signs that would end the script element, or a line of a script, wherever they stand in what somebody typed.
ESCAPED = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def written(nodes: Iterable[Node]) -> SafeString:
    """As a script element may hold it, whatever somebody typed; what is empty is left out."""
    graph = {"@context": CONTEXT, "@graph": [without_empty(node) for node in nodes if node]}
    text = json.dumps(graph, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPED))


def without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def identity(address: str, name: str) -> str:
    """Of one thing a page tells of: ``https://…/team/ines-calder/#person``."""
    return f"{settings.SITE_URL}{address}#{name}"


def reference(address: str, name: str) -> Node:
    return {"@id": identity(address, name)}


def the_practice() -> Node:
    return reference("/", "practice")


def the_site() -> Node:
    return reference("/", "site")


def page(url: str, name: str, description: str) -> Node:
    return {
        "@type": "WebPage",
        "@id": f"{url}#page",
        "url": url,
        "name": name,
        "description": description,
        "inLanguage": get_language(),
        "isPartOf": the_site(),
    }


def with_crumbs(page: Node, trail: Sequence[tuple[str | Promise, str]]) -> list[Node]:
    """The page, and the way to it from the home page where it is another one."""
    if not trail:
        return [page]
    listed = {"@type": "BreadcrumbList", "@id": page["url"] + "#crumbs"}
    listed["itemListElement"] = [
        {
            "@type": "ListItem",
            "position": number,
            "name": str(name),
            "item": settings.SITE_URL + address,
        }
        for number, (name, address) in enumerate(trail, start=1)
    ]
    return [page | {"breadcrumb": {"@id": listed["@id"]}}, listed]


def site() -> Node:
    return the_site() | {
        "@type": "WebSite",
        "name": kept_practice.current().name,
        "url": f"{settings.SITE_URL}/",
        "publisher": the_practice(),
    }


def practice() -> Node:
    """In a few words, for every page."""
    row = kept_practice.current()
    return the_practice() | {
        "@type": "MedicalClinic",
        "name": row.name,
        "url": f"{settings.SITE_URL}/",
        "telephone": row.phone,
    }
