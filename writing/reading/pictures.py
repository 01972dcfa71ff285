"""Pictures while a text is read: those of our library, those that stay out, and those that are no pictures."""

import re
from typing import Any

from writing.blocks import Block, Run
from writing.reading.emoji import emoji_in
from writing.reading.state import State


class ReadsPictures:
    state: State
    line: Block | None
    root: list[Block]
    open_line: Any
    add_text: Any

    def add_image(self, attrs: dict[str, str]) -> None:
        alt = " ".join(attrs.get("alt", "").split())
        if self.is_bullet():
            (self.line or self.open_line()).marker += "•"
        elif emoji := emoji_in(attrs, alt):
            self.add_text(emoji)
        else:
            file = attrs.get("data-file", "")
            number = int(file) if re.fullmatch(r"\d{1,2}", file) else None
            self.root.append(Block("image-note", [Run(alt)] if alt else [], file=number))

    def is_bullet(self) -> bool:
        """Whether a picture here is the dot in front of a line of Word's lists."""
        is_first = not (self.line and (self.line.runs or self.line.marker))
        return self.state.is_marker or (bool(self.state.depth) and is_first)

    def start_picture(self, attrs: dict[str, str]) -> None:
        self.line = self.state.picture
        number = attrs.get("data-image", "")
        if self.state.picture or not re.fullmatch(r"[1-9]\d{0,17}", number):
            return
        block = Block("picture", image=int(number))
        self.state.put(block)
        self.line = block
        self.state = self.state.but(picture=block)
