"""Somebody in training arrives: a profile, who supervises from when until when, and in which state."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from editing.addresses import free_slug
from pages.states import state_names
from team.interns.change import Change
from team.models import PracticeAuthority, Supervision, Therapist
from team.models.public_line import line_on
from team.models.where import may_see


def arrive(told: dict[str, Any], first_day: Any) -> Iterator[Change]:
    """``told``: profile or name and title, supervisor, state, wording, number, until."""
    person = told["profile"] or made(told)
    if person.left_on:
        person.left_on = None
        person.save()
    days = {"from_day": first_day, "to_day": told["until"]}
    supervision = Supervision(supervisee=person, supervisor=told["supervisor"], **days)
    right = PracticeAuthority(
        therapist=person,
        kind=PracticeAuthority.Kind.SUPERVISED,
        state=told["state"],
        wording=told["wording"],
        profession=told["wording"].profession if told["wording"] else "",
        number=told["number"],
        **days,
    )
    for row in (supervision, right):
        row.full_clean()
        row.save()
    yield Change(of_profile(person), person)
    yield Change(of_line(person, first_day), supervision)
    yield Change(of_states(person, first_day, told), right)


def made(told: dict[str, Any]) -> Therapist:
    """Nobody sees it before it is written."""
    person = Therapist(name=told["name"], title=told["title"], is_listed=False)
    person.slug = free_slug(person, person.name)
    person.full_clean()
    person.save()
    return person


def of_profile(person: Therapist) -> str:
    if person.is_listed:
        return _("The profile is on the site.")
    return _("The profile is not on the site until somebody has written it and ticks “shown”.")


def of_line(person: Therapist, day: date) -> str:
    words = _("From {day}: {line}.")
    line = line_on(Therapist.objects.get(pk=person.pk), day)
    return words.format(day=date_format(day, "F j, Y"), line=line)


def of_states(person: Therapist, day: date, told: dict[str, Any]) -> str:
    states = may_see(Therapist.objects.get(pk=person.pk), day)
    if not states:
        words = _(
            "{name} has no license written down for {state} on that day, so it gives no state yet."
        )
        (state,) = state_names([told["state"]])
        return words.format(name=told["supervisor"], state=state)
    return _("May see people in {states}.").format(
        states=get_text_list([str(name) for name in state_names(list(states))], _("and"))
    )
