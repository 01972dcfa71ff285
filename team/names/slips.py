"""Two words that may be one: misspelled, misheard, shortened."""

import re
from functools import lru_cache

from team.names.words import NICKNAMES

# Which groups a name is in, by their numbers.
GROUPS: dict[str, set[int]] = {}
for number, names in enumerate(NICKNAMES):
    for name in names:
        GROUPS.setdefault(name, set()).add(number)


def share_nickname(way: str, own: str) -> bool:
    return not GROUPS.get(way, set()).isdisjoint(GROUPS.get(own, set()))


def is_slip(way: str, own: str) -> bool:
    """A letter more, less, other or swapped; two in a long word; letters that look like others."""
    length = min(len(way), len(own))
    if length < 3:
        return False
    return distance(way, own) <= (2 if length > 7 else 1) or skeleton(way) == skeleton(own)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The first letter and the consonants behind it, roughly as they are heard."""
    word = word.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("z", "s")
    rest = re.sub(r"[aeiouyhw]", "", word[1:])
    return word[:1] + re.sub(r"(.)\1+", r"\1", rest)


def skeleton(word: str) -> str:
    """Pairs of letters that look like one."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("l", "i")


def distance(a: str, b: str) -> int:
    """Letters to change, add, take out or swap with a neighbor; 3 for anything more than 2."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before, row = [], list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        new = [i]
        for j, y in enumerate(b, start=1):
            cost = min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
        if min(row) > 2:
            return 3
    return min(row[-1], 3)
