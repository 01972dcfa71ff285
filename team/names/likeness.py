"""Whether the name in a line is, or may be, that of one person."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from team.names.letters import Forms, forms, letters_of, readable
from team.names.lines import Part, parts
from team.names.nearness import has_near_pair, holds_both, is_lone, is_turned_short
from team.names.person import Name, every, joined, name_of, words_of
from team.names.slips import distance, share_nickname
from team.names.traces import (
    are_initials,
    initials,
    is_begun,
    is_handle,
    is_in_training,
    is_owner,
    is_trainee_by_letters,
)
from team.names.words import AROUND, SUFFIXES


class Likeness(IntEnum):
    NOBODY = 0
    MAYBE = 1
    SAME = 2


@lru_cache(maxsize=256)
def taken_apart(line: str) -> tuple[str, list[Part]]:
    line = readable(line)
    return line, parts(line)


def likeness(line: str, name: str) -> Likeness:
    """How like the line, with whatever stands around the name, is to ``name``: a ``Likeness``."""
    person, (line, found) = name_of(name), taken_apart(line)
    if not person.words or not line:
        return Likeness.NOBODY
    if is_any_same(found, person):
        return Likeness.SAME
    in_training = is_in_training(words_of(line))
    if any(may_be(part, person, in_training=in_training) for part in found):
        return Likeness.MAYBE
    own = initials(every(person.given), person.family, person.words)
    if is_handle(line, every(person.given), person.family, own) or is_inside(line, person):
        return Likeness.MAYBE
    return Likeness.NOBODY


def is_written_out(line: str, name: str) -> bool:
    """Whether the likeness is ``SAME``, which is much sooner known than ``MAYBE``."""
    person, (line, found) = name_of(name), taken_apart(line)
    return bool(person.words and line) and is_any_same(found, person)


def is_any_same(found: list[Part], person: Name) -> bool:
    return any(is_same(part.text, person) for part in found) or is_turned_around(found, person)


def is_title(text: str) -> bool:
    """Whether there is nothing in it that could be a name."""
    return not without_around(words_of(readable(text)))


def key_of(text: str, name: str) -> str:
    """What an answer is kept under, whether this text is the person of that name: its words, without
    what stands around them. Words that may be the person's own stay."""
    found, own = words_of(readable(text)), name_of(name).words
    kept = [word for word in found if letters_of(word) not in AROUND or is_of(word, own)]
    return " ".join(map(letters_of, kept or found))


def is_of(word: str, words: Iterable[Forms]) -> bool:
    """Whether it is one of these words, or a nickname of one."""
    pairs = [(way, form) for way in forms(word) for form in every(words)]
    return any(way == form or share_nickname(way, form) for way, form in pairs)


def as_asked(line: str, name: str) -> list[str]:
    """Of a line that may name somebody, the parts that do; the whole line if it takes it all."""
    found = [part.text.strip() for part in taken_apart(line)[1]]
    return [text for text in found if text and likeness(text, name)] or [line]


def is_same(text: str, person: Name) -> bool:
    found = words_of(text)
    if joined(found) & person.joined:
        return True
    mine = frozenset().union(*person.words)
    core = [word for word in without_around(found, mine) if letters_of(word) not in SUFFIXES]
    suffix = {letters_of(word) for word in found} & SUFFIXES
    inner = tuple(letters_of(word) for word in core[1:-1] if len(letters_of(word)) == 1)
    core = [*core[:1], *(w for w in core[1:-1] if len(letters_of(w)) != 1), *core[1:][-1:]]
    is_other = (person.initials and inner and inner != person.initials) or suffix != person.suffix
    return not is_other and bool(variants(core) & person.joined)


def variants(words: list[str]) -> set[str]:
    """The words in a row; the last one also without the ending of a possessive."""
    ways = set(joined(words))
    if words and (ending := re.search(r"(?<=\w{2})'?s?'?$", words[-1])) and "'" in words[-1]:
        ways |= joined([*words[:-1], words[-1][: ending.start()]])
    return ways


def without_around(words: list[str], mine: Forms = frozenset()) -> list[str]:
    """The words that may be a name; one of the person's own is never taken for a title."""
    return [word for word in words if letters_of(word) not in AROUND or forms(word) & mine]


def is_turned_around(found: list[Part], person: Name) -> bool:
    """``Aldecott, June``: the family name, a comma, then the rest."""
    for before, after in pairwise(found):
        if after.kind == "comma":
            rest = [w for w in words_of(after.text) if len(letters_of(w)) > 1]
            if joined([*rest, *words_of(before.text)]) & person.joined:
                return True
    return False


def may_be(part: Part, person: Name, *, in_training: bool) -> bool:
    """Whether some words of this part are near enough to ask."""
    found, given = words_of(part.text), every(person.given)
    # Behind a comma two letters are a degree, and words a title.
    if part.kind != "comma" and is_traced(part, found, person, in_training):
        return True
    core = without_around(found, frozenset().union(*person.words))
    if (joined(core) | variants(core)) & ({*given} | person.family):
        return True
    if len(core) == 1:
        return is_lone(core[0], person)
    near_joined = [form for form in variants(core) if len(form) > 6]
    return (
        is_turned_short(core, person)
        or has_near_pair(found, person)
        or holds_both(found, person)
        or any(distance(form, own) <= 1 for form in near_joined for own in person.joined)
    )


def is_traced(part: Part, found: list[str], person: Name, in_training: bool) -> bool:
    """Whether the name is there, but not written out."""
    given = every(person.given)
    own = initials(given, person.family, person.words)
    is_short = part.kind in ("", "joiner") and are_initials(found, own)
    core = without_around(found, frozenset().union(*person.words))
    return (
        is_short
        or (in_training and is_trainee_by_letters(part, found, own))
        or (len(core) == 1 and is_begun(core[0], given))
        or is_owner(found, person.family.union(given))
    )


def is_inside(line: str, person: Name) -> bool:
    """Whether all letters of the name stand in a row somewhere, whatever parts them."""
    whole = letters_of(line)
    longest = 7 if whole.isascii() else 2
    return any(
        own in whole or (len(own) > 7 and own[::-1] in whole)
        for own in person.joined
        if len(own) >= longest
    )
