"""What stands there of somebody's room as plain values: what a form shows, brings back and is compared by."""

import json
from typing import Any

from team.models import TIMES, Therapist
from team.room_limits import Offered, limits_of

Said = dict[str, Any]
# Far more than anything that stands there is.
LONGEST_MARK = 20_000
# In a form: the column.
LIMITS = {"formats": "room_formats", "populations": "room_populations", "payers": "room_payers"}


def said_of(person: Therapist) -> Said:
    """Reads what a profile reads. Of the limits those that still are some."""
    found = limits_of(person)
    limits = {
        name: [*found.get(of_filter, {})]
        for name, of_filter in zip(LIMITS, Offered._fields, strict=True)
    }
    return {
        "availability": person.availability,
        "note": person.availability_note,
        "openings": person.openings,
        "times": person.times,
        **limits,
    }


def columns_of(said: Said) -> dict[str, Any]:
    limits = {column: said[name] for name, column in LIMITS.items()}
    for column in ("room_populations", "room_payers"):
        limits[column] = [int(value) for value in limits[column]]
    return {
        "availability": said["availability"],
        "availability_note": said["note"],
        "openings": said["openings"],
        **{field: key in said["times"] for key, (field, _words) in TIMES.items()},
        **limits,
    }


def another_answer(answer: str) -> Said:
    """What was said along with one answer, in words, in numbers and for whom, is not said of another."""
    return {"availability": answer, "note": "", "openings": None, **{name: [] for name in LIMITS}}


def as_mark(said: Said) -> str:
    """Goes into a form and comes back with it: what somebody saw when they pressed."""
    return json.dumps(said, sort_keys=True)


def from_mark(text: str) -> Said | None:
    """None where nothing can be told of what was seen: anybody may send anything."""
    try:
        said = json.loads(text) if len(text) <= LONGEST_MARK else None
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None
