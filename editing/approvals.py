"""Whose yes a text needs before it goes out, and whether it has been given.

Which people that are is the content's own business: it answers with ``Requirement``s. An approval
holds for the words that were shown, in whatever version they stand.
"""

from dataclasses import dataclass, field

from editing.models import ReviewStep


@dataclass(frozen=True)
class Requirement:
    """One of ``people`` (key to name) has to say yes in this ``capacity``; ``why`` in a sentence."""

    capacity: str
    why: str
    people: dict = field(default_factory=dict)

    @property
    def names(self):
        return list(self.people.values())


def approvals_of(row, substance):
    """The standing answers to these words: the last word of each person, if it was a yes."""
    steps = ReviewStep.objects.of(row).filter(
        version__substance=substance, kind__in=["approved", "returned", "suggested"]
    )
    last = {}
    for step in steps.order_by("at", "pk"):
        last[step.person_key or step.person] = step
    return [step for step in last.values() if step.kind == ReviewStep.Kind.APPROVED]


def unmet(requirements, approvals):
    """The requirements nobody entitled has answered with a yes."""
    given = {(step.capacity, step.person_key) for step in approvals}
    return [
        need
        for need in requirements
        if not any((need.capacity, key) in given for key in need.people)
    ]
