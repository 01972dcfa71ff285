"""A row of a text, which can be told what it is."""

import re
from dataclasses import dataclass, field

from blog.start.roles import HEADING
from writing.blocks import Block, Run
from writing.runs import text_of

GENERATED = re.compile(
    r"\s*(?:description automatically generated|ai-generated content may be incorrect)\.?\s*", re.I
)
FILE_NAME = re.compile(
    r"\S{1,80}\.(?:png|jpe?g|gif|webp|avif|heic|tiff?|bmp)|(?:image|picture|img|graphic)\s*\d*",
    re.I,
)
LISTS = {"list", "numbered"}
QUOTES = {"quote", "pull-quote"}


@dataclass
class Row:
    """``own`` is what it is by itself; ``role`` what it is proposed, or told, to be."""

    of: Block
    own: str
    runs: list[Run] = field(default_factory=list)
    item: list[Block] = field(default_factory=list)
    number: int = 0
    # What stood between the row before and this one, of the same block.
    joint: str = ""
    role: str = ""

    @property
    def text(self) -> str:
        if self.of.rows:
            return self.of.text
        if self.of.kind == "image-note":
            return ""
        if self.runs or self.own == HEADING:
            return text_of(self.runs)
        inner = self.item or [self.of]
        return "\n".join(filter(None, (block.text for block in inner)))

    @property
    def is_fixed(self) -> bool:
        """Whether it can only stay as it is, or be left out."""
        return self.of.kind not in {"paragraph", "heading", *LISTS, *QUOTES}

    @property
    def is_asked(self) -> bool:
        """A picture that has stayed out already, and has no words, is only shown."""
        return (
            bool(self.text)
            or (self.is_fixed and self.of.kind != "image-note")
            or self.of.file is not None
        )

    @property
    def said(self) -> str:
        """How its source describes a picture, unless a program has only named the file."""
        words = GENERATED.sub("", text_of(self.of.runs)).strip()
        return "" if FILE_NAME.fullmatch(words) else words[:300]
