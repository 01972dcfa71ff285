"""What a document is to hold: every group, or any; of a group one of its ways to say it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """Terms one after the other; of the last, ``is_begun``, only the beginning."""

    terms: tuple[str, ...]
    is_begun: bool = False


Group = tuple[Way, ...]


@dataclass(frozen=True)
class Wish:
    groups: tuple[Group, ...]
    needs_all: bool = True
    # Not in the text.
    in_names: bool = False
