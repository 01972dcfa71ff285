"""What ends soon of the rights by which the team sees people, and what goes off the site with it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Prefetch, Q

from pages.states import STATES
from team.models import CompactMember, PracticeAuthority, Supervision, Therapist
from team.models.authority import LONGEST_LATE
from team.models.visibility import is_listed
from team.models.where import may_see

# How many days before somebody is told, the farthest first.
NOTICES = (60, 30, 7)
A_DAY = timedelta(days=1)
NAMES = dict(STATES)


class Loss(NamedTuple):
    """``states``: names of those in which this person is not shown any more, or in fewer ways."""

    therapist: Therapist
    states: list[str]


def ending(first: date, last: date) -> list[PracticeAuthority]:
    """Of those on the site, what has its last day from ``first`` to ``last`` and is not followed by another."""
    people = Therapist.objects.select_related("user").prefetch_related("authorities")
    rows = PracticeAuthority.objects.filter(
        is_listed("therapist__", first), to_day__gte=first - LONGEST_LATE, to_day__lte=last
    ).prefetch_related(Prefetch("therapist", people))
    found = [row for row in rows.select_related("compact") if first <= row.last_day <= last]
    return sorted((row for row in found if not is_followed(row)), key=lambda row: row.last_day)


def is_followed(row: PracticeAuthority) -> bool:
    return any(
        (other.kind, other.state) == (row.kind, row.state) and other.holds_on(row.last_day + A_DAY)
        for other in row.therapist.authorities.all()
    )


def may_end_on(day: date) -> bool:
    """Whether there is any reason to look at everybody."""
    rights = PracticeAuthority.objects.filter(Q(to_day=day) | Q(late_until__isnull=False))
    supervisions = Supervision.objects.filter(Q(to_day=day) | Q(absent_to=day))
    members = CompactMember.objects.filter(to_day=day)
    rows = [found.order_by().values("pk") for found in (rights, supervisions, members)]
    return rows[0].union(*rows[1:]).exists()


def goes_after(day: date) -> tuple[list[Loss], list[str]]:
    """Who loses which state when ``day`` is over, trainees included, and for which states nobody is left."""
    if not may_end_on(day):
        return [], []
    people = Therapist.objects.listed(day + A_DAY).filter(translation_of=None).for_calendar()
    losses, before, after = [], set(), set()
    for person in people:
        now, then = may_see(person, day), may_see(person, day + A_DAY)
        before.update(now)
        after.update(then)
        gone = [str(NAMES[code]) for code in now if now[code] - then.get(code, frozenset())]
        if gone:
            losses.append(Loss(person, gone))
    return losses, list(nobody_left(before, after))


def nobody_left(before: set[str], after: set[str]) -> Iterator[str]:
    for code, name in STATES:
        if code in before - after:
            yield str(name)
