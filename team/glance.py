"""What people ask of somebody first, in a line each: with what, for how much, how, in which languages."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.heads import in_a_row
from team.models import Therapist
from team.models.vocabulary import in_a_sentence

WAYS = {
    "is_in_person": gettext_lazy("in person"),
    "is_video": gettext_lazy("video"),
    "is_phone": gettext_lazy("phone"),
}


class Line(NamedTuple):
    """``From $165: Cascade Mutual``: read as one sentence."""

    term: str
    said: str


def glance(person: Therapist) -> list[Line]:
    """Reads what a profile reads."""
    return [line for line in (helps_with(person), costs(person), meets(person)) if line]


def helps_with(person: Therapist) -> Line | None:
    topics = [in_a_sentence(topic.plain_name) for topic in person.specialties.all()]
    return Line(_("Helps with"), in_a_row(*topics)) if topics else None


def price_from(person: Therapist) -> int | None:
    """What a first meeting costs: the first fee on the list. The smallest may be for something else altogether."""
    return next((fee.amount for fee in person.fees.all() if fee.amount), None)


def costs(person: Therapist) -> Line | None:
    price = price_from(person)
    insurers = in_a_row(*(row.payer.name for row in person.payer_participations.all()))
    if price is None:
        return Line(_("Insurance"), insurers) if insurers else None
    return Line(
        _("From ${price}:").format(price=price), insurers or _("out of pocket, with a receipt")
    )


def meets(person: Therapist) -> Line | None:
    ways = in_a_row(*(words for field, words in WAYS.items() if getattr(person, field)))
    languages = in_a_row(*(language.name for language in person.languages.all()))
    spoken = _("in {languages}").format(languages=languages) if languages else ""
    if ways:
        return Line(ways[:1].upper() + ways[1:], spoken)
    return Line(_("Meets"), spoken) if spoken else None
