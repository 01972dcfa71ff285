"""The plain facts about somebody, line by line: what a profile lists, and what people are compared by."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.states import state_names
from team.licenses_in_words import credentials_in_words
from team.models import Therapist
from team.usually_paid import usually_paid


class Entry(NamedTuple):
    """``url``: where the words lead. ``look_up``: where anybody finds the same, at somebody who keeps a register."""

    words: str | Promise
    detail: str | Promise = ""
    price: str = ""
    url: str = ""
    look_up: str = ""


class Fact(NamedTuple):
    """``is_quotable``: whether search engines may show it beside a result."""

    term: str | Promise
    entries: list[Entry]
    is_quotable: bool = True


Entries = Iterable[Entry]


def specialties(person: Therapist) -> Entries:
    training = training_behind(person)
    for topic in person.specialties.all():
        yield Entry(topic.plain_title, training.get(topic.pk, ""), url=topic.get_absolute_url())


def training_behind(person: Therapist) -> dict[int, str]:
    return {row.specialty_id: row.training for row in person.therapistspecialty_set.all()}


def modalities(person: Therapist) -> Entries:
    return [Entry(topic.name, url=topic.get_absolute_url()) for topic in person.modalities.all()]


def credentials(person: Therapist) -> Entries:
    for line in credentials_in_words(person):
        yield Entry(": ".join(filter(None, [line.name, line.where])))


def supervision(person: Therapist) -> Entries:
    return [Entry(person.supervised_by)] if person.supervised_by else []


def states(person: Therapist) -> Entries:
    for codes, limit in person.states_by_limit:
        yield Entry(listed(state_names(codes)), limit)


def registers(person: Therapist) -> Entries:
    for entry in person.register_entries:
        day = date_format(entry.checked_on, "F j, Y") if entry.checked_on else ""
        checked = _("checked at the register on {day}").format(day=day) if day else ""
        yield Entry(entry.words, checked, look_up=entry.url)


def ways(person: Therapist) -> Iterator[Entry]:
    if person.is_in_person:
        yield Entry(
            _("In person"), _("we tell you where and when") if person.is_without_place else ""
        )
    if person.is_video:
        yield Entry(_("By video"))
    if person.is_phone:
        yield Entry(_("By phone"))
    if not (person.is_in_person or person.is_video or person.is_phone):
        yield Entry(_("Ask us"))


def times(person: Therapist) -> Entries:
    return map(Entry, person.shown_times_in_words)


def populations(person: Therapist) -> Entries:
    return in_one(person.populations.all())


def languages(person: Therapist) -> Entries:
    return in_one(person.languages.all())


def identities(person: Therapist) -> Entries:
    return in_one(person.identities.all())


def fees(person: Therapist) -> Entries:
    for fee in person.fees.all():
        price = f"{fee.service}: ${fee.amount}"
        minutes = _("for {minutes} minutes").format(minutes=fee.minutes) if fee.minutes else ""
        yield Entry(" ".join(filter(None, [price, minutes])), fee.note)


def insurers(person: Therapist) -> Entries:
    for row in person.payer_participations.all():
        day = date_format(row.as_of, "F j, Y")
        taken = _("as of {day}").format(day=day)
        yield Entry(row.payer.name, taken, usually_paid(row.payer))


def in_one(rows: Iterable[object]) -> Entries:
    return [Entry(words)] if (words := listed(rows)) else []


def listed(rows: Iterable[object]) -> str:
    """``Oregon, Idaho and Washington``."""
    return get_text_list([str(row) for row in rows], _("and"))


# In the order of a profile.
FACTS: dict[str, tuple[Promise, Callable[[Therapist], Entries]]] = {
    "specialties": (gettext_lazy("Specialties"), specialties),
    "modalities": (gettext_lazy("Types of therapy"), modalities),
    "credentials": (gettext_lazy("Credentials"), credentials),
    "supervision": (gettext_lazy("Supervised by"), supervision),
    "states": (gettext_lazy("May see you if you are in"), states),
    "registers": (gettext_lazy("In the registers"), registers),
    "ways": (gettext_lazy("How you would meet"), ways),
    "times": (gettext_lazy("When"), times),
    "populations": (gettext_lazy("For whom"), populations),
    "languages": (gettext_lazy("Languages"), languages),
    "identities": (gettext_lazy("Shared by {name}"), identities),
    "fees": (gettext_lazy("Fees"), fees),
    "insurers": (gettext_lazy("Insurance accepted"), insurers),
}


def fact(name: str, person: Therapist) -> Fact:
    """Reads what a profile reads."""
    term, entries = FACTS[name]
    words = str(term).format(name=person.shown_name)
    return Fact(words, list(entries(person)), is_quotable=name != "identities")


def facts_of(person: Therapist) -> list[Fact]:
    return [found for name in FACTS if (found := fact(name, person)).entries]
