"""Somebody in training leaves: off the site, supervision and rights with it; what they wrote keeps its names."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from team.interns.change import Change

# A row of ``team.Therapist``.
Therapist = Any


def leave(person: Therapist, last_day: Any) -> Iterator[Change]:
    day = date_format(last_day, "F j, Y")
    for profile in [person, *person.translations.all()]:
        profile.left_on = last_day + timedelta(days=1)
        profile.save()
        said = _("{day} is the last day on which the profile is shown.").format(day=day)
        if profile.is_listed:
            said += " " + _("After it its address says that {name} has left, and names others.")
        yield Change(said.format(name=profile.shown_name), profile)
    for row in later_than(person.supervisions, last_day):
        end(row, last_day)
        words = _("Supervision by {name} ends on {day}.")
        yield Change(words.format(name=row.supervisor, day=day), row)
    for row in later_than(person.authorities, last_day):
        end(row, last_day)
        yield Change(_("{right}: ends on {day}.").format(right=row, day=day), row)
    if number := person.bylines.count():
        words = ngettext(
            "{number} article keeps name and title as they read now.",
            "{number} articles keep name and title as they read now.",
            number,
        )
        yield Change(words.format(number=number))


def later_than(rows: Any, day: date) -> list[Any]:
    return [row for row in rows.all() if row.to_day is None or row.to_day > day]


def end(row: Any, last_day: date) -> None:
    row.to_day = last_day
    if hasattr(row, "late_until"):
        row.late_until, row.late_reason, row.late_by = None, "", ""
    row.validate_constraints()
    row.save()
