"""Who and what could open what comes in: people who are inside, and recovery codes that were typed from
the paper. All of it is derived, so that it is true at any moment."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from intake.models import KeyHolder, PracticeKey
from intake.room import roll

LEAST_PEOPLE = 2
LABELS = ("A", "B")


class State(StrEnum):
    FINE = ""
    NEVER_OPEN = "never-open"  # the first set-up has not come to its end
    BEGINS_AGAIN = "begins-again"  # every key was gone, and a new one has not been made ready
    NOT_OURS = "not-ours"  # somebody else has changed keys: nothing is closed with them
    SHUT = "shut"  # nobody can open what would come in
    ONE_LEFT = "one-left"
    ONLY_RECOVERY_CODES = "only-sheets"
    ALONE = "alone"  # one person and recovery codes: a practice of one, or nearly one


@dataclass(frozen=True)
class WaysIn:
    key: PracticeKey | None
    people: list[KeyHolder]
    recovery_codes: list[KeyHolder]

    def __len__(self) -> int:
        return len(self.people) + len(self.recovery_codes)

    def without(self, gone: set[UUID]) -> list[KeyHolder]:
        return [holder for holder in (*self.people, *self.recovery_codes) if holder.pk not in gone]

    @property
    def labels(self) -> set[str]:
        return {holder.sheet for holder in self.recovery_codes}

    @property
    def missing_recovery_codes(self) -> list[str]:
        return [label for label in LABELS if label not in self.labels]

    @property
    def missing_people(self) -> int:
        """A practice of one needs nobody else, once one of its recovery codes is with somebody named."""
        is_kept_elsewhere = any(holder.kept_by for holder in self.recovery_codes)
        least = (
            1
            if self.people and is_kept_elsewhere and not self.missing_recovery_codes
            else LEAST_PEOPLE
        )
        return max(least - len(self.people), 0)

    @property
    def is_ready(self) -> bool:
        return not self.missing_people and not self.missing_recovery_codes

    @cached_property
    def state(self) -> State:
        if self.key is None:
            return State.NEVER_OPEN
        if not self.key.takes_inquiries:
            was_open = PracticeKey.objects.filter(takes_inquiries=True).exists()
            return State.BEGINS_AGAIN if was_open else State.NEVER_OPEN
        if len(self) < 2:
            return State.ONE_LEFT if len(self) else State.SHUT
        if not self.people:
            return State.ONLY_RECOVERY_CODES
        return State.ALONE if len(self.people) == 1 else State.FINE


def ways_in(key: PracticeKey | None = None) -> WaysIn:
    """Of the current practice key, or of another one."""
    key = key or PracticeKey.objects.current()
    if key is None:
        return WaysIn(None, [], [])
    able = KeyHolder.objects.answering().with_key(key).filter(is_proven=True)
    able = list(able.select_related("user"))
    if not roll.is_changing.get():
        # Otherwise it was seen that all of them are ours, and their new proofs come at the end.
        able = [holder for holder in able if holder.is_signed]
    return WaysIn(key, [o for o in able if o.user_id], [o for o in able if not o.user_id])
