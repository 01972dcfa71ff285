"""Credentials as a profile says them: one line for each thing learned, the states of a license behind it."""

from collections.abc import Iterable
from typing import NamedTuple

from pages.heads import in_a_row
from pages.states import state_names
from team.models import Credential, Therapist


class Line(NamedTuple):
    """``Psychologist: Oregon 00001, Washington 00002``."""

    name: str
    where: str


def credentials_in_words(therapist: Therapist) -> list[Line]:
    """Whoever holds back the last name holds back the numbers that lead to it."""
    by_name: dict[str, list[Credential]] = {}
    for row in therapist.credentials.all():
        by_name.setdefault(row.name, []).append(row)
    shows_numbers = not therapist.first_name_only
    return [Line(name, where(rows, shows_numbers)) for name, rows in by_name.items()]


def where(rows: Iterable[Credential], shows_numbers: bool) -> str:
    said = []
    for row in rows:
        state = in_a_row(*state_names([row.state])) or row.state
        said.append(" ".join(filter(None, [state, row.number if shows_numbers else ""])))
    return in_a_row(*said)
