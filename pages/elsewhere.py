"""How a page looks where others show it: among the results of a search, and beside its address when somebody shares it.

    elsewhere.register(Article, heads.in_brief, Article.objects.published)
    elsewhere.of(article)      # as the desk shows it; None for what has no page of its own

It is made of what is saved. For what visitors cannot read nothing is drawn and nothing kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.db.models import Model, QuerySet

from pages import twins
from pages.heads import Head
from pages.share_images import FINDERS, ShareImage

# As much as search engines show, about: they measure the width of the letters and say so nowhere.
LONGEST_TITLE, LONGEST_DESCRIPTION = 60, 155

HEADS: dict[type[Model], Callable[[Any], Head]] = {}
PUBLIC: dict[type[Model], Callable[[], QuerySet]] = {}


def register(
    model: type[Model], head_of: Callable[[Any], Head], public: Callable[[], QuerySet]
) -> None:
    """``public``: the rows that visitors may read now."""
    HEADS[model], PUBLIC[model] = head_of, public


class Cut(NamedTuple):
    """``rest`` is what others leave out."""

    shown: str
    rest: str


@dataclass(frozen=True)
class Elsewhere:
    """``twins``: sentences on other pages that say the same."""

    head: Head
    is_public: bool
    twins: Sequence[str] = ()

    @property
    def title(self) -> Cut:
        return cut(self.head.title, LONGEST_TITLE)

    @property
    def description(self) -> Cut:
        return cut(self.head.description, LONGEST_DESCRIPTION)

    @property
    def way(self) -> str:
        """``practice.example › blog › the-drawer``."""
        parts = urlsplit(self.head.url)
        return " › ".join([parts.netloc, *filter(None, parts.path.split("/"))])

    @property
    def host(self) -> str:
        return urlsplit(self.head.url).netloc

    @property
    def picture(self) -> ShareImage | None:
        """None where visitors are given none as it would be now."""
        image = self.head.image
        public = FINDERS[image.kind](image.slug) if self.is_public else None
        return image if public and public.digest == image.digest else None


def of(row: Model) -> Elsewhere | None:
    head_of = HEADS.get(type(row))
    if head_of is None or not getattr(row, "has_page", True):
        return None
    return Elsewhere(head_of(row), is_public(row), list(twins.sentences(row, PUBLIC)))


def is_public(row: Any) -> bool:
    """What has no state of its own is public from its first day."""
    return bool(getattr(row, "is_published", getattr(row, "is_public", True)))


def cut(text: str, longest: int) -> Cut:
    """At the end of a word, where there is one."""
    if len(text) <= longest:
        return Cut(text, "")
    end = text.rfind(" ", 0, longest + 1)
    end = end if end > longest // 2 else longest
    return Cut(text[:end], text[end:])
