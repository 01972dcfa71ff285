"""Whether a young person may ask for care alone, and what that shuts.

The age is what the practice has put down for the state. What people tell is an age band: where it holds some who
are old enough and some who are not, a parent's contact stays shut as well, until somebody has asked.
"""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake.documents.content import Content
from intake.documents.reaching import OtherPerson, Way, number_way, person_way
from intake.models import CareAloneAge
from pages.states import STATES

OLDEST = {"under-13": 12, "13-17": 17}
YOUNGEST = {"under-13": 0, "13-17": 13}
# Those who may be a parent: whom somebody has not said to be anybody else, too.
PERHAPS_PARENTS = ("parent", "family", "")
# Who writes where they are not the one who would come.
SOMEBODY_ELSE_WRITES = ("child", "family", "patient", "other")


@dataclass(frozen=True)
class CareAlone:
    """Of one who is under 18: what is known of the state, in ``sentences`` for whoever answers."""

    told: Content
    fact: CareAloneAge | None

    @property
    def is_perhaps_of_age(self) -> bool:
        return self.fact is not None and OLDEST[self.told.age] >= self.fact.age

    @property
    def is_of_age(self) -> bool:
        return self.fact is not None and YOUNGEST[self.told.age] >= self.fact.age

    @property
    def shuts(self) -> bool:
        return self.is_perhaps_of_age and self.told.for_whom not in SOMEBODY_ELSE_WRITES

    @property
    def sentences(self) -> list[str]:
        if self.fact is None:
            return [not_put_down(self.told)]
        checked = _(
            "In {state} a young person may ask for care alone from {age} on ({day}, {who})."
        )
        said = [
            checked.format(
                state=self.fact.get_state_display(),
                age=self.fact.age,
                day=date_format(self.fact.checked_on),
                who=self.fact.checked_by,
            )
        ]
        if self.fact.is_stale:
            said.append(_("That was looked up more than a year ago: look again."))
        if self.shuts and not self.is_of_age:
            said.append(_("Ask them first how old they are."))
        if self.shuts:
            said.append(
                _("Do not call a parent, and tell them nothing, unless the young person says so.")
            )
        return said


def not_put_down(told: Content) -> str:
    if told.state_code not in dict(STATES):
        return _(
            "Ask in which state they are, and from which age they may ask for care alone there."
        )
    text = _("Nobody has put down from which age a young person may ask for care alone in {state}.")
    return text.format(state=dict(STATES)[told.state_code])


def of(told: Content) -> CareAlone | None:
    """None for somebody who is not under 18."""
    if not told.is_minor:
        return None
    return CareAlone(told, CareAloneAge.objects.filter(state=told.state_code).first())


def shut_people(told: Content) -> list[OtherPerson]:
    found = of(told) if told.people else None
    if found is None or not found.shuts:
        return []
    return [one for one in told.people if one.relation in PERHAPS_PARENTS and not one.is_opened]


def further_ways(told: Content) -> list[Way]:
    """Numbers and people, as whoever answers may see them."""
    shut = shut_people(told)
    people = [shut_way(one) if one in shut else person_way(one) for one in told.people]
    return [*map(number_way, told.numbers), *people]


def shut_way(person: OtherPerson) -> Way:
    care = _(
        "Shut, since they may ask for care alone, or may be old enough to. Once they "
        "have told one of us that it may be used, open it under “Change how to reach "
        "them”."
    )
    return Way(person.relation_label, "", [care])
