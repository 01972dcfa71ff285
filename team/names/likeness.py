"""Whether the name in a line is, or may be, that of one person."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from team.names.letters import forms, letters_of, readable
from team.names.lines import parts
from team.names.slips import distance, is_slip, share_nickname, sound
from team.names.words import AROUND, HONORIFICS, PARTICLES, SUFFIXES

# "Ph.D.", "M.A.", "J.M.": letters with full stops are one word.
DOTTED = re.compile(r"\b(?:[^\W\d_]{1,3}\.){1,6}[^\W\d_]{1,2}\b\.?|\b(?:[^\W\d_]\.){2,6}")
WORD = re.compile(r"[^\W_][\w'|!$@€]*")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"")


class Likeness(IntEnum):
    NOBODY = 0
    MAYBE = 1
    SAME = 2


@dataclass(frozen=True)
class Name:
    """A name taken to pieces: ``words`` and the ``given`` ones among them, each as the set of its
    forms; ``family``: the last name in all its forms, and its parts."""

    words: tuple
    given: tuple
    family: frozenset
    initials: tuple
    suffix: frozenset
    joined: frozenset


@lru_cache(maxsize=2048)
def name_of(text):
    """Somebody's name as the profile has it."""
    chunks = BRACKETED.sub(" ", readable(text)).partition(",")[0].split()
    suffix = frozenset(letters_of(one) for one in chunks[1:]) & SUFFIXES
    chunks = [one for one in chunks if letters_of(one) not in suffix]
    while len(chunks) > 2 and letters_of(chunks[0]) in HONORIFICS:
        chunks = chunks[1:]
    inner = [one for one in chunks[1:-1] if len(letters_of(one)) == 1]
    chunks = [one for one in chunks if one not in inner] or chunks
    start = len(chunks) - 1
    while start > 1 and letters_of(chunks[start - 1]) in PARTICLES:
        start -= 1
    given, family = words_of(" ".join(chunks[:start])), chunks[start:]
    last = family[-1] if family else ""
    # Of two last names, or two first ones, people also go by either.
    parts_of_it = [one for one in [*given[1:], *last.split("-")] if len(letters_of(one)) > 3]
    words = words_of(" ".join(chunks))
    return Name(
        words=tuple(map(forms, words)),
        given=tuple(map(forms, [*given, "".join(given)] if given else words)),
        family=frozenset(every(map(forms, ["".join(family), last, *parts_of_it]))),
        initials=tuple(map(letters_of, inner)),
        suffix=suffix,
        joined=joined(words),
    )


def words_of(text):
    text = DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    found = [word.strip("'|!$@") for word in WORD.findall(text.replace("-", " "))]
    return [word for word in found if letters_of(word)]


def joined(words):
    """All letters in a row, in each way the words may be meant."""
    text = "".join(words)
    return forms(text)


@lru_cache(maxsize=256)
def taken_apart(line):
    line = readable(line)
    return line, parts(line)


def likeness(line, name):
    """How like the line, with whatever stands around the name, is to ``name``: a ``Likeness``."""
    person, (line, found) = name_of(name), taken_apart(line)
    if not person.words or not line:
        return Likeness.NOBODY
    if any(is_same(part.text, person) for part in found) or is_turned_around(found, person):
        return Likeness.SAME
    if any(may_be(part, person) for part in found) or is_inside(line, person):
        return Likeness.MAYBE
    return Likeness.NOBODY


def is_title(text):
    """Whether there is nothing in it that could be a name."""
    return not without_around(words_of(readable(text)))


def key_of(text, name):
    """What an answer is kept under, whether this text is the person of that name: its words, without
    what stands around them. Words that may be the person's own stay."""
    found, own = words_of(readable(text)), name_of(name).words
    kept = [word for word in found if letters_of(word) not in AROUND or is_of(word, own)]
    return " ".join(map(letters_of, kept or found))


def is_of(word, words):
    """Whether it is one of these words, or a nickname of one."""
    pairs = [(way, one) for way in forms(word) for one in every(words)]
    return any(way == one or share_nickname(way, one) for way, one in pairs)


def as_asked(line, name):
    """Of a line that may name somebody, the parts that do; the whole line if it takes it all."""
    found = [part.text.strip() for part in taken_apart(line)[1]]
    return [text for text in found if text and likeness(text, name)] or [line]


def is_same(text, person):
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


def variants(words):
    """The words in a row; the last one also without the ending of a possessive."""
    ways = set(joined(words))
    if words and (ending := re.search(r"(?<=\w{2})'?s?'?$", words[-1])) and "'" in words[-1]:
        ways |= joined([*words[:-1], words[-1][: ending.start()]])
    return ways


def without_around(words, mine=frozenset()):
    """The words that may be a name; one of the person's own is never taken for a title."""
    return [word for word in words if letters_of(word) not in AROUND or forms(word) & mine]


def is_turned_around(found, person):
    """``Aldecott, June``: the family name, a comma, then the rest."""
    for before, after in pairwise(found):
        if after.kind == "comma":
            rest = [w for w in words_of(after.text) if len(letters_of(w)) > 1]
            if joined([*rest, *words_of(before.text)]) & person.joined:
                return True
    return False


def may_be(part, person):
    """Whether some words of this part are near enough to ask."""
    found = words_of(part.text)
    # Behind a comma two letters are a degree.
    if part.kind in ("", "joiner") and are_initials(found, person):
        return True
    core = without_around(found, frozenset().union(*person.words))
    if joined(core) & frozenset(every(person.given)):
        return True
    if len(core) == 1:
        return is_lone(core[0], person)
    near_joined = [form for form in variants(core) if len(form) > 6]
    return (
        has_near_pair(found, person)
        or holds_both(found, person)
        or any(distance(form, own) <= 1 for form in near_joined for own in person.joined)
    )


def are_initials(words, person):
    letters = "".join(map(letters_of, words))
    own = "".join(min(word)[0] for word in person.words)
    is_short = all(len(letters_of(word)) < 4 and word[:1].isupper() for word in words)
    return is_short and len(letters) > 1 and letters in (own, own[0] + own[-1])


def has_near_pair(found, person):
    """A first and a last name, at most two words apart, in either order."""
    words = [possessive_or_not(word) for word in found]
    for j in range(len(found)):
        families = [words[j], joined(found[j : j + 2]), joined(found[j : j + 3])]
        is_end = j == len(found) - 1 or len(letters_of(found[j])) > 1
        for i in range(max(0, j - 3), min(len(found), j + 4)):
            is_cut_short = is_end and are_cut_short(words[i], words[j], person, i == j - 1)
            if i != j and (
                is_cut_short or any(are_near(words[i], one, person, i > j) for one in families)
            ):
                return True
    return False


def holds_both(found, person):
    """A first and a last name as they are written, whatever stands between them."""
    words = {form for word in found for form in possessive_or_not(word) if len(form) > 2}
    return any(
        own != family
        for own in words.intersection(every(person.given))
        for family in words & person.family
    )


def possessive_or_not(word):
    return forms(word) | forms(re.sub(r"'s?$", "", word))


def is_lone(word, person):
    """One word by itself: a first or a last name, a nickname, or the initials."""
    ways = possessive_or_not(word)
    if any(ways & own for own in person.words) or ways & person.family:
        return True
    given, family = every(person.given), person.family
    pairs = [(g, f) for g in given for f in family]
    short = {way for g, f in pairs for way in (g[0] + f, g + f[0], f + g[0])}
    if ways & short or any(share_nickname(way, own) for way in ways for own in given):
        return True
    return any(distance(way, own) <= 1 for way in ways if len(way) > 7 for own in person.joined)


def are_cut_short(given, family, person, is_next):
    """Whether the last name is an initial, or, right behind the first one, only begun."""
    first = weight_of(given, person)
    return any(
        first >= NICKNAME if len(way) == 1 else first == SAME_WORD and is_next and way != own
        for way in family
        for own in person.family
        if own.startswith(way)
    )


def weight_of(given, person):
    return max((given_weight(way, own) for way in given for own in every(person.given)), default=0)


def are_near(given, family, person, is_turned):
    """Whether a first and a last word are near to those of the person."""
    first = weight_of(given, person)
    if not first or (is_turned and first == SAME_START):
        return False
    pairs = [(way, own) for way in family for own in person.family]
    # A slip in a short last name is another name, unless the first one is the same.
    return any(way == own for way, own in pairs) or any(
        is_misspelled(way, own) for way, own in pairs if first >= NICKNAME or len(own) > 6
    )


def every(words):
    return [form for own in words for form in own]


# How near two first names are.
SAME_WORD, NICKNAME, SLIP, SAME_START, SAME_SOUND = 5, 4, 3, 2, 1


def given_weight(way, own):
    if way == own:
        return SAME_WORD
    if share_nickname(way, own):
        return NICKNAME
    if is_slip(way, own):
        return SLIP
    shorter, longer = sorted([way, own], key=len)
    if len(shorter) > 2 and (longer.endswith(shorter) or way[:3] == own[:3]):
        return SAME_START
    is_initial = way[0] == own[0] and len(shorter) <= 2
    return SAME_SOUND if is_initial or sound(way) == sound(own) else 0


def is_misspelled(way, own):
    is_long = min(len(way), len(own)) > 3
    return is_long and (is_slip(way, own) or sound(way) == sound(own))


def is_inside(line, person):
    """Whether all letters of the name stand in a row somewhere, whatever parts them."""
    whole = letters_of(line)
    longest = 7 if whole.isascii() else 2
    return any(own in whole for own in person.joined if len(own) >= longest)
