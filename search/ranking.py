"""Which of what holds the words is meant, the likeliest first: the same for both databases."""

from dataclasses import dataclass
from math import log
from typing import NamedTuple

from search.models import Document
from search.query import Part, Query
from search.sources import SOURCES, STOP

IN_TITLE, IS_NAME, IN_NAMES, IN_TEXT = 10.0, 8.5, 7.0, 2.5
ALL_IN_TITLE, ALL_IN_NAMES, ALL_IN_TEXT = 6.0, 4.0, 2.5
SAID_AS_TITLE, SAID_IN_TITLE, SAID_IN_NAMES, SAID_IN_TEXT = 16.0, 8.0, 3.0, 3.5
ASKED_FOR = 4.0
# Of how many the text is read, and up to what share of the best one others of other kinds come next to it.
MOST_READ, BESIDE, LEFT_OUT = 60, 0.62, 0.34
# What a word weighs at least that nearly everything holds, and from how many documents on that is a sign.
LEAST_RARITY, FEW = 0.3, 20


@dataclass
class Candidate:
    document: Document
    # Of what was typed as a whole, the terms in their order.
    holds_all: bool
    score: float = 0.0
    has_all: bool = False


class Held(NamedTuple):
    """How well a part of what was typed stands in a document, by the worth of the best way to say it. ``text`` may
    be a guess where the text was not read."""

    title: float
    name: float
    names: float
    text: float

    @property
    def is_anywhere(self) -> bool:
        return any(self)

    @property
    def worth(self) -> float:
        return max(
            self.title * IN_TITLE,
            self.name * IS_NAME,
            self.names * IN_NAMES,
            self.text * IN_TEXT,
        )


def rank(found: list[Candidate], query: Query, texts: dict[int, str]) -> list[Candidate]:
    """``texts``: the terms of the text, of those whose text was read."""
    held = [hold(query, one, texts.get(one.document.pk)) for one in found]
    weights = weights_of(query.parts, held)
    for one, parts in zip(found, held, strict=True):
        said = as_said(query, one.document, texts.get(one.document.pk, ""))
        one.score, one.has_all = score(one, query, parts, weights)
        one.score += said
    return sorted(found, key=order)


def order(one: Candidate) -> tuple:
    document = one.document
    return -round(one.score, 6), document.kind, document.title, -document.object_id, document.part


def hold(query: Query, one: Candidate, text: str | None) -> list[Held]:
    """For each part of the query."""
    title, names = Terms(one.document.title_terms), Terms(one.document.names_terms)
    read = None if text is None else Terms(text)
    # Not read yet: somewhere in it, if the database says that all of it is there.
    guessed = 0.5 if one.holds_all else 0.0
    held = []
    for part in query.parts:
        named = names.said(part)
        as_name = (worth for way, worth in named.items() if f" {STOP} {way} {STOP} " in names.text)
        held.append(
            Held(
                title=title.best(part),
                name=max(as_name, default=0.0),
                names=max(named.values(), default=0.0),
                text=read.best(part) if read else guessed,
            )
        )
    return held


def weights_of(parts: list[Part], held: list[list[Held]]) -> list[float]:
    """Of a sentence the rare words say what is meant: “says” stands in every text."""
    number = max(len(held), FEW)
    weights = []
    for place, part in enumerate(parts):
        holding = sum(1 for row in held if row[place].is_anywhere)
        rarity = log(1 + number / (1 + holding)) / log(1 + number)
        weights.append(part.weight * max(rarity, LEAST_RARITY))
    return weights


def score(
    one: Candidate, query: Query, held: list[Held], weights: list[float]
) -> tuple[float, bool]:
    total = sum(weight * part.worth for weight, part in zip(weights, held, strict=True))
    strong = [of for of, part in zip(held, query.parts, strict=True) if not part.is_weak]
    found = total / sum(weights)
    in_all = all(part.is_anywhere for part in strong)
    if all(part.title for part in strong):
        found += ALL_IN_TITLE
    elif all(part.title or part.names for part in strong):
        found += ALL_IN_NAMES
    elif in_all:
        found += ALL_IN_TEXT
    source = SOURCES[one.document.kind]
    found += source.weight + (ASKED_FOR if one.document.kind in query.kinds else 0)
    return found, in_all


def as_said(query: Query, document: Document, text: str) -> float:
    """For what was typed, word after word."""
    title, names = f" {document.title_terms} ", f" {document.names_terms} "
    said = f" {' '.join(one.term for one in query.all)} "
    if said == title:
        return SAID_AS_TITLE
    if said in title:
        return SAID_IN_TITLE
    if len(query.all) > 1 and title in said and title.count(" ") > 2:
        return SAID_IN_TITLE
    if said in names:
        return SAID_IN_NAMES
    return SAID_IN_TEXT if len(query.all) > 2 and said in f" {text} " else 0.0


class Terms:
    """Of one field of a document: as they stand, and each once."""

    def __init__(self, text: str) -> None:
        self.text, self.each = f" {text} ", frozenset(text.split())

    def said(self, part: Part) -> dict[str, float]:
        """The ways of a part that stand here, with what each is worth."""
        found = {word: part.words[word] for word in part.words.keys() & self.each}
        for first, whole, worth in part.longer:
            if (not first or first in self.each) and f" {whole}" in self.text:
                found[whole.strip()] = worth
        return found

    def best(self, part: Part) -> float:
        return max(self.said(part).values(), default=0.0)


def without_far(ranked: list[Candidate]) -> list[Candidate]:
    """Nothing that only shares a word with what was typed, where something better is there."""
    if not ranked:
        return []
    least = ranked[0].score * LEFT_OUT
    return [one for one in ranked if one.has_all or one.score >= least]


def mixed(ranked: list[Candidate], asked_for: set[str]) -> list[Candidate]:
    """Who types one word may mean the topic, a person or a text: of the first three places each kind gets one,
    as long as it is about as near; two of them a kind that was asked for."""
    rest, first = list(ranked), []
    while rest and len(first) < 3:
        kinds = {one.document.kind for one in first}
        if len(first) == 1:
            kinds -= asked_for
        near = [one for one in rest if one.score >= ranked[0].score * BESIDE]
        other = next((one for one in near if one.document.kind not in kinds), None)
        chosen = other or rest[0]
        first.append(chosen)
        rest.remove(chosen)
    return first + rest
