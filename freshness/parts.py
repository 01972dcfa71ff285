"""Pieces of pages that show one row that is kept, and nothing else: made once for as long as that row is kept.

    parts.keep_with(rows)                                   # where the rows are read
    {% part "team/_card.html" person=person level=3 %}      # in a template

Of any other row, and where making a piece asks the database or anything else that is kept, it is made each time.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from freshness import basis

PLAIN = (str, int, bool, type(None))
KEPT = "_kept_parts"


def keep_with(rows: Iterable[Model]) -> None:
    for row in rows:
        setattr(row, KEPT, {})


def part(template: str, name: str, row: Model, plain: Mapping[str, object]) -> SafeString:
    """The template with the row under ``name``, and with plain values that say how it is shown."""
    if wrong := [key for key, value in plain.items() if not isinstance(value, PLAIN)]:
        raise TypeError(f"A part shows one row and plain values; {', '.join(wrong)} is none.")
    kept = getattr(row, KEPT, None)
    if kept is None:
        return made(template, {name: row, **plain})
    key = (template, get_language(), timezone.get_current_timezone_name(), *plain.items())
    if key not in kept:
        with basis.of() as own:
            piece = made(template, {name: row, **plain})
        if own.is_of_nothing:
            kept[key] = piece
        else:
            basis.add(own)
            return piece
    return kept[key]


def made(template: str, context: Mapping[str, object]) -> SafeString:
    return mark_safe(render_to_string(template, dict(context)))
