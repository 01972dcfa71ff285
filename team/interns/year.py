"""Interns leave and arrive: all of it at once, or nothing."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from team.interns.arriving import arrive
from team.interns.change import Change, Person
from team.interns.contradictions import refuse_what_contradicts
from team.interns.leaving import leave
from team.models import Therapist


def carry_out(
    leaving: Iterable[Therapist],
    last_day: date | None,
    arriving: Sequence[dict[str, Any]],
    first_day: date | None,
) -> list[Person]:
    """To be called in a transaction; raises ``ValidationError`` with the name of whoever it is about."""
    leaving = list(leaving)
    refuse_what_contradicts(leaving, arriving, first_day)
    done = []
    for person in leaving:
        done.append(Person(person.name, said_of(person.name, lambda p=person: leave(p, last_day))))
    for told in arriving:
        name = str(told["profile"] or told["name"])
        done.append(Person(name, said_of(name, lambda t=told: arrive(t, first_day))))
    return done


def said_of(name: str, changes: Any) -> list[Change]:
    try:
        return list(changes())
    except ValidationError as error:
        raise ValidationError([f"{name}: {text}" for text in error.messages]) from error


def mark_of(people: Iterable[Person]) -> str:
    """Of exactly what is said: something else is shown once more before it happens."""
    said = "\n".join("\n".join([p.name, *(c.said for c in p.changes)]) for p in people)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
