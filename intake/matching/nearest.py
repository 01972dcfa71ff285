"""While somebody is on the line: who fits all of it, and where nobody does, what to ask them to leave out.

Asks ``of_team`` again, each time without one more of the wishes. A license, an age and who comes are no wishes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _

from intake.documents.choices import FORMATS
from intake.documents.content import Content
from intake.matching.rules import availability
from intake.matching.team import Fit, of_team
from team.models import Therapist

ROOM = "room"
# Of ``Content``, with what it is where nobody has wished for anything.
WISHES: dict[str, Any] = {"times": [], "format": "", "language": "", "payer": ""}
Words = Callable[[Content], str]


def another_time(told: Content) -> str:
    return _("another time would do than {times}").format(times=told.times_label.lower())


def another_way(told: Content) -> str:
    how = str(FORMATS.get(told.format, told.format)).lower()
    return _("they could meet otherwise than {how}").format(how=how)


def another_language(told: Content) -> str:
    return _("another language would do than {language}").format(language=told.language)


def without_insurance(told: Content) -> str:
    return _("they would pay without {payer}").format(payer=told.payer)


def on_the_list(told: Content) -> str:
    return _("they would wait on our waitlist")


QUESTIONS: dict[str, Words] = {
    ROOM: on_the_list,
    "times": another_time,
    "format": another_way,
    "language": another_language,
    "payer": without_insurance,
}


@dataclass(frozen=True)
class Nearest:
    """``question``: what to ask, so that these ``fits`` come in question."""

    question: str
    fits: list[Fit]


def who_fits(
    told: Content, therapists: Sequence[Therapist], *, may_wait: bool = False
) -> list[Fit]:
    """Those with nothing against them; ``may_wait``: where it is only that they keep a list."""
    is_right = partial(is_only_full, told) if may_wait else has_nothing_against
    return [fit for fit in of_team(told, therapists).fits if is_right(fit)]


def has_nothing_against(fit: Fit) -> bool:
    return not fit.against


def is_only_full(told: Content, fit: Fit) -> bool:
    keeps_a_list = fit.therapist.availability == Therapist.Availability.WAITLIST
    return keeps_a_list and fit.against == [availability(told, fit.therapist)]


def nearest(told: Content, therapists: Sequence[Therapist]) -> list[Nearest]:
    """With as little left out as there can be; nobody where a license or an age stands against everybody."""
    for number in range(1, len(QUESTIONS) + 1):
        if found := list(without(number, told, therapists)):
            return found
    return []


def without(number: int, told: Content, therapists: Sequence[Therapist]) -> Iterator[Nearest]:
    wished = [name for name in QUESTIONS if name == ROOM or getattr(told, name)]
    for left_out in combinations(wished, number):
        rest = replace(told, **{name: WISHES[name] for name in left_out if name != ROOM})
        if fits := who_fits(rest, therapists, may_wait=ROOM in left_out):
            said = [QUESTIONS[name](told) for name in left_out]
            yield Nearest(
                _("Ask whether {wishes}").format(wishes=_(", and whether ").join(said)), fits
            )


def what_forbids(told: Content, therapists: Sequence[Therapist]) -> list[str]:
    """What stands against everybody, whatever is left out."""
    rest = replace(told, **WISHES)
    fits = of_team(rest, therapists).fits
    forbidden = [{reason.text for reason in fit.may if reason.holds is False} for fit in fits]
    return sorted(set.intersection(*forbidden)) if forbidden else []
