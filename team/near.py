"""Where nobody fits everything: what to leave out for somebody to fit, and who that would be."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from team.choices import Choice, list_of
from team.filters import TeamFilter
from team.glance import price_from
from team.models import Therapist
from team.room import has_room, none_has_room

MOST_LINES = 3
MOST_LEFT_OUT = 2
MOST_NAMED = 3


@dataclass(frozen=True)
class Near:
    """Whoever would fit without ``left_out``."""

    left_out: tuple[Choice, ...]
    people: list[Therapist]
    address: str

    @property
    def words(self) -> str:
        left_out = [choice.left_out for choice in self.left_out]
        choices = get_text_list(left_out, _("and"))
        return _("Without {choices}: {names}").format(choices=choices, names=self.names)

    @property
    def names(self) -> str:
        """Names have commas of their own, and a trainee's the supervisor's as well."""
        named = "; ".join(person.public_name for person in self.people[:MOST_NAMED])
        more = len(self.people) - MOST_NAMED
        if more < 1:
            return named
        text = ngettext("{names}, and one more", "{names}, and {more} more", more)
        return text.format(names=named, more=more)

    @property
    def number(self) -> str:
        total, with_room = len(self.people), sum(map(has_room, self.people))
        text = ngettext("{total} person", "{total} people", total).format(total=total)
        if not with_room:
            return none_has_room(text, self.people)
        if with_room == total:
            return _("{people}, accepting new clients").format(people=text)
        return _("{people}, {number} accepting new clients").format(people=text, number=with_room)

    @property
    def price(self) -> str:
        """What it costs instead, where the insurer is what does not fit."""
        prices = [price for person in self.people if (price := price_from(person))]
        if not prices or not any(choice.name == "payer" for choice in self.left_out):
            return ""
        return _("out of pocket with a receipt, from ${price}").format(price=min(prices))


def lines(chosen: TeamFilter) -> list[Near]:
    """The fewest choices left out first; among these, whatever brings somebody with room; each brings somebody new."""
    found: list[Near] = []
    known: set[int] = set()
    for number in range(1, MOST_LEFT_OUT + 1):
        for line in sorted(without(chosen, number), key=is_worse):
            if any(person.pk not in known for person in line.people):
                known.update(person.pk for person in line.people)
                found.append(line)
    return found[:MOST_LINES]


def without(chosen: TeamFilter, number: int) -> Iterator[Near]:
    """Leaving out everything would be to show everybody."""
    choices = chosen.chosen
    for left_out in combinations(choices, number) if number < len(choices) else ():
        kept = [choice for choice in choices if choice not in left_out]
        if people := chosen.fitting(kept):
            yield Near(left_out, people, list_of(kept))


def is_worse(near: Near) -> tuple[bool, bool]:
    """Nobody with room; or somebody for something else than what hurts."""
    return (
        not any(map(has_room, near.people)),
        any(choice.name == "specialty" for choice in near.left_out),
    )
