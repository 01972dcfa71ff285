"""What somebody seems to be in, by the phrases of danger that they typed: of which kind, and in which language."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from search.danger_kinds import DangerKind

HELP, POINTER, NOTHING = "help", "pointer", ""


@dataclass(frozen=True)
class Meant:
    """Kinds of danger, the most pressing first, and languages, the likeliest first: none where nothing tells."""

    level: str = NOTHING
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """For each place the words that may stand there."""

    places: tuple[frozenset[str], ...]
    kind: str
    language: str


class Match(NamedTuple):
    """A phrase, and where its words stand in what was typed."""

    phrase: Phrase
    where: tuple[int, ...]


def kinds_of(found: list[Match]) -> tuple[str, ...]:
    """“He threatened” is said of any danger, but not in “he threatened to kill me”: what is a part of something more
    particular does not count for itself."""
    kinds = {match.phrase.kind for match in found} - {DangerKind.ANY}
    if any_by_itself(found):
        kinds.add(DangerKind.ANY)
    return tuple(kind for kind in DangerKind.values if kind in kinds)


def any_by_itself(found: list[Match]) -> bool:
    particular: dict[int, list[set[int]]] = defaultdict(list)
    for match in found:
        if match.phrase.kind not in ("", DangerKind.ANY):
            for place in match.where:
                particular[place].append(set(match.where))
    return any(
        not any(set(match.where) < around for around in particular[match.where[0]])
        for match in found
        if match.phrase.kind == DangerKind.ANY
    )


def languages_of(found: list[Match], spoken: list[frozenset[str]]) -> tuple[str, ...]:
    """``spoken`` are the languages that each word stands in. One is the likeliest by all words that are of it alone,
    and another is spoken as well where a phrase of danger has a word of it alone."""
    alone = [next(iter(languages)) if len(languages) == 1 else "" for languages in spoken]
    number = Counter(alone)
    phrases = {match.phrase.language for match in found if number[match.phrase.language]}
    likely = sorted(phrases, key=lambda language: (-number[language], language))
    said = {
        match.phrase.language
        for match in found
        if any(alone[place] == match.phrase.language for place in match.where)
    }
    return tuple(language for language in likely if language in said or language == likely[0])
