"""With which insurers somebody here is in network, and what people insured there usually pay: for pages about money."""

from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import ngettext

from freshness.basis import question
from team import kept_people
from team.choices import Choice, list_of, writing_with
from team.models import Payer
from team.usually_paid import usually_paid


class Accepted(NamedTuple):
    """``as_of``: what has been so since then, of whoever was looked up longest ago."""

    payer: Payer
    people: int
    as_of: date


class InWords(NamedTuple):
    name: str
    # "" where nobody looked it up.
    paid: str
    accepted: str
    list_address: str
    form_address: str


@question
def accepted_here() -> list[Accepted]:
    """In the order of the insurers."""
    days: dict[Payer, list[date]] = {}
    for person in kept_people.in_our_language():
        for row in person.payer_participations.all():
            days.setdefault(row.payer, []).append(row.as_of)
    in_order = sorted(days, key=lambda payer: (payer.order, payer.name))
    return [Accepted(payer, len(days[payer]), min(days[payer])) for payer in in_order]


def in_words(payer: Payer, people: int, as_of: date) -> InWords:
    said = ngettext(
        "One of us accepts it, as of {day}",
        "{people} of us accept it, as of {day}",
        people,
    )
    accepted = said.format(people=people, day=date_format(as_of, "F j, Y"))
    chosen = [Choice("payer", str(payer.pk), payer.name)]
    return InWords(payer.name, usually_paid(payer), accepted, list_of(chosen), writing_with(chosen))
