"""The names that are held back, for texts in which one was written down before that."""

import re
from datetime import datetime

from freshness.kept import Kept
from team.models import Therapist


def read() -> tuple[list[tuple[re.Pattern[str], str]], datetime | None]:
    """Of those who have left as well: what they asked for goes on."""
    rows = Therapist.objects.exclude(first_name_only="").order_by("pk")
    return [
        (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), first)
        for name, first in rows.values_list("name", "first_name_only")
    ], None


kept = Kept("team.names_held_back", ["team.Therapist"], read)


def in_public(text: str, therapist: Therapist | None = None) -> str:
    """A name, or a line with names, as visitors may read it: ``therapist`` is whose it is, where that is known."""
    text = str(text)
    for name, first in kept.get() if text else ():
        text = name.sub(lambda _found, first=first: first, text)  # type: ignore[misc]
    if therapist and therapist.first_name_only and therapist.holds_last_name(text):
        return therapist.first_name_only
    return text
