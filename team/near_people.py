"""Whoever nearly fits, each with what does not."""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from team.choices import ROOM
from team.glance import price_from
from team.models import Therapist
from team.near import Near
from team.room import words_of

MOST_PEOPLE = 6


@dataclass(frozen=True)
class Person:
    """Somebody who nearly fits, with what does not."""

    row: Therapist
    near: Near

    @property
    def but(self) -> str:
        names = {choice.name for choice in self.near.left_out}
        left_out = [choice.left_out for choice in self.near.left_out if choice.name != ROOM]
        sentences = []
        if left_out:
            lacking = get_text_list(left_out, _("and"))
            sentences.append(_("Fits all but {choices}.").format(choices=lacking))
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
