"""Traces of a name that is not written out: letters alone, the handle of an account, what is only begun."""

import re
from collections.abc import Collection, Iterable

from team.names.letters import Forms, forms, letters_of
from team.names.lines import Part
from team.names.words import AROUND, IN_TRAINING

MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{2,40})@(?=[\w-]+\.\w)")
HANDLE = re.compile(r"(?<![\w.+-])@([\w.-]{2,40})")


def initials(given: Iterable[str], family: Forms, words: Iterable[Forms]) -> set[str]:
    """All initials in a row, and the first with the last, in either order."""
    row = "".join(min(word)[0] for word in words)
    pairs = {(g[0], f[0]) for g in given for f in family}
    return {row, row[::-1], *(g + f for g, f in pairs), *(f + g for g, f in pairs)}


def are_initials(found: list[str], own: Collection[str]) -> bool:
    """Whether these words are nothing but initials."""
    is_short = all(len(letters_of(word)) < 4 and word[:1].isupper() for word in found)
    letters = "".join(map(letters_of, found))
    return is_short and len(letters) > 1 and letters in own


def is_trainee_by_letters(part: Part, found: list[str], own: Collection[str]) -> bool:
    """``our trainee T.``, ``Intern T.M.``: of somebody in training a letter is enough to ask."""
    core = [
        word
        for word in found
        if letters_of(word) not in AROUND or letters_of(word) in own or is_letter(word, part.text)
    ]
    letters = "".join(map(letters_of, core))
    is_one = len(letters) == 1 and letters in "".join(own)
    return bool(core) and all(word[0].isupper() for word in core) and (is_one or letters in own)


def is_letter(word: str, text: str) -> bool:
    """Whether it stands for a name; "A" alone is a word."""
    return len(word) == 1 and word.isupper() and (f"{word}." in text or text.strip() == word)


def is_in_training(words: Iterable[str]) -> bool:
    return any(letters_of(word) in IN_TRAINING for word in words)


def is_handle(line: str, given: Iterable[str], family: Forms, own: Collection[str]) -> bool:
    """A mail address of nothing but initials; an account with a first or last name in it."""
    if any(letters_of(match[1]) in own for match in MAIL.finditer(line)):
        return True
    names = {name for name in given if len(name) > 3} | {name for name in family if len(name) > 4}
    handles = [letters_of(match[1]) for match in HANDLE.finditer(line)]
    return any(name in handle for handle in handles for name in names)


def is_begun(word: str, given: Iterable[str]) -> bool:
    """A first name cut short, or with the s of a possessive that lost its sign."""
    return any(
        len(way) > 2 and (own.startswith(way) or way == f"{own}s")
        for way in forms(word)
        for own in given
    )


def is_owner(found: list[str], names: Collection[str]) -> bool:
    """``Maribel's reflections on grief``"""
    owners = (word[:-2] for word in found if word.endswith("'s"))
    return any(way in names for word in owners for way in forms(word))
