"""What the directory says to what somebody chose: how many fit, and without what somebody would."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages import frame
from team.choices import Choice, in_words, list_of, pairs, writing_with
from team.comparing import FEWEST
from team.filters import TeamFilter
from team.models import Therapist
from team.near import Near, lines
from team.near_people import Person, people
from team.room import ask_who_has_room, has_room_for, none_has_room


class Answer:
    def __init__(self, chosen: TeamFilter, people: list[Therapist]) -> None:
        self.filter, self.people = chosen, people
        self.choices = chosen.chosen
        self.is_narrowed = bool(self.choices)

    @property
    def heading(self) -> str:
        """``10 people, 7 of them accepting new clients``."""
        if not self.people:
            return _("Nobody here fits all of that at once")
        wanted = {choice.name: choice.value for choice in self.choices}
        with_room = sum(has_room_for(person, wanted) for person in self.people)
        if not with_room and not self.filter.is_availability_offered:
            return "; ".join(filter(None, [self.number, ask_who_has_room(self.people)]))
        if self.filter.is_availability_chosen or not self.filter.is_availability_offered:
            return self.number
        if with_room == len(self.people):
            return _("{people}, accepting new clients").format(people=self.number)
        if not with_room:
            return none_has_room(self.number, self.people)
        text = _("{people}, {number} of them accepting new clients")
        return text.format(people=self.number, number=with_room)

    @property
    def number(self) -> str:
        if self.is_narrowed:
            text = ngettext("{total} person fits", "{total} people fit", len(self.people))
        else:
            text = ngettext("{total} person", "{total} people", len(self.people))
        return text.format(total=len(self.people))

    @property
    def title(self) -> str:
        """``1 person: trauma, Spanish``, for the tab and the history: a wish for somebody's faith is no one else's business."""
        total = len(self.people)
        named = in_words(choice for choice in self.choices if not choice.is_shared)
        if not named:
            return self.number if total else _("Nobody yet")
        text = ngettext("{total} person: {choices}", "{total} people: {choices}", total)
        if not total:
            text = _("Nobody yet: {choices}")
        return text.format(total=total, choices=named)

    def title_of(self, page: int) -> str:
        name = frame.name_of("team:therapist_list")
        if page > 1:
            name = _("%(place)s, page %(number)s") % {"place": name, "number": page}
        return f"{self.title} · {name}" if self.is_narrowed else name

    @property
    def removals(self) -> list[tuple[Choice, str]]:
        """Each choice with the address of the same list without it."""
        return [
            (choice, list_of(other for other in self.choices if other != choice))
            for choice in self.choices
        ]

    @property
    def is_comparable(self) -> bool:
        return len(self.people or self.near_people) >= FEWEST

    @property
    def carried_to_compare(self) -> list[tuple[str, str]]:
        return pairs(self.choices)

    @property
    def form_address(self) -> str:
        return writing_with(self.choices)

    @property
    def carried(self) -> str:
        return in_words(choice for choice in self.choices if choice.name != "room")

    @cached_property
    def nearest(self) -> list[Near]:
        return [] if self.people or not self.is_narrowed else lines(self.filter)

    @property
    def near_people(self) -> list[Person]:
        return people(self.nearest)
