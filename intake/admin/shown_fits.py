"""The team as the page of an inquiry lists it. A large team has hundreds of reasons and few different ones, so that each
is drawn once a page; for no longer, since reasons say what somebody told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from intake.matching import TeamFit
from intake.matching.rules import Reason
from team.models import Therapist

# Seen at once; the others are folded, as is whoever may not see them.
AT_ONCE = 3


@dataclass(frozen=True)
class ShownFit:
    therapist: Therapist
    is_possible: bool
    reasons: SafeString


def of(team_fit: TeamFit | None) -> dict[str, Any]:
    if not team_fit:
        return {}
    fits = list(shown(team_fit))
    at_once = [fit for fit in fits[:AT_ONCE] if fit.is_possible]
    return {"fits_at_once": at_once, "fits_folded": fits[len(at_once) :], "has_fits": bool(fits)}


def shown(team_fit: TeamFit) -> Iterator[ShownFit]:
    template = get_template("admin/intake/inquiry/_reason.html")
    drawn: dict[Reason, str] = {}
    for fit in team_fit.fits:
        for reason in fit.reasons:
            if reason not in drawn:
                drawn[reason] = template.render({"reason": reason}).strip()
        reasons = "".join(drawn[reason] for reason in fit.reasons)
        yield ShownFit(fit.therapist, fit.is_possible, mark_safe(reasons))
