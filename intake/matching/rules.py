"""One rule, one small function of what the person told and of one therapist.

A rule answers with a ``Reason``, or with None where it has nothing to say. ``holds`` is None where
the profile does not tell: that is a question to ask, not a no.
"""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from intake.documents.choices import FORMATS
from intake.documents.content import STATE_NAMES, Content
from team.models import TIMES, Therapist
from team.models.where import first_profile
from team.room import has_room
from team.room_limits import limits_in_words, limits_of
from team.shared_in_words import has_not_shared
from team.spoken import is_named

# How the name of a practice's own group of people begins, lower case: “Teens (14 to 17)”, but not
# “Immigrants and their children”.
CHILDREN, TEENS = ("child", "kid"), ("teen", "adolesc", "youth")
YOUNG_ADULTS, OLDER_ADULTS = ("young adult", "college", "student"), ("older", "senior", "elder")
ADULTS = ("adult",)
COUPLES, FAMILIES = ("couple", "partner"), ("famil",)
BEGINNINGS_BY_AGE = {
    "under-13": CHILDREN,
    "13-17": TEENS,
    "18-25": (*YOUNG_ADULTS, *ADULTS),
    "26-64": ADULTS,
    "65-up": (*OLDER_ADULTS, *ADULTS),
}
BEGINNINGS_BY_WHO_COMES = {"couple": COUPLES, "family": FAMILIES}
FORMAT_FIELDS = {"in-person": "is_in_person", "video": "is_video", "phone": "is_phone"}


@dataclass(frozen=True)
class Reason:
    holds: bool | None
    text: str


def state(told: Content, therapist: Therapist) -> Reason:
    """A license is good in certain states only."""
    if not told.state:
        return Reason(None, _("ask which state they will be in"))
    if not first_profile(therapist).authorities.all():
        return Reason(None, _("does not say where clients may be"))
    name = STATE_NAMES.get(told.state_code, told.state_name)
    if told.state_code not in therapist.may_see:
        return Reason(False, _("not licensed for {state}").format(state=name))
    return Reason(True, _("licensed for {state}").format(state=name))


def age(told: Content, therapist: Therapist) -> Reason | None:
    return sees(therapist, BEGINNINGS_BY_AGE.get(told.age), told.age_label)


def who_comes(told: Content, therapist: Therapist) -> Reason | None:
    return sees(therapist, BEGINNINGS_BY_WHO_COMES.get(told.for_whom), told.for_whom_label)


def sees(
    therapist: Therapist, beginnings: tuple[str, ...] | None, group: str | Promise
) -> Reason | None:
    """``beginnings``: how the name of a fitting group would begin."""
    if beginnings is None:
        return None
    groups = [population.name.casefold() for population in therapist.populations.all()]
    if not groups:
        return Reason(None, _("does not say whether they see: {group}").format(group=group))
    if any(name.startswith(beginnings) for name in groups):
        return Reason(True, _("sees: {group}").format(group=group))
    return Reason(False, _("does not see: {group}").format(group=group))


def population(told: Content, therapist: Therapist) -> Reason | None:
    """The directory's own name of a group of people: a wish, whoever would come."""
    return (
        sees(therapist, (told.population.casefold(),), told.population) if told.population else None
    )


def modality(told: Content, therapist: Therapist) -> Reason | None:
    if not told.modality:
        return None
    if told.modality in {modality.name for modality in therapist.modalities.all()}:
        return Reason(True, _("works with {topics}").format(topics=told.modality))
    return Reason(False, _("does not list {topics}").format(topics=told.modality))


def identities(told: Content, therapist: Therapist) -> Reason | None:
    if not told.identities:
        return None
    shared = {one.name for one in therapist.identities.all()}
    missing = [name for name in told.identities if name not in shared]
    if missing:
        return Reason(None, has_not_shared(missing))
    return Reason(True, _("shares: {names}").format(names=", ".join(told.identities)))


def payer(told: Content, therapist: Therapist) -> Reason | None:
    """Paying out of pocket works with everybody, and so does an insurance that nobody here bills."""
    taken = {row.payer.name.casefold() for row in therapist.payer_participations.all()}
    if told.other_payer and told.other_payer.casefold() not in taken:
        text = _("does not bill {payer}: ask whether they would pay themselves")
        return Reason(None, text.format(payer=told.other_payer))
    named = told.payer or told.other_payer
    if not named:
        return None
    if named.casefold() in taken:
        return Reason(True, _("takes {payer}").format(payer=named))
    return Reason(False, _("does not take {payer}").format(payer=told.payer))


def specialties(told: Content, therapist: Therapist) -> Reason | None:
    if not told.topics:
        return None
    own = {specialty.name for specialty in therapist.specialties.all()}
    shared = [topic for topic in told.topics if topic in own]
    missed = [topic for topic in told.topics if topic not in own]
    if not missed:
        return Reason(True, _("works with {topics}").format(topics=", ".join(shared)))
    if shared:
        text = _("works with {topics}, but does not list {missed}")
        return Reason(True, text.format(topics=", ".join(shared), missed=", ".join(missed)))
    return Reason(False, _("does not list {topics}").format(topics=", ".join(missed)))


def language(told: Content, therapist: Therapist) -> Reason | None:
    """English is spoken by everybody here, unless a profile says otherwise."""
    wanted = str(told.spoken)
    if not wanted or is_named("English", wanted):
        return None
    if shared := in_common(told, therapist):
        return Reason(True, _("speaks {language}").format(language=", ".join(shared)))
    return Reason(False, _("does not list {language}").format(language=wanted))


def in_common(told: Content, therapist: Therapist) -> list[str]:
    """Languages that this therapist speaks, of those they would rather talk in."""
    names = [language.name for language in therapist.languages.all()]
    return [name for name in names if is_named(name, str(told.spoken))]


def availability(told: Content, therapist: Therapist) -> Reason:
    """A word that nobody has confirmed for long is a question to ask, and so is room for others than them."""
    text = str(Therapist.Availability(therapist.availability).label).lower()
    if therapist.availability_note:
        text = f"{text}: {therapist.availability_note}"
    if therapist.availability != Therapist.Availability.ACCEPTING:
        return Reason(False, text)
    if not has_room(therapist):
        return Reason(None, f"{text}, {not_confirmed_since(therapist)}")
    if is_narrower(told, therapist):
        return Reason(None, f"{text}. {limits_in_words(therapist)}")
    return Reason(True, text)


def is_narrower(told: Content, therapist: Therapist) -> bool:
    """Whether there is room now in fewer ways, or for fewer people, and nothing tells that it is for them."""
    limits = limits_of(therapist)
    payers = {str(name).casefold() for name in limits.get("payer", {}).values()}
    met = {
        "format": told.format in limits.get("format", {}),
        "payer": told.payer.casefold() in payers,
    }
    return not all(met.get(name, False) for name in limits)


def not_confirmed_since(therapist: Therapist) -> str:
    day = therapist.availability_confirmed_on
    if day is None:
        return _("never confirmed: ask first")
    return _("not confirmed since {day}: ask first").format(day=date_format(day, "F j"))


def meeting(told: Content, therapist: Therapist) -> Reason | None:
    field = FORMAT_FIELDS.get(told.format)
    if field is None:
        return None
    how = str(FORMATS[told.format]).lower()
    if getattr(therapist, field):
        # What is good in a state by video alone is no answer to who would come in person.
        if told.format not in therapist.may_see.get(told.state_code, {told.format}):
            text = _("may not work {how} in {state}")
            return Reason(False, text.format(how=how, state=STATE_NAMES[told.state_code]))
        return Reason(True, _("works {how}").format(how=how))
    return Reason(False, _("does not work {how}").format(how=how))


def times(told: Content, therapist: Therapist) -> Reason | None:
    if not told.times:
        return None
    if not therapist.times:
        return Reason(None, _("does not say when they work"))
    shared = [key for key in told.times if key in therapist.times]
    said = shared or told.times
    labels = ", ".join(str(TIMES[key][1]).lower() for key in said if key in TIMES)
    if shared:
        return Reason(True, _("works at these times: {times}").format(times=labels))
    return Reason(False, _("does not work at these times: {times}").format(times=labels))


def asked_for(told: Content, therapist: Therapist) -> Reason | None:
    if not told.therapist:
        return None
    if therapist.is_called(told.therapist):
        return Reason(True, _("asked for by name"))
    return None


# What a license, a group of people or an insurer forbids.
MAY = (state, age, who_comes, payer)
# What makes it a good choice among those who may.
COULD = (
    asked_for,
    language,
    specialties,
    population,
    modality,
    identities,
    availability,
    meeting,
    times,
)
