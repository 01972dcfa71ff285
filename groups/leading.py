"""Who leads a group, as visitors may read it today."""

from collections.abc import Iterable

from groups.models import Group
from team import kept_people
from team.models import Therapist


def with_leaders(groups: Iterable[Group]) -> list[Group]:
    """Each with those who lead it. Reads what ``with_what_it_names`` fetches."""
    found = list(groups)
    for group in found:
        group.led_by = leaders(tuple(sorted(person.pk for person in group.leaders.all())))
    return found


def leaders(pks: tuple[int, ...]) -> list[Therapist]:
    """Nobody who has left, and no trainee for whom nobody is responsible today. Whoever supervises comes first."""
    people = [person for person in kept_people.these(pks) if person.may_be_asked_for] if pks else []
    return sorted(people, key=lambda person: bool(person.supervised_by))
