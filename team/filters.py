"""The directory's filters, from the query string alone. Odd values are ignored, never an error."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.states import STATES
from team.models import TIMES, Therapist

FORMATS = {
    "in-person": ("is_in_person", _("In person")),
    "video": ("is_video", _("By video")),
    "phone": ("is_phone", _("By phone")),
}


@dataclass
class Filter:
    """One select of the directory: ``options`` are (value, label) in reading order."""

    name: str
    label: str | Promise
    options: list[tuple[str, str | Promise]]
    chosen: str = ""


def values_of(therapist: Therapist) -> dict[str, dict[str, Promise | str]]:
    """What each filter sees of one therapist: name -> {value: label}. Reads prefetched rows."""
    return {
        "specialty": {s.slug: s.name for s in therapist.specialties.all()},
        "population": {str(p.pk): p.name for p in therapist.populations.all()},
        "payer": {str(p.payer_id): p.payer.name for p in therapist.payer_participations.all()},
        "format": {
            value: label for value, (field, label) in FORMATS.items() if getattr(therapist, field)
        },
        "time": {key: TIMES[key][1] for key in therapist.times},
        "state": {code: label for code, label in STATES if code in therapist.states},
        "language": {str(x.pk): x.name for x in therapist.languages.all()},
        "modality": {m.slug: m.name for m in therapist.modalities.all()},
    }


LABELS = {
    "specialty": _("What would help"),
    "population": _("For whom"),
    "format": _("How you would meet"),
    "time": _("When you could come"),
    "state": _("Where you will be"),
    "payer": _("How you will pay"),
    "language": _("Language"),
    "modality": _("Approach"),
}


class TeamFilter:
    """Narrows a practice's own people, a few dozen rows, in memory.

    Only filters that would divide the people are offered: a choice that everybody or nobody
    shares helps no one.
    """

    def __init__(self, data: QueryDict, people: list[Therapist]) -> None:
        self.people = people
        self.values = {person.pk: values_of(person) for person in self.people}
        self.filters = [f for f in map(self.build, LABELS) if self.divides(f)]
        for item in self.filters:
            wanted = data.get(item.name, "")
            if wanted in dict(item.options):
                item.chosen = wanted
        self.is_availability_offered = len({p.availability == "accepting" for p in self.people}) > 1
        self.is_availability_chosen = self.is_availability_offered and bool(data.get("room"))

    def build(self, name: str) -> Filter:
        options = {}
        for person in self.people:
            options.update(self.values[person.pk][name])
        return Filter(name, LABELS[name], sorted(options.items(), key=lambda o: str(o[1])))

    def divides(self, item: Filter) -> bool:
        return any(
            0 < sum(value in self.values[p.pk][item.name] for p in self.people) < len(self.people)
            for value, _label in item.options
        )

    @property
    def is_active(self) -> bool:
        return self.is_availability_chosen or any(f.chosen for f in self.filters)

    def matches(self, person: Therapist) -> bool:
        if self.is_availability_chosen and person.availability != Therapist.Availability.ACCEPTING:
            return False
        return all(f.chosen in self.values[person.pk][f.name] for f in self.filters if f.chosen)

    def results(self) -> list[Therapist]:
        return [person for person in self.people if self.matches(person)]
