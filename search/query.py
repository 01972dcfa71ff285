"""What was typed, as the ways in which it may be said: other forms, words that mean the same, slips set right."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from search import ages, kept_words
from search.engines.wishes import Group, Way, Wish
from search.sources import SOURCES
from search.splitting import split
from search.terms import Token, clean, folded_and_term, plain_letters, stem, tokens
from search.words_around import AROUND, WEAK

MOST_LETTERS, MOST_WORDS, LONGEST_PHRASE = 200, 12, 5
# How much a way is worth, against the word itself.
ITSELF, SAME, SLIP, BEGUN, BEGUN_ANYWAY, IN_PHRASE = 1.0, 0.7, 0.85, 0.7, 0.3, 0.7


@dataclass
class Part:
    """One word of what was typed. ``is_weak``: it says more of the asking than of what is asked for."""

    token: Token
    is_weak: bool
    ways: dict[Way, float] = field(default_factory=dict)

    def add(self, way: Way, worth: float) -> None:
        self.ways[way] = max(worth, self.ways.get(way, 0.0))

    def is_in_phrase(self, said: tuple[str, ...]) -> None:
        """Of a phrase that means something as a whole its words mean less: “dead bedroom” is about no bedroom."""
        self.ways[Way((self.token.term,))] = IN_PHRASE
        self.add(Way(said), ITSELF)

    @cached_property
    def words(self) -> dict[str, float]:
        """Ways of one whole word, and what each is worth. Once all ways are there."""
        return {
            way.terms[0]: worth
            for way, worth in self.ways.items()
            if len(way.terms) == 1 and not way.is_begun
        }

    @cached_property
    def longer(self) -> list[tuple[str, str, float]]:
        """The other ways: the first word, where it has to be whole, all of it, and what it is worth."""
        return [
            (
                "" if way.is_begun and len(way.terms) == 1 else way.terms[0],
                f"{' '.join(way.terms)}{'' if way.is_begun else ' '}",
                worth,
            )
            for way, worth in self.ways.items()
            if len(way.terms) > 1 or way.is_begun
        ]

    @property
    def weight(self) -> float:
        return 0.25 if self.is_weak else 1.0

    @property
    def group(self) -> Group:
        return tuple(self.ways)


class Query:
    """``is_literal``: without other words that mean the same."""

    def __init__(self, typed: str, *, is_literal: bool = False) -> None:
        self.typed = " ".join(clean(typed[: 2 * MOST_LETTERS]).split())[:MOST_LETTERS]
        self.all = list(self.taken_apart())[: 2 * MOST_WORDS]
        self.is_open = not typed.endswith(" ")
        said = self.in_phrases()
        meant = [one for one in self.all if one in said or not {*one[2:]} & AROUND] or self.all
        # What is asked for before what says more of the asking; again in the order in which it was typed.
        kept = sorted(sorted(meant, key=is_weak)[:MOST_WORDS])
        are_all_weak = all(map(is_weak, kept))
        self.parts = [Part(one, is_weak(one) and not are_all_weak) for one in kept]
        # What stands for a word that is not known: typed -> meant.
        self.instead: dict[str, str] = {}
        for part in self.parts:
            self.add_ways(part)
        self.add_joined()
        if not is_literal:
            self.add_ages()
            self.add_same()
        self.kinds = {kind for kind, source in SOURCES.items() if self.asks_for(source.called)}

    def __bool__(self) -> bool:
        return bool(self.parts)

    def taken_apart(self) -> Iterator[Token]:
        """The words that were typed, two or more that were typed as one as these."""
        for token in list(tokens(self.typed))[: 2 * MOST_WORDS]:
            words = [] if is_understood(token) else split(token.folded, is_word)
            for word in words:
                yield Token(token.start, token.end, *folded_and_term(word))
            if not words:
                yield token

    def in_phrases(self) -> set[Token]:
        """Words of a phrase that somebody told the meaning of: of “what to say” no word counts alone."""
        return {
            token
            for start, end in spans(len(self.all))
            if end > start + 1 and same_as(tuple(one.term for one in self.all[start:end]))
            for token in self.all[start:end]
        }

    def asks_for(self, called: tuple[str, ...]) -> bool:
        return any(one.folded in called for one in self.all)

    def add_ways(self, part: Part) -> None:
        token, known = part.token, kept_words.vocabulary()
        part.add(Way((token.term,)), ITSELF)
        is_known = known.knows(token.term)
        if token is self.all[-1] and self.is_open and len(token.folded) > 2:
            begun = Way((plain_letters(token.folded),), is_begun=True)
            if not is_known and known.begins(token.folded):
                part.add(begun, BEGUN)
                return
            if len(token.folded) > 3:
                part.add(begun, BEGUN_ANYWAY)
        if not is_known:
            self.set_right(part, known)

    def set_right(self, part: Part, known: kept_words.Vocabulary) -> None:
        word = part.token.folded
        if meant := known.meant_by(word):
            self.instead[word] = meant[0]
            for one in meant:
                part.add(Way((plain_letters(stem(one)),)), SLIP)

    def add_joined(self) -> None:
        """“well being” is also “wellbeing”."""
        for one, other in zip(self.parts, self.parts[1:], strict=False):
            joined = one.token.folded + other.token.folded
            term = plain_letters(stem(joined))
            if len(joined) > 5 and kept_words.vocabulary().knows(term):
                one.add(Way((term,)), SLIP)
                other.add(Way((term,)), SLIP)

    def add_ages(self) -> None:
        by_token = {part.token: part for part in self.parts}
        for token, called in ages.called(self.all):
            if token in by_token:
                by_token[token].add(Way(called), SLIP)

    def add_same(self) -> None:
        by_token = {part.token: part for part in self.parts}
        for start, end in spans(len(self.all)):
            parts = [by_token[one] for one in self.all[start:end] if one in by_token]
            for said in self.ways_to_say(self.all[start:end], by_token):
                others = same_as(said)
                for part in parts if others else ():
                    if len(said) > 1:
                        part.is_in_phrase(said)
                    for other in others:
                        part.add(Way(other), SAME)

    def ways_to_say(self, span: list[Token], parts: dict[Token, Part]) -> Iterator[tuple[str, ...]]:
        yield tuple(one.term for one in span)
        if len(span) == 1 and span[0] in parts:
            for way, worth in list(parts[span[0]].ways.items()):
                if worth == SLIP:
                    yield way.terms

    @property
    def strong(self) -> tuple[Group, ...]:
        return tuple(part.group for part in self.parts if not part.is_weak)

    def wishes(self) -> Iterator[tuple[Wish, int]]:
        """What to ask for, and how much of each: what is in names first, then in texts."""
        every = tuple(part.group for part in self.parts)
        if len(self.all) > 1:
            yield Wish(((Way(tuple(one.term for one in self.all)),),)), 100
        yield Wish(self.strong, in_names=True), 500
        yield Wish(self.strong), 600
        if len(every) > 1:
            yield Wish(every, needs_all=False, in_names=True), 500
            yield Wish(self.strong, needs_all=False), 300


def same_as(said: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The other ways to say it."""
    return kept_words.words().same.get(kept_words.as_said_of_anybody(said), [])


def is_weak(token: Token) -> bool:
    return token.folded in WEAK


def is_understood(token: Token) -> bool:
    """As it stands, as the beginning of a word, or with slips."""
    known, word = kept_words.vocabulary(), token.folded
    return is_word(word) or known.begins(word) or bool(known.meant_by(word))


def is_word(word: str) -> bool:
    """That stands in a text or in the lists of words, or around what is looked for."""
    term = folded_and_term(word)[1]
    return word in AROUND or word in WEAK or kept_words.vocabulary().knows(term)


def spans(number: int) -> Iterator[tuple[int, int]]:
    for start in range(number):
        for end in range(start + 1, min(start + LONGEST_PHRASE, number) + 1):
            yield start, end
