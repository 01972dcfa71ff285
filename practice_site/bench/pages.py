"""Which pages are measured. A peer is asked for the same addresses, and for those it does not have, nothing."""

from dataclasses import dataclass

# What a browser of today asks for.
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@dataclass(frozen=True)
class PageType:
    name: str
    status: int = 200
    # Asked again by somebody who has just this page.
    is_known: bool = False
    # At the desk, by somebody who has signed in; measured in process alone.
    is_for_staff: bool = False


PAGE_TYPES = [
    PageType("article"),
    PageType("article, known", status=304, is_known=True),
    PageType("index"),
    PageType("last page"),
    PageType("home"),
    PageType("team"),
    PageType("profile"),
    PageType("specialty"),
    PageType("get started"),
    PageType("feed"),
    PageType("sitemap section"),
    PageType("404", status=404),
    PageType("desk", is_for_staff=True),
    PageType("desk, articles", is_for_staff=True),
]
NAMES = [page.name for page in PAGE_TYPES]
