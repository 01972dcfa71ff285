"""Lists and their items, while a text is read: an item keeps the number that it had."""

import re
from collections import Counter

from writing.blocks import MAX_LIST_DEPTH, Block
from writing.reading.state import State
from writing.reading.vocabulary import LISTS

LETTERED = re.compile(
    r"list-style(?:-type)?:[^;]*\b(?:lower|upper)-(?:alpha|latin|roman|greek)", re.IGNORECASE
)
LETTER_TYPES = {"a", "A", "i", "I"}
NUMBER = re.compile(r"\d{1,4}")


class ReadsLists:
    state: State
    line: Block | None
    elements: list[tuple[str, State]]
    left_out: Counter[str]

    def start_list(self, tag: str, attrs: dict[str, str]) -> None:
        self.line = self.state.picture
        state = self.state
        if state.picture or state.list_depth >= MAX_LIST_DEPTH:
            return
        start = attrs.get("start", "")
        block = Block(LISTS[tag], start=int(start) if NUMBER.fullmatch(start) else 1)
        put_list(state, block)
        if not state.list_depth:
            self.say_letters(attrs)
        self.state = state.but(
            items=block.items, listed=block, in_item=False, list_depth=state.list_depth + 1, level=0, depth=0
        )  # fmt: skip

    def start_item(self, attrs: dict[str, str]) -> None:
        self.line = self.state.picture
        state = self.state
        if state.picture:
            return
        if NUMBER.fullmatch(attrs.get("value", "")):
            self.count_on(int(attrs["value"]))
            state = self.state
        items = state.items
        if items is None:
            last = state.target[-1] if state.target else None
            if last is None or last.kind != "list":
                last = Block("list")
                state.target.append(last)
            items = last.items
        items.append([])
        if len(items) == 1 and state.list_depth == 1:
            self.say_letters(attrs)
        self.state = state.but(target=items[-1], items=items, in_item=True, level=0, depth=0)

    def say_letters(self, attrs: dict[str, str]) -> None:
        """A list that is counted in letters has numbers here; one inside of another may."""
        if attrs.get("type") in LETTER_TYPES or LETTERED.search(attrs.get("style", "")):
            self.left_out["lettered"] += 1

    def count_on(self, number: int) -> None:
        """The next item has this number: its list begins with it, or another one does."""
        block = self.state.listed
        if block is None or block.kind != "numbered" or self.state.items is not block.items:
            return
        if not block.items:
            block.start = number
        elif number != block.start + len(block.items):
            around = next(before for tag, before in reversed(self.elements) if tag in LISTS)
            other = Block("numbered", start=number)
            put_list(around, other)
            self.state = self.state.but(items=other.items, listed=other)
            # What comes behind this item goes on with the new list.
            self.elements[-1] = (self.elements[-1][0], self.state)


def put_list(state: State, block: Block) -> None:
    if state.items is not None and state.items and not state.in_item:
        state.items[-1].append(block)  # a list straight inside a list, as some programs write
    elif state.items is not None and not state.in_item:
        state.items.append([block])
    else:
        state.put(block)
