"""What was left out of a text, counted by kind, with the place of each: the words that stand before it."""

from collections import Counter
from collections.abc import Mapping

# As many places of one kind as somebody goes and looks at, and as many characters as tell one.
MOST_PLACES, LONGEST = 20, 60
# These are counted when the whole text is read; their places are noted on the way.
COUNTED_LATE = {"comment", "comment-mark"}


class Places(Counter):
    """A ``Counter``; where a number grows, the place is noted. ``after`` is ``{kind: [words before]}``."""

    def __init__(self) -> None:
        super().__init__()
        self.after: dict[str, list[str]] = {}
        self.tail = ""

    def pass_by(self, text: str) -> None:
        """These words have been read."""
        self.tail = (self.tail + text)[-2 * LONGEST :]

    def note(self, kind: str, tail: str | None = None) -> None:
        places = self.after.setdefault(kind, [])
        words = shortened(self.tail if tail is None else tail)
        if words and len(places) < MOST_PLACES:
            places.append(words)

    def __setitem__(self, kind: str, number: int) -> None:
        if number > self.get(kind, 0) and kind not in COUNTED_LATE:
            self.note(kind)
        super().__setitem__(kind, number)

    def take(self, other: Mapping[str, int]) -> None:
        """What was counted elsewhere, with its places if it has any."""
        for kind, number in other.items():
            super().__setitem__(kind, self.get(kind, 0) + number)
        for kind, places in getattr(other, "after", {}).items():
            for words in places:
                self.note(kind, words)


def shortened(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= LONGEST:
        return words
    return words[-LONGEST:].partition(" ")[2] or words[-LONGEST:]


def add_counts(counts: Counter[str], found: Mapping[str, int]) -> None:
    if isinstance(counts, Places):
        counts.take(found)
    else:
        counts.update(found)
