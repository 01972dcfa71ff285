"""Whether what was typed tells of danger, and of which kind, by phrases that staff keep.

A phrase is words in their order, with up to two others between them, each with small slips; with ``+`` between them,
in any order. What is only said to sound like danger is taken out first: of what is left any phrase shows help. It is
better shown once too often.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, product
from typing import NamedTuple

from search.disguises import undisguised
from search.in_any_order import in_any_order
from search.meant import HELP, POINTER, Match, Meant, Phrase, kinds_of, languages_of
from search.pronouns import in_both_orders
from search.slips import apart, letters, most_slips
from search.splitting import split
from search.terms import Token, clean, folded_and_term, tokens
from search.words_around import AROUND, words

# Other words between two of a phrase; and as much as is looked at of what was typed.
BETWEEN, MOST_LETTERS, MOST_WORDS = 2, 6000, 800
# Of a phrase with many words of several parts, as many ways to say it.
MOST_WAYS = 64
# As many words of a phrase may stand before what only sounds like it.
LONGEST_BEFORE = 4
# Words of their own, a slip away from those of the lists.
OTHER_WORDS = words(
    """
    abide amuse amused arm cut cute cuts hurry hurdle hut dye diet dies dice kiln kill skill still will well wall mill
    bill fill hill till pill gill suit suite inside beside decide reside rapid rope ripe rate rare race bear heat best
    beast boat belt bet hat hit his hid live love like life wife knife file line wine mine self shelf sell seek pull
    pulls pills bills hills want went wait wand overdone overdo overdue overcome invest invests invested investing
    ingest hapless homeless impatient prison prisons dancer dancers danced dagger daggers runway runways swelter butter
    buttered bitter better clutter cuter shutter shutters shifter shorter smaller starter starters stacked stagger stale
    stalled sweater sweaters shelves setter rake raking racing races rates rating rapping rooted grape grapes grouped
    modest modesty moment moments moleskin mutate bullet bullets bulletin bulky buddy buddies bury buried headline
    headlines hotlink lifelike lifetime violet violets valence violeta emergence emergent crises crisp crisps policy
    policies coarse unlike abase cbt addict addicts addicted addicting addictive addiction ambulante moreno morena politica politico
    molesta molesto molestar molestia quedar quedo queda quedarme quedarse
    doze dozed dozing dosed dosing
    """
)
Phrases = dict[str, list[Phrase]]


class Listed(NamedTuple):
    """A list of phrases, as staff keep it."""

    phrases: str
    only_sounds_like_it: bool = False
    only_says_who: bool = False
    kind: str = ""
    language: str = "en"


@dataclass
class Danger:
    """Phrases by their first word."""

    phrases: Phrases = field(default_factory=lambda: defaultdict(list))
    sounds: Phrases = field(default_factory=lambda: defaultdict(list))
    who: Phrases = field(default_factory=lambda: defaultdict(list))
    unordered: list[Phrase] = field(default_factory=list)
    # First letter -> word -> its letters, and its term.
    words: dict[str, dict[str, tuple[int, str]]] = field(default_factory=lambda: defaultdict(dict))
    # Term -> the languages of the lists it stands in.
    spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, lists: Iterable[Listed]) -> "Danger":
        found = cls()
        for one in lists:
            into = found.into(one)
            for line in one.phrases.splitlines():
                if "+" in line:
                    places = tuple(found.any_of(part, one.language) for part in line.split("+"))
                    found.unordered.append(Phrase(places, one.kind, one.language))
                    continue
                for places in found.read(line, one.language):
                    for first in places[0] if places else ():
                        into[first].append(Phrase(places, one.kind, one.language))
        return found

    def into(self, one: Listed) -> Phrases:
        if one.only_sounds_like_it:
            return self.sounds
        return self.who if one.only_says_who else self.phrases

    def read(self, line: str, language: str) -> Iterator[tuple[frozenset[str], ...]]:
        """A phrase as staff write it: ``hurt/harm myself``. Of ``self-harm`` the words stand one after the other."""
        places = []
        for place in clean(line).split():
            ways = [list(tokens(part)) for part in place.split("/")]
            self.learn(chain(*ways), language)
            single = frozenset(way[0].term for way in ways if len(way) == 1)
            several = [tuple(frozenset([one.term]) for one in way) for way in ways if len(way) > 1]
            places.append([(single,), *several] if single else several or [()])
        for chosen in islice(product(*places), MOST_WAYS):
            yield tuple(chain(*chosen))

    def any_of(self, part: str, language: str) -> frozenset[str]:
        words = list(tokens(clean(part)))
        self.learn(words, language)
        return frozenset(one.term for one in words)

    def learn(self, words: Iterable[Token], language: str) -> None:
        for one in words:
            self.words[one.folded[0]][one.folded] = letters(one.folded), one.term
            self.spoken[one.term].add(language)

    def look(self, typed: str) -> Meant:
        read = in_both_orders(list(islice(self.taken_apart(typed), MOST_WORDS)))
        typed_words = [one.token for one in read]
        said = [
            may_be | one.also for may_be, one in zip(self.meant(typed_words), read, strict=True)
        ]
        left = self.without_sounds(said)
        if found := [*matches(self.phrases, left), *in_any_order(self.unordered, left)]:
            found += matches(self.who, left)
            spoken = [self.spoken_in(one) for one in typed_words]
            return Meant(HELP, kinds_of(found), languages_of(found, spoken))
        if left != said and any(self.stands(self.phrases, said, at) for at in range(len(said))):
            return Meant(POINTER)
        return Meant()

    def taken_apart(self, typed: str) -> Iterator[Token]:
        """With “killmyself” as two words; but not “therapist”: only what is a phrase by itself is taken for one."""
        text = undisguised(clean(typed[:MOST_LETTERS]), self.is_listed)
        for token in tokens(text):
            words = split(token.folded, self.is_word)
            pieces = [Token(token.start, token.end, *folded_and_term(word)) for word in words]
            said = self.meant(pieces)
            if any(self.stands(self.phrases, said, at) > at + 1 for at in range(len(said))):
                yield from pieces
            else:
                yield token

    def is_word(self, word: str) -> bool:
        return word in AROUND or self.is_listed(word)

    def is_listed(self, word: str) -> bool:
        return folded_and_term(word)[1] in self.spoken

    def meant(self, typed: list[Token]) -> list[frozenset[str]]:
        """For each word the words of the lists that it may be."""
        known: dict[str, frozenset[str]] = {}
        for one in typed:
            if one.folded not in known:
                known[one.folded] = frozenset(self.may_be(one))
        return [known[one.folded] for one in typed]

    def may_be(self, typed: Token) -> dict[str, int]:
        """With the slips by which it is that word."""
        found = {typed.term: 0}
        if typed.term in self.spoken or typed.folded in OTHER_WORDS:
            return found
        mask = letters(typed.folded)
        for other, (other_mask, term) in self.words.get(typed.folded[0], {}).items():
            # Of three letters two may be turned: “dei”.
            is_turned = len(other) == len(typed.folded) == 3 and mask == other_mask
            most = 1 if is_turned else most_slips(other)
            if not most or (mask ^ other_mask).bit_count() > 2 * most:
                continue
            # Of four letters a changed one makes another word.
            if len(other) == 4 and mask != other_mask:
                continue
            slips = apart(typed.folded, other, most)
            if slips <= most:
                found[term] = min(slips, found.get(term, slips))
        return found

    def spoken_in(self, typed: Token) -> frozenset[str]:
        """The languages of the words that it is nearest to."""
        near = {term: slips for term, slips in self.may_be(typed).items() if term in self.spoken}
        least = min(near.values(), default=0)
        return frozenset(
            language for term in near if near[term] == least for language in self.spoken[term]
        )

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
        """Whether a longer phrase of danger has what only sounds like it inside: “dad beats me” is no “beats me”."""
        return self.stands(self.phrases, said, at, between=0) > end or any(
            self.stands(self.phrases, said, first, between=0) >= end
            for first in range(max(0, at - LONGEST_BEFORE), at)
        )

    def stands(
        self,
        phrases: Phrases,
        said: list[frozenset[str]],
        at: int,
        between: int = BETWEEN,
    ) -> int:
        """Where the longest phrase that begins at ``at`` ends, or 0."""
        ends = [
            where[-1] + 1
            for first in said[at]
            for phrase in phrases.get(first, ())
            if (where := follow(phrase, said, at, between))
        ]
        return max(ends, default=0)


def matches(phrases: Phrases, said: list[frozenset[str]]) -> Iterator[Match]:
    for at, may_be in enumerate(said):
        for first in may_be:
            for phrase in phrases.get(first, ()):
                if where := follow(phrase, said, at, BETWEEN):
                    yield Match(phrase, where)


def follow(phrase: Phrase, said: list[frozenset[str]], at: int, between: int) -> tuple[int, ...]:
    """Where the words of ``phrase`` stand, the first of them at ``at``; nowhere if one is not said."""
    where = [at]
    for terms in phrase.places[1:]:
        begin = where[-1] + 1
        for near in range(begin, min(begin + between + 1, len(said))):
            if terms & said[near]:
                where.append(near)
                break
        else:
            return ()
    return tuple(where)
