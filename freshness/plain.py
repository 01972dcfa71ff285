"""Rows as plain values, which can be compared: what a page could show of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise, cached_property


def plain(value: Any, above: tuple[Model, ...] = ()) -> Any:
    """``above``: the rows through which this one was found."""
    if isinstance(value, Model):
        is_known = any(row is value for row in above)
        return [value._meta.label, value.pk] if is_known else plain_row(value, (*above, value))
    if isinstance(value, Mapping):
        return [[plain(key, above), plain(found, above)] for key, found in value.items()]
    if isinstance(value, (set, frozenset)):
        return sorted(repr(plain(one, above)) for one in value)
    if isinstance(value, (list, tuple)):
        return [plain(one, above) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [plain(getattr(value, field.name), above) for field in fields(value)]
    return str(value) if isinstance(value, Promise) else value


def plain_row(row: Model, above: tuple[Model, ...]) -> list:
    """What was read of it: not what was worked out of that later."""
    own = {
        name: value
        for name, value in sorted(row.__dict__.items())
        if name[0] != "_" and not isinstance(getattr(type(row), name, None), cached_property)
    }
    listed = getattr(row, "_prefetched_objects_cache", {})
    return [
        row._meta.label,
        plain(own, above),
        plain(dict(sorted(row._state.fields_cache.items())), above),
        plain({name: list(rows) for name, rows in sorted(listed.items())}, above),
    ]
