"""Where somebody may see clients on a day, and how they may meet: the one rule, over rows that are read already.

A state is where the client is. What a supervised person may rests on the supervisor's own license in that
state (22 TAC 681.91(d) for Texas, and alike elsewhere); what a compact gives rests on the license of the home
state, goes to that person alone and is handed on to nobody (psypact.gov, Practice Related FAQs).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pages.states import STATES
from team.models.authority import PracticeAuthority

# A row of ``team.Therapist``, which asks here.
Therapist = Any
Kind, Way = PracticeAuthority.Kind, PracticeAuthority.Way
IN_PERSON, VIDEO, PHONE = "in-person", "video", "phone"
# In the words of the filter: what each way of an authority allows.
ALLOWED = {
    Way.BOTH: frozenset({IN_PERSON, VIDEO, PHONE}),
    Way.VIDEO: frozenset({VIDEO, PHONE}),
    Way.IN_PERSON: frozenset({IN_PERSON}),
}
OFFERED = {IN_PERSON: "is_in_person", VIDEO: "is_video", PHONE: "is_phone"}
Ways = frozenset[str]
NOTHING: Ways = frozenset()


def first_profile(therapist: Therapist) -> Therapist:
    """The profile that licenses and supervision are written down for, of however many languages."""
    return therapist.translation_of if therapist.translation_of_id else therapist


def where(therapist: Therapist, day: date) -> dict[str, Ways]:
    """{state: the ways of meeting that the law leaves there}, by the order of their names."""
    found: dict[str, Ways] = {}
    for authority in first_profile(therapist).authorities.all():
        for state, ways in claims(therapist, authority, day):
            found[state] = found.get(state, NOTHING) | ways
    return {code: found[code] for code, _name in STATES if found.get(code)}


def claims(
    therapist: Therapist, authority: PracticeAuthority, day: date
) -> Iterator[tuple[str, Ways]]:
    """What one row gives on this day; nothing where what it rests on does not hold."""
    if not authority.holds_on(day):
        return
    ways = ALLOWED[Way(authority.way)]
    if authority.kind == Kind.SUPERVISED:
        for own in supervisors_licenses(therapist, authority.state, day):
            yield authority.state, ways & ALLOWED[Way(own.way)]
    elif authority.kind == Kind.COMPACT:
        for state in states_of_compact(therapist, authority, day):
            yield state, ways
    else:
        yield authority.state, ways


def supervisors_licenses(
    therapist: Therapist, state: str, day: date
) -> Iterator[PracticeAuthority]:
    """What whoever is responsible for this person there on this day holds there in their own name."""
    for supervision in therapist.supervisors_on(day):
        if supervision.state in (state, ""):
            for person in supervision.responsible(day):
                yield from (
                    own
                    for own in first_profile(person).authorities.all()
                    if own.is_own and own.state == state and own.holds_on(day)
                )


def states_of_compact(
    therapist: Therapist, authority: PracticeAuthority, day: date
) -> Iterator[str]:
    """The others of the compact, while the home state is one of it and its license holds."""
    compact = authority.compact
    if compact is None or compact.profession != authority.profession:
        return
    members = compact.states_on(day)
    has_home = any(
        own.kind == Kind.LICENSE
        and own.state == authority.state
        and own.profession in (compact.profession, "")
        and own.holds_on(day)
        for own in first_profile(therapist).authorities.all()
    )
    if has_home and authority.state in members:
        yield from sorted(members - {authority.state})


def offered(therapist: Therapist) -> Ways:
    return frozenset(way for way, field in OFFERED.items() if getattr(therapist, field))


def may_see(therapist: Therapist, day: date) -> dict[str, Ways]:
    """{state: how this person would meet somebody there}. Whoever has not said how they meet is asked."""
    own = offered(therapist)
    if not own:
        return where(therapist, day)
    both = {state: ways & own for state, ways in where(therapist, day).items()}
    return {state: ways for state, ways in both.items() if ways}
