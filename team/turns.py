"""Who comes first in a list of people: by the calendar day alone, so that everybody does equally often.

Whoever has room stands before whoever had lately, may have, or keeps a waitlist, and they before the rest (``team.room``).
Within such a group of n people, as it is shown, each comes first exactly once in any n days on end; nothing else about
the order is left to chance.
"""

from collections.abc import Iterable
from datetime import date

from team.models import Therapist
from team.room import line_of


def in_turn(people: Iterable[Therapist], day: date) -> list[Therapist]:
    """``people`` in the order that the practice gave them, which is also that in which they come first."""
    groups: dict[int, list[Therapist]] = {}
    for person in people:
        groups.setdefault(line_of(person, day).place, []).append(person)
    return [person for _place, group in sorted(groups.items()) for person in turned(group, day)]


def turned(group: list[Therapist], day: date) -> list[Therapist]:
    first = day.toordinal() % len(group) if group else 0
    return group[first:] + group[:first]
