"""The directory's filters, from the query string alone. Odd values are ignored, never an error."""

from collections import Counter
from dataclasses import dataclass, replace

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

STATE_NAMES = dict(STATES)


@dataclass
class Filter:
    """One select of the directory: ``options`` are (value, label) in reading order."""

    name: str
    label: str | Promise
    options: list[tuple[str, str | Promise]]
    chosen: str = ""

    @property
    def values(self) -> set[str]:
        return {value for value, _label in self.options}


def values_of(therapist: Therapist) -> dict[str, dict[str, Promise | str]]:
    """What each filter sees of one therapist: name -> {value: label}. Reads prefetched rows."""
    return {
        "specialty": {s.slug: s.plain_title for s in therapist.specialties.all()},
        "population": {str(p.pk): p.name for p in therapist.populations.all()},
        "payer": {str(p.payer_id): p.payer.name for p in therapist.payer_participations.all()},
        "format": {
            value: label for value, (field, label) in FORMATS.items() if getattr(therapist, field)
        },
        "time": {key: TIMES[key][1] for key in therapist.times},
        "state": {code: STATE_NAMES[code] for code in therapist.may_see},
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


@dataclass(frozen=True)
class Directory:
    """What people can be told apart by: the same for whoever asks, so it is made once for all.

    Only filters that divide the people are offered: a choice that everybody or nobody shares helps no one.
    """

    people: list[Therapist]
    values: dict[int, dict[str, dict[str, Promise | str]]]
    # How somebody may meet whom where: what is good by video alone is no answer to "in person".
    may_see: dict[int, dict[str, frozenset[str]]]
    filters: list[Filter]
    is_availability_offered: bool

    @classmethod
    def of(cls, people: list[Therapist]) -> "Directory":
        values = {person.pk: values_of(person) for person in people}
        filters = [made for name in LABELS if (made := filter_of(name, list(values.values())))]
        may_see = {person.pk: person.may_see for person in people}
        return cls(
            people, values, may_see, filters, len({has_room(person) for person in people}) > 1
        )


def filter_of(name: str, values: list[dict[str, dict[str, Promise | str]]]) -> Filter | None:
    options: dict[str, Promise | str] = {}
    numbers: Counter[str] = Counter()
    for of_person in values:
        options.update(of_person[name])
        numbers.update(of_person[name].keys())
    if not any(number < len(values) for number in numbers.values()):
        return None
    return Filter(name, LABELS[name], sorted(options.items(), key=lambda o: str(o[1])))


def has_room(person: Therapist) -> bool:
    return person.availability == Therapist.Availability.ACCEPTING


class TeamFilter:
    """What somebody chose, and who fits all of it."""

    def __init__(self, data: QueryDict, directory: Directory) -> None:
        self.directory = directory
        self.filters = [
            replace(
                item, chosen=wanted if (wanted := data.get(item.name, "")) in item.values else ""
            )
            for item in directory.filters
        ]
        self.is_availability_offered = directory.is_availability_offered
        self.is_availability_chosen = self.is_availability_offered and bool(data.get("room"))

    @property
    def is_active(self) -> bool:
        return self.is_availability_chosen or any(f.chosen for f in self.filters)

    def results(self) -> list[Therapist]:
        chosen = [item for item in self.filters if item.chosen]
        values = self.directory.values
        state, way = (
            next((item.chosen for item in chosen if item.name == name), "")
            for name in ("state", "format")
        )
        return [
            person
            for person in self.directory.people
            if (has_room(person) or not self.is_availability_chosen)
            and all(item.chosen in values[person.pk][item.name] for item in chosen)
            and (not (state and way) or way in self.directory.may_see[person.pk][state])
        ]
