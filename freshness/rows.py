"""Rows that are kept without their longest fields, made whole for one page: the caller's own copies."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def whole(kept: Row, fields: Sequence[str]) -> Row | None:
    """None where it is gone by now. One statement."""
    return next(iter(all_whole([kept], fields)), None)


def all_whole(kept: Iterable[Row], fields: Sequence[str]) -> list[Row]:
    """In their order, without those that are gone by now. One statement."""
    rows = list(kept)
    if not rows:
        return []
    asked = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
    found = {pk: values for pk, *values in asked.values_list("pk", *fields)}
    return [filled(row, fields, found[row.pk]) for row in rows if row.pk in found]


def filled(row: Row, fields: Sequence[str], values: Sequence[object]) -> Row:
    own = copy(row)
    own.__dict__ |= dict(zip(fields, values, strict=True))
    return own
