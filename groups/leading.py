"""Who leads a group: those whom visitors may read today, and those whom they may not."""

from collections.abc import Iterable, Sequence

from groups.models import Group
from team import kept_people
from team.models import Therapist
from team.models.lists import TEXTS


def with_leaders(groups: Iterable[Group]) -> list[Group]:
    """Each with those who lead it. Reads what ``with_what_it_names`` fetches."""
    found = list(groups)
    for group in found:
        group.led_by = leaders(those_who_stay(group))
    unnamed = not_to_be_named(found)
    for group in found:
        group.led_unnamed_by = [unnamed[pk] for pk in those_who_stay(group) if pk in unnamed]
    return found


def those_who_stay(group: Group) -> tuple[int, ...]:
    return tuple(sorted(person.pk for person in group.leaders.all() if not person.has_left()))


def leaders(pks: tuple[int, ...]) -> list[Therapist]:
    """Nobody whom the site does not show, and no trainee for whom nobody is responsible today. Whoever supervises
    comes first."""
    people = [person for person in kept_people.these(pks) if person.may_be_asked_for] if pks else []
    return sorted(people, key=lambda person: bool(person.supervised_by))


def not_to_be_named(groups: Sequence[Group]) -> dict[int, Therapist]:
    """By number: whoever leads all the same, with where they may practice. Rare, and asked for only then."""
    named = {person.pk for group in groups for person in group.led_by}
    pks = sorted({pk for group in groups for pk in those_who_stay(group)} - named)
    return Therapist.objects.defer(*TEXTS).for_calendar().in_bulk(pks) if pks else {}
