from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.documents.content import Content
from intake.matching.rules import COULD, MAY, Reason, in_common
from team import kept_people
from team.models import Therapist


@dataclass(frozen=True)
class Fit:
    """One therapist and the reasons for and against, in the order of the rules."""

    therapist: Therapist
    may: list
    could: list

    @property
    def is_possible(self) -> bool:
        return all(reason.holds is not False for reason in self.may)

    @property
    def is_open_question(self) -> bool:
        return self.is_possible and any(reason.holds is None for reason in self.may)

    @property
    def is_accepting(self) -> bool:
        return self.therapist.availability == Therapist.Availability.ACCEPTING

    @property
    def reasons(self) -> list[Reason]:
        return [*self.may, *self.could]

    @property
    def against(self) -> list[Reason]:
        return [reason for reason in self.reasons if reason.holds is False]

    @property
    def to_ask(self) -> list[Reason]:
        return [reason for reason in self.reasons if reason.holds is None]


@dataclass(frozen=True)
class TeamFit:
    """``fits`` has everybody, those who may first; ``messages`` say it for the team as a whole."""

    fits: list[Fit]
    messages: list


def of_team(told: Content, therapists: Iterable[Therapist] | None = None) -> TeamFit:
    """``told`` is what the person wrote; the team is the one that the site's own pages show."""
    if therapists is None:
        therapists = kept_people.in_our_language()
    fits = [fit_of(told, therapist) for therapist in therapists]
    # In groups, by yes and no, before them whom they asked for; within a group who speaks their language, and else as
    # the practice orders its team.
    fits.sort(
        key=lambda fit: (
            not fit.is_possible,
            bool(told.therapist) and not fit.therapist.is_called(told.therapist),
            not fit.is_accepting,
            not in_common(told, fit.therapist),
            fit.is_open_question,
        )
    )
    return TeamFit(fits, team_messages(told, fits))


def fit_of(told: Content, therapist: Therapist) -> Fit:
    may = [reason for rule in MAY if (reason := rule(told, therapist))]
    could = [reason for rule in COULD if (reason := rule(told, therapist))]
    return Fit(therapist, may, could)


def team_messages(told: Content, fits: list[Fit]) -> list[str]:
    possible = [fit for fit in fits if fit.is_possible]
    accepting = [fit for fit in possible if fit.is_accepting]
    messages = []
    if not possible:
        messages.append(
            _("Nobody on the team is licensed to see them. Name others who could help.")
        )
    elif not accepting:
        messages.append(
            _(
                "Nobody who may see them is accepting new clients. Put them on the waitlist, or name others who could help."
            )
        )
    else:
        text = ngettext(
            "{number} of {all} is licensed to see them, and is accepting new clients.",
            "{number} of {all} are licensed to see them, and are accepting new clients.",
            len(accepting),
        )
        messages.append(text.format(number=len(accepting), all=len(fits)))
    return messages + cautions(told, fits)


def cautions(told: Content, fits: list[Fit]) -> list[str]:
    """What to mind with more than one person, or with somebody under 18."""
    possible = [fit for fit in fits if fit.is_possible]
    messages = []
    if told.for_whom in ("couple", "family"):
        messages.append(
            _(
                "More than one person would come: everybody has to be in {state} for a session."
            ).format(state=told.state_name)
        )
    if told.for_whom == "family" and len(possible) > 1:
        messages.append(
            _("If a child also needs a place of their own, that should be another of these people.")
        )
    if told.is_minor:
        messages.append(
            _("The one who would come is under 18: ask who may consent, and for whose records.")
        )
    return messages
