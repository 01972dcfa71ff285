"""Somebody's name as the profile has it, taken to pieces."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from team.names.letters import Forms, forms, letters_of, readable
from team.names.words import HONORIFICS, PARTICLES, SUFFIXES

# "Ph.D.", "M.A.", "J.M.": letters with full stops are one word.
DOTTED = re.compile(r"\b(?:[^\W\d_]{1,3}\.){1,6}[^\W\d_]{1,2}\b\.?|\b(?:[^\W\d_]\.){2,6}")
WORD = re.compile(r"[^\W_][\w'|!$@€]*")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"")


@dataclass(frozen=True)
class Name:
    """A name taken to pieces: ``words`` and the ``given`` ones among them, each as the set of its
    forms; ``family``: the last name in all its forms, and its parts."""

    words: tuple[Forms, ...]
    given: tuple[Forms, ...]
    family: Forms
    initials: tuple[str, ...]
    suffix: frozenset[str]
    joined: Forms


@lru_cache(maxsize=2048)
def name_of(text: str) -> Name:
    """Somebody's name as the profile has it."""
    chunks = BRACKETED.sub(" ", readable(text)).partition(",")[0].split()
    suffix = frozenset(letters_of(chunk) for chunk in chunks[1:]) & SUFFIXES
    chunks = [chunk for chunk in chunks if letters_of(chunk) not in suffix]
    while len(chunks) > 2 and letters_of(chunks[0]) in HONORIFICS:
        chunks = chunks[1:]
    inner = [chunk for chunk in chunks[1:-1] if len(letters_of(chunk)) == 1]
    chunks = [chunk for chunk in chunks if chunk not in inner] or chunks
    start = len(chunks) - 1
    while start > 1 and letters_of(chunks[start - 1]) in PARTICLES:
        start -= 1
    given, family = words_of(" ".join(chunks[:start])), chunks[start:]
    last = family[-1] if family else ""
    # Of two last names, or two first ones, people also go by either.
    parts_of_it = [part for part in [*given[1:], *last.split("-")] if len(letters_of(part)) > 3]
    words = words_of(" ".join(chunks))
    return Name(
        words=tuple(map(forms, words)),
        given=tuple(map(forms, [*given, "".join(given)] if given else words)),
        family=frozenset(every(map(forms, ["".join(family), last, *parts_of_it]))),
        initials=tuple(map(letters_of, inner)),
        suffix=suffix,
        joined=joined(words),
    )


def words_of(text: str) -> list[str]:
    text = DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    found = [word.strip("'|!$@") for word in WORD.findall(text.replace("-", " "))]
    return [word for word in found if letters_of(word)]


def joined(words: Iterable[str]) -> Forms:
    """All letters in a row, in each way the words may be meant."""
    text = "".join(words)
    return forms(text)


def every(words: Iterable[Forms]) -> list[str]:
    return [form for own in words for form in own]
