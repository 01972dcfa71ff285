"""Who else sees the same as somebody, and has room."""

from collections.abc import Sequence
from dataclasses import dataclass

from freshness.basis import question
from pages.heads import in_a_row
from team import kept_people
from team.models import Therapist
from team.models.vocabulary import in_a_sentence
from team.room import has_room
from team.turns import in_turn

MOST = 3


@dataclass(frozen=True)
class Other:
    row: Therapist
    topics: frozenset[str]

    @property
    def shared(self) -> str:
        """What both see, in that person's own order."""
        known = [topic for topic in self.row.specialties.all() if topic.slug in self.topics]
        words = in_a_row(*(in_a_sentence(topic.plain_name) for topic in known))
        return words[:1].upper() + words[1:]


def like(person: Therapist) -> list[Other]:
    """With room, sharing the most first; among as many, in today's order."""
    topics = [topic.slug for topic in person.specialties.all()]
    return [
        Other(row, frozenset(topics))
        for row in with_room(person.slug, tuple(sorted(topics)))[:MOST]
    ]


def seeing_the_same(person: Therapist) -> list[Therapist]:
    """Whether or not they have room: for the address of somebody who left."""
    topics = tuple(sorted(topic.slug for topic in person.specialties.all()))
    return sharing(person.slug, topics)[:MOST]


def with_room(slug: str, topics: Sequence[str]) -> list[Therapist]:
    return [person for person in sharing(slug, topics) if has_room(person)]


@question
def sharing(slug: str, topics: Sequence[str]) -> list[Therapist]:
    """Whoever may be asked for and sees some of these, but for that one person."""
    directory = kept_people.directory()
    numbers = {
        person.pk: len(directory.values[person.pk]["specialty"].keys() & set(topics))
        for person in directory.people
        if person.slug != slug and person.may_be_asked_for
    }
    found = [person for person in directory.people if numbers.get(person.pk)]
    return sorted(in_turn(found, directory.day), key=lambda person: -numbers[person.pk])
