"""Which of what holds the words is meant, the likeliest first: the same for both databases."""

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import NamedTuple

from search.models import Document
from search.query import Part, Query
from search.sources import SOURCES, STOP

# What a word is worth by where it stands, and what as much of the text as of a name adds.
IN_TITLE, IS_NAME, IN_NAMES, IN_TEXT, ALSO = 10.0, 8.5, 8.0, 3.5, 0.5
# Where all that was asked for is there; and how much of it is.
ALL_IN_TITLE, ALL_IN_NAMES, ALL_IN_TEXT, MUCH_OF_IT = 5.5, 4.0, 2.7, 6.0
SAID_AS_TITLE, SAID_IN_TITLE, SAID_IN_NAMES, SAID_IN_TEXT = 13.0, 6.5, 2.5, 2.8
ASKED_FOR = 2.5
# Of how many the text is read, and up to what share of the best one others of other kinds come next to it.
MOST_READ, BESIDE, LEFT_OUT = 60, 0.55, 0.34
# What a word weighs at least that nearly everything holds, and from how many documents on that is a sign.
LEAST_RARITY, FEW = 0.2, 20
# Some way, in a text that was not read.
GUESSED = ""


@dataclass
class Candidate:
    document: Document
    # Of what was typed as a whole, the terms in their order.
    holds_all: bool
    score: float = 0.0
    has_all: bool = False


class Standing(NamedTuple):
    """Where one way to say a part of what was typed stands in a document. ``in_text`` may be a guess where the text
    was not read."""

    worth: float
    in_title: bool
    is_name: bool
    in_names: bool
    in_text: bool

    @property
    def in_heading(self) -> float:
        if self.in_title:
            return IN_TITLE
        return IS_NAME if self.is_name else IN_NAMES if self.in_names else 0.0


# Of one part, by way.
Held = dict[str, Standing]


def rank(found: list[Candidate], query: Query, texts: dict[int, str]) -> list[Candidate]:
    """``texts``: the terms of the text, of those whose text was read."""
    held = [hold(query, one, texts.get(one.document.pk)) for one in found]
    rarities = rarities_of(query.parts, held)
    for one, parts in zip(found, held, strict=True):
        said = as_said(query, one.document, texts.get(one.document.pk, ""))
        one.score, one.has_all = score(one, query, parts, rarities)
        one.score += said
    return sorted(found, key=order)


def order(one: Candidate) -> tuple:
    document = one.document
    return -round(one.score, 6), document.kind, document.title, -document.object_id, document.part


def hold(query: Query, one: Candidate, text: str | None) -> list[Held]:
    """For each part of the query."""
    title, names = Terms(one.document.title_terms), Terms(one.document.names_terms)
    read = None if text is None else Terms(text)
    return [held_of(part, title, names, read, one) for part in query.parts]


def held_of(
    part: Part, title: "Terms", names: "Terms", read: "Terms | None", one: Candidate
) -> Held:
    titled, named = title.said(part), names.said(part)
    # Not read yet: somewhere in it, if the database says that all of it is there.
    told = read.said(part) if read else {GUESSED: 0.5} if one.holds_all else {}
    return {
        way: Standing(
            worth,
            way in titled,
            way in named and f" {STOP} {way} {STOP} " in names.text,
            way in named,
            way in told,
        )
        for way, worth in (told | named | titled).items()
    }


def rarities_of(parts: list[Part], held: list[list[Held]]) -> list[dict[str, float]]:
    """Of a sentence the rare words say what is meant: “says” stands in every text. For each part, by way."""
    number = max(len(held), FEW)
    found = []
    for place, _part in enumerate(parts):
        counts = Counter(way for row in held for way in row[place])
        found.append({way: rarity(holding, number) for way, holding in counts.items()})
    return found


def rarity(holding: int, number: int) -> float:
    return sqrt(max(log(1 + number / (1 + holding)) / log(1 + number), LEAST_RARITY))


def score(
    one: Candidate, query: Query, held: list[Held], rarities: list[dict[str, float]]
) -> tuple[float, bool]:
    parts = list(zip(query.parts, held, rarities, strict=True))
    most = sum(part.weight for part in query.parts)
    found = sum(part.weight * worth(ways, rare) for part, ways, rare in parts) / most
    found += MUCH_OF_IT * (sum(part.weight for part, ways, _rare in parts if ways) / most) ** 2
    strong = [ways.values() for part, ways, _rare in parts if not part.is_weak]
    in_all = all(strong)
    if all(any(way.in_title for way in ways) for ways in strong):
        found += ALL_IN_TITLE
    elif all(any(way.in_heading for way in ways) for ways in strong):
        found += ALL_IN_NAMES
    elif in_all:
        found += ALL_IN_TEXT
    source = SOURCES[one.document.kind]
    found += source.weight + (ASKED_FOR if one.document.kind in query.kinds else 0)
    return found, in_all


def worth(ways: Held, rare: dict[str, float]) -> float:
    """Of one part: the best of its title and names, and of its text."""
    heading = max((w.worth * rare[way] * w.in_heading for way, w in ways.items()), default=0.0)
    text = max((w.worth * rare[way] * IN_TEXT for way, w in ways.items() if w.in_text), default=0.0)
    return max(heading, text) + ALSO * min(heading, text)


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
