"""A row of a text, which can be told what it is."""

from dataclasses import dataclass, field

from blog.start.roles import HEADING
from writing.blocks import Block, Run
from writing.runs import text_of

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
        if self.runs or self.own == HEADING:
            return text_of(self.runs)
        inner = self.item or [self.of]
        return "\n".join(filter(None, (block.text for block in inner)))

    @property
    def is_fixed(self) -> bool:
        """Whether it can only stay as it is, or be left out."""
        return self.of.kind not in {"paragraph", "heading", *LISTS, *QUOTES}
