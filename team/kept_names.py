"""Whose names are held back, for texts in which one was written down before that."""

import re
from datetime import datetime
from typing import NamedTuple

from freshness.kept import Kept
from team.models import Therapist


class HeldBack(NamedTuple):
    person: Therapist
    whole_name: re.Pattern[str]


def read() -> tuple[list[HeldBack], datetime | None]:
    """Of those who have left as well: what they asked for goes on."""
    rows = Therapist.objects.exclude(first_name_only="", is_out_of_search=False).order_by("pk")
    return [
        HeldBack(one, re.compile(rf"(?<!\w){re.escape(one.name)}(?!\w)", re.IGNORECASE))
        for one in rows.only("name", "first_name_only", "is_out_of_search", "translation_of")
    ], None


kept = Kept("team.names_held_back", ["team.Therapist"], read)


def people() -> list[Therapist]:
    """Whoever is shown by first name only, or by no search engine."""
    return [held.person for held in kept.get()]


def in_public(text: str, therapist: Therapist | None = None) -> str:
    """A name, or a line with names, as visitors may read it: ``therapist`` is whose it is, where that is known."""
    text = str(text)
    for person, whole_name in kept.get() if text else ():
        if first := person.first_name_only:
            text = whole_name.sub(lambda _found, first=first: first, text)  # type: ignore[misc]
    if therapist and therapist.first_name_only and therapist.holds_last_name(text):
        return therapist.first_name_only
    return text
