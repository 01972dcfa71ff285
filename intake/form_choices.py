"""What the form lets choose of the team: whom one may ask for, how to meet, which insurers are taken. The same for
whoever opens it, so it is made once until somebody changes something about a person."""

from contextlib import nullcontext
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from freshness.kept import Kept
from intake.documents.choices import FORMATS, PAYMENTS
from intake.documents.content import Label
from pages import kept_practice, languages
from pages.models import Practice
from pages.states import STATES
from team import kept_people
from team.models import Identity, Therapist
from team.room import in_brackets

Options = list[tuple[str, Label]]

PAYER = "payer-"
# From and up to which age.
BANDS = {
    "under-13": (0, 12),
    "13-17": (13, 17),
    "18-25": (18, 25),
    "26-64": (26, 64),
    "65-up": (65, 150),
}


class Choices(NamedTuple):
    # slug -> the name as an option, in the order of the directory.
    people: dict[str, str]
    # Of those, whose option is a line in words that a state may want: in our language.
    supervised: set[str]
    formats: set[str]
    payers: dict[int, str]
    # What somebody here speaks: its number, as the directory's filter knows it, and its name.
    languages: dict[str, str]
    # For whom and how people here work, by what the directory's filters post for it.
    populations: dict[str, str]
    modalities: dict[str, str]
    # What people here share of themselves: kind -> number and name.
    identities: dict[str, dict[str, str]]
    # Where somebody here may see people today, and how they would meet there.
    states: dict[str, frozenset[str]]
    # Age groups that no client group of anybody reaches.
    far_ages: set[str]


def read() -> tuple[Choices, datetime]:
    with kept_practice.its_day() as midnight:
        people = kept_people.in_our_language()
        names = {person.slug: in_full(person) for person in people if person.may_be_asked_for}
    ways = {"in-person": "is_in_person", "video": "is_video", "phone": "is_phone"}
    formats = {way for way, field in ways.items() if any(getattr(one, field) for one in people)}
    payers = {taken.payer for person in people for taken in person.payer_participations.all()}
    spoken = {(one.name, str(one.pk)) for person in people for one in person.languages.all()}
    in_order = sorted(payers, key=lambda payer: (payer.order, payer.name))
    named = {payer.pk: payer.name for payer in in_order}
    return Choices(
        names,
        {person.slug for person in people if person.supervised_by},
        formats,
        named,
        {pk: name for name, pk in sorted(spoken)},
        by_name({str(one.pk): one.name for p in people for one in p.populations.all()}),
        by_name({one.slug: one.name for p in people for one in p.modalities.all()}),
        {kind: by_name(shared_here(people, kind)) for kind in Identity.Kind.values},
        where(people),
        far_ages(people),
    ), midnight


def shared_here(people: list[Therapist], kind: str) -> dict[str, str]:
    shared = (one for person in people for one in person.identities.all())
    return {str(one.pk): one.name for one in shared if one.kind == kind}


def by_name(found: dict[str, str]) -> dict[str, str]:
    return dict(sorted(found.items(), key=lambda one: one[1]))


def where(people: list[Therapist]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for person in people:
        for state, ways in person.may_see.items():
            found[state] = found.get(state, frozenset()) | ways
    return found


def far_ages(people: list[Therapist]) -> set[str]:
    """Nothing is known as long as no group has ages."""
    groups = {group.ages for person in people for group in person.populations.all() if group.ages}
    return {
        band
        for band, (low, high) in BANDS.items()
        if groups and not any(youngest <= high and oldest >= low for youngest, oldest in groups)
    }


current = Kept("intake.form_choices", kept_people.OF, read).get


def in_full(person: Therapist) -> str:
    """A name as an option: whoever is supervised is named with the supervisor, as everywhere."""
    # An option is in one language.
    with languages.in_ours() if person.supervised_by else nullcontext():
        room = in_brackets(person)
    if not room:
        return person.public_name
    return _("{name} ({availability})").format(name=person.public_name, availability=room)


def states(practice: Practice) -> Options:
    """Where the practice may work; all states until it has said which."""
    return [(code, name) for code, name in STATES if code in (practice.states_served or [code])]


def formats() -> Options:
    offered = current().formats
    return [("", FORMATS[""]), *((way, FORMATS[way]) for way in FORMATS if way in offered)]


def payers() -> dict[str, str]:
    """Those who are taken here, by what is posted for them."""
    return {f"{PAYER}{pk}": name for pk, name in current().payers.items()}


def payments() -> Options:
    plain = [(code, label) for code, label in PAYMENTS.items() if code and code != "insurance"]
    return [("", PAYMENTS[""]), *payers().items(), *plain]
