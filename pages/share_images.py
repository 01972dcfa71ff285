"""The picture that stands beside the address of a page where somebody shares it.

Its address ends in a digest of all that is drawn, so nobody who keeps it shows an old one. It is drawn when
somebody first asks for it, and only while the page is public: whoever has such pages registers how one is found.

    share_images.register("article", lambda slug: …)      # a ``ShareImage``, or None

Where it lies: ``pages.share_files``.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.urls import reverse

from pages import kept_practice
from pages.models import Practice
from pictures.models import Image

# Goes up when something is drawn in another way.
RECIPE = 2
PRACTICE = "practice"

FINDERS: dict[str, Callable[[str], "ShareImage | None"]] = {}


def register(kind: str, find: Callable[[str], "ShareImage | None"]) -> None:
    """``find(slug)`` gives what stands beside a public page of this kind."""
    FINDERS[kind] = find


@dataclass(frozen=True)
class ShareImage:
    """``words`` are drawn large, ``above`` them a line that is small."""

    kind: str
    slug: str
    words: str
    above: str = ""
    picture: Image | None = None

    @cached_property
    def drawn(self) -> dict[str, object]:
        practice = kept_practice.current()
        return {
            "words": str(self.words),
            "above": str(self.above),
            "practice": str(practice.known_as),
            "accent": practice.accent_light,
            "focus": self.picture.focus if self.picture else [],
        }

    @property
    def files(self) -> list[str]:
        logo = kept_practice.current().logo
        return [str(one.file.name) if one else "" for one in (self.picture, logo)]

    @cached_property
    def digest(self) -> str:
        said = json.dumps([RECIPE, self.drawn, self.files], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def path(self) -> str:
        return reverse("pages:share_image", args=[self.kind, self.slug, self.digest])

    @property
    def url(self) -> str:
        return settings.SITE_URL + self.path

    @property
    def alt(self) -> str:
        return ", ".join(filter(None, [str(self.words), str(self.above)]))


def of_practice(practice: Practice) -> ShareImage:
    """For whatever has no picture of its own."""
    return ShareImage(PRACTICE, "home", practice.name, practice.tagline)


register(PRACTICE, lambda slug: of_practice(kept_practice.current()) if slug == "home" else None)
