"""Whoever nearly fits, each with what does not."""

from dataclasses import dataclass

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from team.choices import ROOM
from team.glance import price_from
from team.models import Therapist
from team.near import Near
from team.room import words_of
from team.shared_in_words import has_not_shared

MOST_PEOPLE = 6


@dataclass(frozen=True)
class Person:
    """Somebody who nearly fits, with what does not."""

    row: Therapist
    near: Near

    @property
    def but(self) -> str:
        left_out = self.near.left_out
        names = {choice.name for choice in left_out}
        unshared = [choice.in_a_sentence for choice in left_out if choice.is_shared]
        others = [one.left_out for one in left_out if not one.is_shared and one.name != ROOM]
        sentences = []
        if others:
            lacking = get_text_list(others, _("and"))
            sentences.append(_("Fits all but {choices}.").format(choices=lacking))
        if unshared:
            sentences.append(f"{capfirst(has_not_shared(unshared))}.")
        if ROOM in names:
            room = words_of(self.row)
            sentences.append(f"{room.limits if room.has_room else room.said}.")
        if "payer" in names and (price := price_from(self.row)):
            own = _("Out of pocket with a receipt, from ${price}.")
            sentences.append(own.format(price=price))
        return " ".join(sentences)


def people(found: list[Near]) -> list[Person]:
    """Each once, by the first line that names them."""
    named: dict[int, Person] = {}
    for near in found:
        for row in near.people:
            named.setdefault(row.pk, Person(row, near))
    return list(named.values())[:MOST_PEOPLE]
