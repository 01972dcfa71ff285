"""For whom somebody has room now, where that is less than the profile says."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.heads import in_a_row
from team.models import Therapist

WAYS = {"in-person": _("in person"), "video": _("by video"), "phone": _("by phone")}
FIELDS = {"in-person": "is_in_person", "video": "is_video", "phone": "is_phone"}


class Offered(NamedTuple):
    """What a profile has of ways to meet, groups of people and insurers: {value: words}."""

    format: dict[str, str | Promise]
    population: dict[str, str | Promise]
    payer: dict[str, str | Promise]


def offered_by(person: Therapist) -> Offered:
    """Reads what a profile reads."""
    return Offered(
        {way: words for way, words in WAYS.items() if getattr(person, FIELDS[way])},
        {str(row.pk): row.name for row in person.populations.all()},
        {str(row.payer_id): row.payer.name for row in person.payer_participations.all()},
    )


def limits_of(person: Therapist) -> dict[str, dict[str, str | Promise]]:
    """For whom alone there is room now, as the directory's filters ask: what the profile has and was chosen.

    Nothing of what was chosen is left, or all of it: no limit."""
    chosen = {
        "format": person.room_formats,
        "population": person.room_populations,
        "payer": person.room_payers,
    }
    if not any(chosen.values()):
        return {}
    limits = {}
    for name, options in offered_by(person)._asdict().items():
        wanted = {str(value) for value in chosen[name]}
        left = {value: words for value, words in options.items() if value in wanted}
        if left and len(left) < len(options):
            limits[name] = left
    return limits


def limits_in_words(person: Therapist) -> str:
    words = [in_a_row(*options.values()) for options in limits_of(person).values()]
    return gettext("Room now: {limits}").format(limits="; ".join(words)) if words else ""
