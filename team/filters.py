"""What somebody chose in the directory, from the query string alone. Odd values are ignored, never an error."""

from dataclasses import replace

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from team.choices import ROOM, Choice
from team.directory import Directory, Filter
from team.models import Therapist
from team.room import has_room_for
from team.turns import in_turn

# What most people ask stands first; the others are folded away below.
FIRST = ("specialty", "payer", "state")


class TeamFilter:
    """What somebody chose, and who fits all of it."""

    def __init__(self, data: QueryDict, directory: Directory) -> None:
        self.directory = directory
        self.filters = [
            replace(
                item, chosen=wanted if (wanted := data.get(item.name, "")) in item.values else ""
            )
            for item in directory.filters
        ]
        self.is_availability_offered = directory.is_availability_offered
        self.is_availability_chosen = self.is_availability_offered and bool(data.get(ROOM))

    @property
    def first(self) -> list[Filter]:
        return [item for item in self.filters if item.name in FIRST]

    @property
    def further(self) -> list[Filter]:
        return [item for item in self.filters if item.name not in FIRST]

    @property
    def is_further_used(self) -> bool:
        return any(item.chosen for item in self.further)

    @property
    def chosen(self) -> list[Choice]:
        """In the order in which the form asks."""
        choices = [
            Choice(item.name, item.chosen, self.words(item)) for item in self.filters if item.chosen
        ]
        if self.is_availability_chosen:
            choices.append(Choice(ROOM, "1", _("Accepting new clients")))
        return choices

    def words(self, item: Filter) -> str | Promise:
        if item.name == "specialty":
            return self.directory.plain_names[item.chosen]
        return dict(item.options)[item.chosen]

    @property
    def is_active(self) -> bool:
        return bool(self.chosen)

    def results(self) -> list[Therapist]:
        return self.fitting(self.chosen)

    def fitting(self, choices: list[Choice]) -> list[Therapist]:
        """Whoever fits all of these, in today's order."""
        wanted = {choice.name: choice.value for choice in choices}
        fitting = [person for person in self.directory.people if self.fits(person, wanted)]
        return in_turn(fitting, self.directory.day)

    def fits(self, person: Therapist, wanted: dict[str, str]) -> bool:
        values = self.directory.values[person.pk]
        state, way = wanted.get("state"), wanted.get("format")
        return (
            (ROOM not in wanted or has_room_for(person, wanted, self.directory.day))
            and all(value in values[name] for name, value in wanted.items() if name != ROOM)
            and (not (state and way) or way in self.directory.may_see[person.pk][state])
        )
