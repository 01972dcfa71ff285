"""What the people of the directory can be told apart by: see ``team.filters`` for what somebody chose."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.states import STATES
from team.models import TIMES, Identity, Therapist
from team.room import has_room
from team.spoken import Spoken, in_own_words

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
        "payer": {str(p.payer_id): p.payer.name for p in therapist.payer_participations.all()},
        "state": {code: STATE_NAMES[code] for code in therapist.may_see},
        "language": {str(x.pk): x.name for x in therapist.languages.all()},
        "format": {
            value: label for value, (field, label) in FORMATS.items() if getattr(therapist, field)
        },
        "time": {key: TIMES[key][1] for key in therapist.shown_times},
        "population": {str(p.pk): p.name for p in therapist.populations.all()},
        "modality": {m.slug: m.name for m in therapist.modalities.all()},
        **{
            kind: {str(row.pk): row.name for row in therapist.identities.all() if row.kind == kind}
            for kind in Identity.Kind.values
        },
    }


LABELS = {
    "specialty": _("What would help"),
    "payer": _("How you will pay"),
    "state": _("Where you will be"),
    "language": _("Language"),
    "format": _("How you would meet"),
    "time": _("When you could come"),
    "population": _("For whom"),
    "modality": _("Approach"),
    **dict(Identity.Kind.choices),
}


@dataclass(frozen=True)
class Directory:
    """What people can be told apart by on one day: the same for whoever asks, so it is made once for all.

    Only filters that divide the people are offered: a choice that everybody or nobody shares helps no one.
    """

    people: list[Therapist]
    day: date
    values: dict[int, dict[str, dict[str, Promise | str]]]
    # How somebody may meet whom where: what is good by video alone is no answer to "in person".
    may_see: dict[int, dict[str, frozenset[str]]]
    filters: list[Filter]
    # The word for a topic alone, by its address: what is chosen is said in few words.
    plain_names: dict[str, str]
    spoken: list[Spoken]
    is_availability_offered: bool

    @classmethod
    def of(cls, people: list[Therapist], day: date) -> "Directory":
        values = {person.pk: values_of(person) for person in people}
        filters = [made for name in LABELS if (made := filter_of(name, list(values.values())))]
        may_see = {person.pk: person.may_see for person in people}
        plain = {topic.slug: topic.plain_name for one in people for topic in one.specialties.all()}
        languages = {language.pk: language for one in people for language in one.languages.all()}
        in_order = sorted(languages.values(), key=lambda one: (one.order, one.name))
        is_divided = len({has_room(person, day) for person in people}) > 1
        return cls(people, day, values, may_see, filters, plain, in_own_words(in_order), is_divided)


def filter_of(name: str, values: list[dict[str, dict[str, Promise | str]]]) -> Filter | None:
    options: dict[str, Promise | str] = {}
    numbers: Counter[str] = Counter()
    for of_person in values:
        options.update(of_person[name])
        numbers.update(of_person[name].keys())
    if not any(number < len(values) for number in numbers.values()):
        return None
    return Filter(name, LABELS[name], sorted(options.items(), key=lambda o: str(o[1])))
