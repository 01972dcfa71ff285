"""How somebody is named in public: name, title and, for a trainee, who is responsible, as one unit.

Some states say in which words a trainee's title is to be given and what has to follow it (22 TAC 681.49(h): "LPC
Associate", then the supervisor's name). Those words are data (``TitleWording``); nothing here knows a state.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from team.models.authority import PracticeAuthority
from team.models.where import first_profile

# A row of ``team.Therapist``, which asks here.
Therapist = Any


def trainee_rights(therapist: Therapist, day: date) -> list[PracticeAuthority]:
    """What this person holds on that day as a trainee; whether it is good there is another question."""
    rows = [
        row
        for row in first_profile(therapist).authorities.all()
        if row.kind == PracticeAuthority.Kind.SUPERVISED and row.holds_on(day)
    ]
    return sorted(rows, key=lambda row: str(row.get_state_display()))


def title_on(therapist: Therapist, day: date) -> str:
    """In the words that the states want, each named where there is more than one; else the title line. A trainee
    whom nobody supervises has no title to be shown with."""
    if not may_be_asked_for(therapist, day):
        return ""
    rows = trainee_rights(therapist, day)
    said: dict[str, list[str]] = {}
    for row in rows:
        words = row.wording.words if row.wording else therapist.title
        said.setdefault(words, []).append(str(row.get_state_display()))
    if len(said) < 2:
        return next(iter(said), therapist.title)
    return "; ".join(f"{words} ({', '.join(states)})" for words, states in said.items())


def supervised_by_on(therapist: Therapist, day: date) -> str:
    """Who carries the responsibility on that day, with license where a state wants it said; "" for nobody."""
    people: dict[Any, set[str]] = {}
    for row in therapist.supervisors_on(day):
        numbers = people.setdefault(row.supervisor, set())
        numbers.update(licenses_to_show(therapist, row, day))
    return " & ".join(
        ", ".join([person.shown_name_with_credentials, *sorted(numbers)])
        for person, numbers in people.items()
    )


def licenses_to_show(therapist: Therapist, supervision: Any, day: date) -> Iterator[str]:
    states = {
        row.state
        for row in trainee_rights(therapist, day)
        if row.wording and row.wording.shows_license and supervision.state in (row.state, "")
    }
    if supervision.supervisor.first_name_only:
        return  # the register would give the whole name
    for own in first_profile(supervision.supervisor).authorities.all() if states else ():
        if own.is_own and own.state in states and own.number and own.holds_on(day):
            words = _("{state} license {number}")
            yield words.format(state=own.get_state_display(), number=own.number)


def role_on(therapist: Therapist, day: date) -> str:
    """What stands beside a name."""
    title, supervisor = title_on(therapist, day), supervised_by_on(therapist, day)
    if supervisor:
        return _("{title}, supervised by {supervisor}").format(title=title, supervisor=supervisor)
    return title


def line_on(therapist: Therapist, day: date) -> str:
    return ", ".join(filter(None, [therapist.shown_name_with_credentials, role_on(therapist, day)]))


def name_on(therapist: Therapist, day: date) -> str:
    """Where a name stands alone, as somebody to ask for: a trainee's comes with the whole line."""
    is_trainee = bool(therapist.supervisors_on(day))
    return line_on(therapist, day) if is_trainee else therapist.shown_name_with_credentials


def may_be_asked_for(therapist: Therapist, day: date) -> bool:
    """Not where a trainee has nobody who is responsible."""
    return bool(therapist.supervisors_on(day)) or not trainee_rights(therapist, day)
