"""Where people may be who come to a group by video."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from team.models.where import VIDEO, where

# A row of ``team.Therapist``.
Therapist = Any


def video_states(leaders: Sequence[Therapist], day: date) -> list[str]:
    """Those in which everybody who leads may see people by video on that day: each of them treats whoever is there,
    so the license of one is not enough for the other. By the order of their names."""
    found = [where(person, day) for person in leaders]
    if not found:
        return []
    first, *others = found
    return [
        state
        for state, ways in first.items()
        if VIDEO in ways and all(VIDEO in other.get(state, ()) for other in others)
    ]
