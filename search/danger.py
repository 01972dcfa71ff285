"""Whether what was typed tells of danger, by phrases that staff keep.

A phrase is words in their order, with up to two others between them, each with small slips. What is only said to
sound like danger is taken out first: of what is left any phrase shows help. It is better shown once too often.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.slips import apart, letters, most_slips
from search.splitting import split
from search.terms import Token, clean, folded_and_term, tokens
from search.words_around import AROUND, words

HELP, POINTER, NOTHING = "help", "pointer", ""
# Other words between two of a phrase; and as much as is looked at of what was typed.
BETWEEN, MOST_LETTERS, MOST_WORDS = 2, 6000, 800
# As many words of a phrase may stand before what only sounds like it.
LONGEST_BEFORE = 4
# Words of their own, a slip away from those of the lists.
OTHER_WORDS = words(
    """
    abide amuse amused arm cut cute cuts hurry hurdle hut dye diet dies dice kiln kill skill still will well wall mill
    bill fill hill till pill gill suit suite inside beside decide reside rapid rope ripe rate rare race bear heat best
    beast boat belt bet hat hit his hid live love like life wife knife file line wine mine self shelf sell seek pull
    pulls pills bills hills want went wait wand overdone
    """
)
# For each place the words that may stand there.
Phrase = tuple[frozenset[str], ...]


@dataclass
class Danger:
    """Phrases by their first word."""

    phrases: dict[str, list[Phrase]]
    sounds: dict[str, list[Phrase]]
    # First letter -> term -> its letters, and the word itself.
    words: dict[str, dict[str, tuple[int, str]]]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, bool]]) -> "Danger":
        found = cls(defaultdict(list), defaultdict(list), defaultdict(dict))
        for phrases, only_sounds in rows:
            into = found.sounds if only_sounds else found.phrases
            for line in phrases.splitlines():
                if phrase := found.read(line):
                    for first in phrase[0]:
                        into[first].append(phrase)
        return found

    def read(self, line: str) -> Phrase:
        """A phrase as staff write it: ``hurt/harm myself``."""
        places = []
        for place in clean(line).split():
            said = [one for part in place.split("/") for one in tokens(part)]
            for one in said:
                self.words[one.folded[0]][one.term] = letters(one.folded), one.folded
            if said:
                places.append(frozenset(one.term for one in said))
        return tuple(places)

    def look(self, typed: str) -> str:
        """``HELP``, ``POINTER`` or ``NOTHING``."""
        said = self.meant(list(self.taken_apart(typed))[:MOST_WORDS])
        left = self.without_sounds(said)
        if any(self.stands(self.phrases, left, at) for at in range(len(left))):
            return HELP
        if left != said and any(self.stands(self.phrases, said, at) for at in range(len(said))):
            return POINTER
        return NOTHING

    def taken_apart(self, typed: str) -> Iterator[Token]:
        """With “killmyself” as two words; but not “therapist”: only what is a phrase by itself is taken for one."""
        for token in tokens(clean(typed[:MOST_LETTERS])):
            words = split(token.folded, self.is_word)
            pieces = [Token(token.start, token.end, *folded_and_term(word)) for word in words]
            said = self.meant(pieces)
            if any(self.stands(self.phrases, said, at) > at + 1 for at in range(len(said))):
                yield from pieces
            else:
                yield token

    def is_word(self, word: str) -> bool:
        term = folded_and_term(word)[1]
        return word in AROUND or term in self.words.get(word[0], {})

    def meant(self, typed: list[Token]) -> list[frozenset[str]]:
        """For each word the words of the lists that it may be."""
        known: dict[str, frozenset[str]] = {}
        for one in typed:
            if one.folded not in known:
                known[one.folded] = frozenset(self.may_be(one))
        return [known[one.folded] for one in typed]

    def may_be(self, typed: Token) -> Iterable[str]:
        yield typed.term
        near = self.words.get(typed.folded[0], {})
        if typed.term in near or typed.folded in OTHER_WORDS:
            return
        mask = letters(typed.folded)
        for term, (other_mask, other) in near.items():
            most = most_slips(other)
            if not most or (mask ^ other_mask).bit_count() > 2 * most:
                continue
            # Of four letters a changed one makes another word.
            if len(other) == 4 and mask != other_mask:
                continue
            if apart(typed.folded, other, most) <= most:
                yield term

    def without_sounds(self, said: list[frozenset[str]]) -> list[frozenset[str]]:
        left, at = [], 0
        while at < len(said):
            end = self.stands(self.sounds, said, at, between=0)
            if end and not self.says_more(said, at, end):
                left += [frozenset[str]()] * (end - at)
                at = end
            else:
                left.append(said[at])
                at += 1
        return left

    def says_more(self, said: list[frozenset[str]], at: int, end: int) -> bool:
        """Whether a phrase of danger has what only sounds like it inside: “dad beats me” is no “beats me”."""
        return any(
            self.stands(self.phrases, said, first, between=0) >= end
            for first in range(max(0, at - LONGEST_BEFORE), at)
        )

    def stands(
        self,
        phrases: dict[str, list[Phrase]],
        said: list[frozenset[str]],
        at: int,
        between: int = BETWEEN,
    ) -> int:
        """Where the longest phrase that begins at ``at`` ends, or 0."""
        ends = [
            follow(phrase, said, at, between)
            for first in said[at]
            for phrase in phrases.get(first, ())
        ]
        return max(ends, default=0)


def follow(phrase: Phrase, said: list[frozenset[str]], at: int, between: int) -> int:
    """Behind the last word of ``phrase``, whose first stands at ``at``; 0 where it is not said."""
    place = at + 1
    for terms in phrase[1:]:
        for near in range(place, min(place + between + 1, len(said))):
            if terms & said[near]:
                place = near + 1
                break
        else:
            return 0
    return place
