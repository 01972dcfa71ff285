"""Whose yes a text needs before it goes out, and whether it has been given.

Which people that are is the content's own business: it answers with ``Requirement``s. An approval
holds for the words that were shown, in whatever version they stand.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Model

from editing.models import ReviewStep


@dataclass(frozen=True)
class Requirement:
    """One of ``people`` (key to name) has to say yes in this ``capacity``; ``why`` in a sentence."""

    capacity: str
    why: str
    people: dict = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return list(self.people.values())


def yes_steps(row: Model, substance: str) -> list[ReviewStep]:
    """The last word of each person on these words, where it was a yes."""
    steps = ReviewStep.objects.of(row).filter(
        version__substance=substance, kind__in=["approved", "returned", "suggested"]
    )
    last = {}
    for step in steps.prefetch_related("takers").order_by("at", "pk"):
        last[step.person_key or step.person] = step
    return [step for step in last.values() if step.kind == ReviewStep.Kind.APPROVED]


def approvals_of(row: Model, substance: str) -> list[ReviewStep]:
    """The standing answers to these words that count: said by nobody but the person themself, or
    by a link that others had in their hands and somebody else stands for."""
    return [step for step in yes_steps(row, substance) if not step.waits_for_taker]


def unmet(requirements: Iterable[Requirement], approvals: list[ReviewStep]) -> list[Requirement]:
    """The requirements nobody entitled has answered with a yes."""
    return [need for need in requirements if not any(answers(step, need) for step in approvals)]


def answers(step: ReviewStep, need: Requirement) -> bool:
    return step.capacity == need.capacity and step.person_key in need.people
