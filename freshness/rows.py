"""Rows that are kept without their longest fields, made whole for one page: the caller's own copies."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def whole(kept: Row, fields: Sequence[str], version: str) -> Row | None:
    return next(iter(all_whole([kept], fields, version)), None)


def all_whole(kept: Iterable[Row], fields: Sequence[str], version: str) -> list[Row]:
    """In their order, by one statement. Without those that are gone by now or hold another text, which may be for no
    visitor: ``version`` is the field that says which text it is."""
    rows = list(kept)
    if not rows:
        return []
    asked = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
    found = {(pk, of): values for pk, of, *values in asked.values_list("pk", version, *fields)}
    known = [(row, (row.pk, getattr(row, version))) for row in rows]
    return [filled(row, fields, found[key]) for row, key in known if key in found]


def filled(row: Row, fields: Sequence[str], values: Sequence[object]) -> Row:
    own = copy(row)
    own.__dict__ |= dict(zip(fields, values, strict=True))
    # A copy has that of the kept row itself, and whoever changes a relation empties it.
    listed = own.__dict__.get("_prefetched_objects_cache", {})
    own.__dict__["_prefetched_objects_cache"] = {**listed}
    return own
