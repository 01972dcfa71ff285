"""Which of what holds the words is meant, the likeliest first: the same for both databases."""

from dataclasses import dataclass

from search.engines.wishes import Way
from search.models import Document
from search.query import Part, Query
from search.sources import SOURCES, STOP

IN_TITLE, IS_NAME, IN_NAMES, IN_TEXT = 10.0, 8.5, 7.0, 2.5
ALL_IN_TITLE, ALL_IN_NAMES, ALL_IN_TEXT = 6.0, 4.0, 2.5
SAID_AS_TITLE, SAID_IN_TITLE, SAID_IN_NAMES, SAID_IN_TEXT = 16.0, 8.0, 3.0, 3.5
ASKED_FOR = 4.0
# Of how many the text is read, and up to what share of the best one others of other kinds come next to it.
MOST_READ, BESIDE, LEFT_OUT = 60, 0.62, 0.34


@dataclass
class Candidate:
    document: Document
    # Of what was typed as a whole, the terms in their order.
    holds_all: bool
    score: float = 0.0
    has_all: bool = False


def rank(found: list[Candidate], query: Query, texts: dict[int, str]) -> list[Candidate]:
    """``texts``: the terms of the text, of those whose text was read."""
    for one in found:
        text = texts.get(one.document.pk)
        one.score, one.has_all = score(one, query, None if text is None else f" {text} ")
    return sorted(found, key=order)


def order(one: Candidate) -> tuple:
    document = one.document
    return -round(one.score, 6), document.kind, document.title, -document.object_id, document.part


def score(one: Candidate, query: Query, text: str | None) -> tuple[float, bool]:
    title, names = f" {one.document.title_terms} ", f" {one.document.names_terms} "
    total = weights = 0.0
    in_title = in_names = in_all = True
    for part in query.parts:
        by_title, by_names, by_name = best(part, title), best(part, names), best(part, names, STOP)
        # Not read yet: somewhere in it, if the database says that all of it is there.
        by_text = (0.5 if one.holds_all else 0.0) if text is None else best(part, text)
        total += part.weight * max(
            by_title * IN_TITLE, by_name * IS_NAME, by_names * IN_NAMES, by_text * IN_TEXT
        )
        weights += part.weight
        if not part.is_weak:
            in_title = in_title and by_title > 0
            in_names = in_names and (by_title > 0 or by_names > 0)
            in_all = in_all and (by_title > 0 or by_names > 0 or by_text > 0)
    found = total / weights
    found += (
        ALL_IN_TITLE if in_title else ALL_IN_NAMES if in_names else ALL_IN_TEXT if in_all else 0
    )
    found += as_said(query, title, names, text or "")
    source = SOURCES[one.document.kind]
    found += source.weight + (ASKED_FOR if one.document.kind in query.kinds else 0)
    return found, in_all


def as_said(query: Query, title: str, names: str, text: str) -> float:
    """For what was typed, word after word."""
    said = f" {' '.join(one.term for one in query.all)} "
    if said == title:
        return SAID_AS_TITLE
    if said in title:
        return SAID_IN_TITLE
    if len(query.all) > 1 and title in said and title.count(" ") > 2:
        return SAID_IN_TITLE
    if said in names:
        return SAID_IN_NAMES
    return SAID_IN_TEXT if len(query.all) > 2 and said in text else 0.0


def best(part: Part, terms: str, stop: str = "") -> float:
    """``stop``: what has to stand around it."""
    found = (worth for way, worth in part.ways.items() if stands(way, terms, stop))
    return max(found, default=0.0)


def stands(way: Way, terms: str, stop: str) -> bool:
    said = " ".join(way.terms)
    if stop:
        return f" {stop} {said} {stop} " in terms
    return f" {said}{'' if way.is_begun else ' '}" in terms


def without_far(ranked: list[Candidate]) -> list[Candidate]:
    """Nothing that only shares a word with what was typed, where something better is there."""
    if not ranked:
        return []
    least = ranked[0].score * LEFT_OUT
    return [one for one in ranked if one.has_all or one.score >= least]


def mixed(ranked: list[Candidate]) -> list[Candidate]:
    """Who types one word may mean the topic, a person or a text: of the first three places each kind gets one,
    as long as it is about as near."""
    rest, first = list(ranked), []
    while rest and len(first) < 3:
        kinds = {one.document.kind for one in first}
        near = [one for one in rest if one.score >= ranked[0].score * BESIDE]
        other = next((one for one in near if one.document.kind not in kinds), None)
        chosen = other or rest[0]
        first.append(chosen)
        rest.remove(chosen)
    return first + rest
