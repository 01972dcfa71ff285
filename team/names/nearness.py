"""Whether words of a line are near to the first and the last name of a person."""

import re
from functools import lru_cache

from team.names.letters import Forms, forms, letters_of
from team.names.person import Name, every, joined
from team.names.slips import distance, is_slip, share_nickname, sound


def has_near_pair(found: list[str], person: Name) -> bool:
    """A first and a last name, at most two words apart, in either order."""
    words = [possessive_or_not(word) for word in found]
    weights = [weight_of(word, person) for word in words]
    for j in range(len(found)):
        families = [words[j], joined(found[j : j + 2]), joined(found[j : j + 3])]
        is_end = j == len(found) - 1 or len(letters_of(found[j])) > 1
        for i in range(max(0, j - 3), min(len(found), j + 4)):
            if i == j:
                continue
            first, is_next = weights[i], i == j - 1
            if is_end and are_cut_short(first, words[i], words[j], person, is_next):
                return True
            if any(are_near(first, one, person, i > j) for one in families):
                return True
    return False


def holds_both(found: list[str], person: Name) -> bool:
    """A first and a last name as they are written, whatever stands between them."""
    words = {form for word in found for form in possessive_or_not(word) if len(form) > 2}
    return any(
        own != family
        for own in words.intersection(every(person.given))
        for family in words & person.family
    )


def possessive_or_not(word: str) -> Forms:
    return forms(word) | forms(re.sub(r"'s?$", "", word))


def is_lone(word: str, person: Name) -> bool:
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


def are_cut_short(first: int, given: Forms, family: Forms, person: Name, is_next: bool) -> bool:
    """Whether the last name is an initial, or, right behind the first one, only begun."""
    is_start = is_next and any(
        len(way) > 2 and own.startswith(way) for way in given for own in every(person.given)
    )
    return any(
        first >= NICKNAME or is_start
        if len(way) == 1
        else first == SAME_WORD and is_next and way != own
        for way in family
        for own in person.family
        if own.startswith(way)
    )


def weight_of(given: Forms, person: Name) -> int:
    return max((given_weight(way, own) for way in given for own in every(person.given)), default=0)


def are_near(first: int, family: Forms, person: Name, is_turned: bool) -> bool:
    """Whether a last word is near to one of the person, beside a first one of this weight."""
    if not first or (is_turned and first == SAME_START):
        return False
    pairs = [(way, own) for way in family for own in person.family]
    # A slip in a short last name is another name, unless the first one is the same.
    return any(way == own for way, own in pairs) or any(
        is_misspelled(way, own) for way, own in pairs if first >= NICKNAME or len(own) > 6
    )


# How near two first names are.
SAME_WORD, NICKNAME, SLIP, SAME_START, SAME_SOUND = 5, 4, 3, 2, 1


@lru_cache(maxsize=4096)  # one line asks for the same two words again and again
def given_weight(way: str, own: str) -> int:
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


def is_misspelled(way: str, own: str) -> bool:
    is_long = min(len(way), len(own)) > 3
    return is_long and (is_slip(way, own) or sound(way) == sound(own))


def is_turned_short(core: list[str], person: Name) -> bool:
    """``T. Maribel``: the letter of the last name, and the first one at the end."""
    if len(core) != 2:
        return False
    letter, given = forms(core[0]), forms(core[1])
    own = {family[0] for family in person.family}
    return bool(letter & own) and weight_of(given, person) >= NICKNAME
