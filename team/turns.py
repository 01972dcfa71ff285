"""Who comes first in a list of people: by the calendar day alone, so that everybody does equally often.

Whoever has room stands before whoever has a waitlist, and they before the rest. Within such a group of n people, as it
is shown, each comes first exactly once in any n days on end; nothing else about the order is left to chance.
"""

from collections.abc import Iterable
from datetime import date

from team.models import Therapist

GROUPS = [str(value) for value in Therapist.Availability.values]


def in_turn(people: Iterable[Therapist], day: date) -> list[Therapist]:
    """``people`` in the order that the practice gave them, which is also that in which they come first."""
    groups: dict[str, list[Therapist]] = {group: [] for group in GROUPS}
    for person in people:
        groups[person.availability].append(person)
    return [person for group in groups.values() for person in turned(group, day)]


def turned(group: list[Therapist], day: date) -> list[Therapist]:
    first = day.toordinal() % len(group) if group else 0
    return group[first:] + group[:first]
