"""A text as the rules read it: plain values, whatever model they come from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, NamedTuple

from writing.blocks import Block, Run
from writing.linting.findings import ADVICE, BLOCK, Finding
from writing.linting.words import plain
from writing.reading.html import read_html


class Picture(NamedTuple):
    """What is said about a picture: in the library, and in its caption where a text shows it."""

    alt: str = ""
    is_decorative: bool = False
    file_name: str = ""
    caption: str = ""

    @classmethod
    def of(cls, image: SimpleNamespace) -> "Picture":
        return cls(image.alt, image.is_decorative, image.file.name or "")

    @property
    def name(self) -> str:
        return self.alt.strip() or self.caption or self.file_name


class Link(NamedTuple):
    href: str
    text: str


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, item of a list, caption or field: a stretch of words without a break.

    ``kind`` is field, paragraph, heading (with ``level``), item, quote, pull-quote, divider, table (its
    caption), cell or picture (with ``image``; its caption is the text). ``at`` counts in reading order.
    """

    field: str
    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    image: int | None = None
    at: int = 0

    @cached_property
    def text(self) -> str:
        return plain("".join(run.text for run in self.runs))

    @property
    def links(self) -> list[Link]:
        neighbors = groupby(self.runs, key=attrgetter("href"))
        return [
            Link(href, plain("".join(run.text for run in runs))) for href, runs in neighbors if href
        ]

    def advice(self, rule: str, passage: str, reason: str, fix: str) -> Finding:
        return Finding(rule, ADVICE, self.field, passage, reason, fix, self.at)

    def block(self, rule: str, passage: str, reason: str, fix: str) -> Finding:
        return Finding(rule, BLOCK, self.field, passage, reason, fix, self.at)


def nothing_is_dead(path: str) -> bool:
    return False


@dataclass(frozen=True)
class Text:
    """``None`` for a part that this kind of text has no field for: rules about it are silent.

    ``invitation`` is ``{name of the form field: text}``; ``headings_from`` the level of its highest
    headings, 3 where the page around it has headings of its own; ``is_dead`` answers for a path inside
    the site, and whoever calls decides how that is found out.
    """

    title: str | None = None
    opening_lines: str | None = None
    summary: str | None = None
    blocks: tuple[Block, ...] = ()
    invitation: Mapping[str, str] = field(default_factory=dict)
    lead_picture: Picture | None = None
    images: Mapping[int, Picture] = field(default_factory=dict)
    headings_from: int = 2
    is_dead: Callable[[str], bool] = nothing_is_dead

    @classmethod
    def of(
        cls,
        *,
        body: str = "",
        lead_image: Any = None,
        images: Mapping[int, Any] | None = None,
        invitation: dict[str, str] | None = None,
        **parts: Any,
    ) -> "Text":
        """From what a form or a row holds: ``body`` is HTML, ``lead_image`` a row of the library,
        ``images`` ``{id: row}``, as ``writing.rendering.pictures_of(body)`` gives them."""
        return cls(
            blocks=tuple(read_html(body or "")),
            lead_picture=Picture.of(lead_image) if lead_image else None,
            images={number: Picture.of(image) for number, image in (images or {}).items()},
            invitation=invitation or {},
            **parts,
        )

    @cached_property
    def passages(self) -> list[Passage]:
        """Everything there is to read, in the order somebody reads it."""
        above = {"title": self.title, "summary": self.summary, "opening_lines": self.opening_lines}
        found = [*in_fields(above), *in_blocks(self.blocks), *in_fields(self.invitation)]
        return [replace(passage, at=number) for number, passage in enumerate(found, start=1)]

    @property
    def body(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.field == "body"]

    @property
    def pictures(self) -> list[tuple[Passage, Picture]]:
        """``(passage, picture)`` for those this text shows; what has left the library is not shown."""
        found = []
        if self.lead_picture:
            found.append((Passage("lead_image", "picture"), self.lead_picture))
        for passage in self.body:
            if picture := self.images.get(passage.image or 0):
                found.append((passage, picture._replace(caption=passage.text)))
        return found


def in_fields(fields: Mapping[str, str | None]) -> Iterator[Passage]:
    for name, text in fields.items():
        if text:
            yield Passage(name, "field", (Run(text),))


def in_blocks(blocks: Iterable[Block], inside: str = "") -> Iterator[Passage]:
    for block in blocks:
        kind = inside if inside and block.kind == "paragraph" else block.kind
        if block.runs or kind in ("picture", "divider"):
            yield Passage("body", kind, tuple(block.runs), block.level, block.image)
        for item in block.items:
            yield from in_blocks(item, "item")
        yield from in_blocks(block.blocks, block.kind)
        for row in block.rows:
            yield from in_blocks(row)
