"""A few people side by side. Whom somebody chose stands in the address of the page, and is kept nowhere."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from freshness.basis import question
from team import kept_people
from team.choices import Choice, asked_with, list_of, pairs
from team.directory import Directory
from team.facts import Entry, fact
from team.filters import TeamFilter
from team.models import Therapist
from team.turns import in_turn

WHO = "who"
FEWEST, MOST = 2, 4
# To put beside the others from the page itself; the directory has everybody.
MOST_OFFERED = 24
COMPARED = (
    "specialties", "fees", "insurers", "ways", "times", "states", "languages", "modalities", "populations",
)  # fmt: skip


class Row(NamedTuple):
    """What each of the people says to one question, nothing where a profile does not say."""

    term: str | Promise
    cells: list[tuple[Therapist, list[Entry]]]


class Comparison:
    """Whoever is not on the site is left out, and so are those beyond the number that can be read side by side."""

    def __init__(self, data: QueryDict, directory: Directory) -> None:
        self.filter = TeamFilter(data, directory)
        self.choices = self.filter.chosen
        at = {person.slug: person for person in directory.people}
        wanted = list(filter(None, dict.fromkeys(data.getlist(WHO))))
        found = [at[slug] for slug in wanted if slug in at]
        self.people, self.beyond = found[:MOST], found[MOST:]
        self.is_anybody_missing = len(found) < len(wanted)

    @property
    def is_whole(self) -> bool:
        return len(self.people) >= FEWEST

    @property
    def names_beyond(self) -> str:
        """Names have commas of their own, and a trainee's the supervisor's as well."""
        return "; ".join(person.public_name for person in self.beyond)

    @property
    def rows(self) -> list[Row]:
        rows = []
        for name in COMPARED:
            said = [fact(name, person) for person in self.people]
            cells = [(person, one.entries) for person, one in zip(self.people, said, strict=True)]
            if any(entries for _person, entries in cells):
                rows.append(Row(said[0].term, cells))
        return rows

    @property
    def without(self) -> list[tuple[Therapist, str]]:
        """Each with the address of the page without them."""
        return [
            (person, address_of([one for one in self.people if one != person], self.choices))
            for person in self.people
        ]

    @property
    def address(self) -> str:
        """The page's only one: what was chosen in the directory makes no other page of it."""
        return address_of(self.people)

    @property
    def list_address(self) -> str:
        return list_of(self.choices)

    @property
    def asked(self) -> str:
        """What goes along to the form."""
        return asked_with(self.choices)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form that adds somebody says again."""
        return [*((WHO, person.slug) for person in self.people), *pairs(self.choices)]

    @property
    def offered(self) -> list[Therapist]:
        """To be put beside: whoever fits what was chosen, or everybody where nobody else does."""
        if len(self.people) >= MOST:
            return []
        directory = self.filter.directory
        known = {person.pk for person in self.people}
        for people in (self.filter.results(), in_turn(directory.people, directory.day)):
            if others := [person for person in people if person.pk not in known]:
                return others[:MOST_OFFERED]
        return []


def address_beside(person: Therapist, others: Iterable[Therapist]) -> str:
    """Where a profile leads to; nowhere, if nobody else is here."""
    return address_of([person, *others]) if is_among_others() else ""


@question
def is_among_others() -> bool:
    return len(kept_people.in_our_language()) >= FEWEST


def address_of(people: Iterable[Therapist], choices: Iterable[Choice] = ()) -> str:
    asked = urlencode([*((WHO, person.slug) for person in people), *pairs(choices)])
    return f"{reverse('team:therapist_compare')}{'?' if asked else ''}{asked}"
