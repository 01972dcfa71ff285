"""What a form holds, as a browser would send it: plain data that can be kept, and put back through
the form.

A snapshot maps names of inputs to lists of values. Form fields with inputs of their own shape (rows)
answer ``as_posted(name, value)``.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Model
from django.forms import BaseForm, Field, Widget
from django.forms.widgets import ChoiceWidget
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

GONE = _("(no longer there)")

Snapshot = dict[str, list[str]]


def of_post(form: BaseForm) -> Snapshot:
    """The inputs of a bound form; buttons, tokens and whatever else was sent stay out."""
    sent: Any = form.data
    return {key: sent.getlist(key) for key in sent if owner(form, key)}


def of_row(form: BaseForm) -> Snapshot:
    """What an unbound form shows, which is what its row holds."""
    snapshot = {}
    for name, field in form.fields.items():
        snapshot |= inputs_of(field, name, form[name].value())
    return snapshot


def inputs_of(field: Field, name: str, value: Any) -> Snapshot:
    widget = field.widget
    if hasattr(field, "as_posted"):
        return field.as_posted(name, value)
    if isinstance(widget, forms.MultiWidget):
        parts = widget.decompress(value)
        return {
            name + suffix: [text_of(part, one)]
            for suffix, part, one in zip(widget.widgets_names, widget.widgets, parts, strict=True)  # type: ignore[attr-defined,arg-type]
        }
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"]} if value else {}
    if getattr(widget, "allow_multiple_selected", False):
        return {name: [str(one) for one in value]} if value else {}
    return {name: [text_of(widget, value)]}


def boxes_of(row: Model, names: Collection[str]) -> Snapshot:
    """Those of a row's fields of which a browser sends nothing where nothing is ticked: where they are in no
    snapshot, none could tell that from an empty one."""
    boxes: Snapshot = {}
    for name in names:
        value = row._meta.get_field(name).value_from_object(row)  # type: ignore[union-attr]
        if isinstance(value, list):
            boxes[name] = [str(getattr(one, "pk", one)) for one in value]
        elif value is True:
            boxes[name] = ["on"]
    return boxes


def text_of(widget: Widget, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(widget, ChoiceWidget):
        return str(value)
    shown = widget.format_value(value)
    return "" if shown is None else str(shown)


def owner(form: BaseForm, key: str) -> str | None:
    """The field that an input of this name belongs to, or None."""
    if key in form.fields:
        return key
    match = re.fullmatch(r"(\w+?)(_\d+|-(?:TOTAL|\d+-\w+))", key)
    return match[1] if match and match[1] in form.fields else None


def without(snapshot: Snapshot, names: Collection[str]) -> Snapshot:
    """The snapshot without the inputs of these fields."""
    inside = re.compile(rf"(?:{'|'.join(names)})(?:_\d+|-.*)?") if names else None
    return {k: v for k, v in snapshot.items() if not (inside and inside.fullmatch(k))}


def merged(older: Snapshot, newer: Snapshot, form: BaseForm) -> Snapshot:
    """``newer``, with what ``form`` does not hold taken from ``older``."""
    return without(older, form.fields) | newer


def as_query(snapshot: Snapshot) -> QueryDict:
    query = QueryDict(mutable=True)
    for key, values in snapshot.items():
        query.setlist(key, values)
    return query


def as_initial(snapshot: Snapshot, fields: Mapping[str, Field]) -> dict[str, Any]:
    """Values that show the snapshot in an unbound form. Fields it knows nothing of are left out."""
    query = as_query(snapshot)
    return {
        name: field.widget.value_from_datadict(query, {}, name)
        for name, field in fields.items()
        if not field.widget.value_omitted_from_data(query, {}, name)
    }


def lines_of(form: BaseForm, name: str, snapshot: Snapshot) -> list[str]:
    """What a person would read of one field in this snapshot, line by line."""
    field = form.fields[name]
    raw = field.widget.value_from_datadict(as_query(snapshot), {}, name)
    if hasattr(field, "as_lines"):
        return field.as_lines(raw)
    if isinstance(field, forms.BooleanField):
        return [str(field.label)] if field.to_python(raw) else []
    if isinstance(field, forms.ModelChoiceField):
        raw = raw if isinstance(raw, list | tuple) else [raw]
        return named_rows(field, [one for one in raw if one])
    if isinstance(field, forms.ChoiceField):
        names = {str(key): str(label) for key, label in field.choices}  # type: ignore[misc,union-attr]
        raw = raw if isinstance(raw, list | tuple) else [raw]
        return [names.get(str(one), str(one)) for one in raw if one]
    parts = raw if isinstance(raw, list | tuple) else [raw]
    return " ".join(str(part) for part in parts if part).splitlines()


def are_other_rows(form: BaseForm, name: str, old: Snapshot, new: Snapshot) -> bool:
    """Whether a field names other rows than before, whatever they are called: a picture with the same description."""
    field = form.fields[name]
    raw = [field.widget.value_from_datadict(as_query(one), {}, name) for one in (old, new)]
    return isinstance(field, forms.ModelChoiceField) and raw[0] != raw[1]


def named_rows(field: forms.ModelChoiceField, keys: Sequence) -> list[str]:
    known = known_rows(field, keys)
    return [known.get(str(key), str(GONE)) for key in keys]


def known_rows(field: forms.ModelChoiceField, keys: Sequence) -> dict[str, str]:
    """Those of the rows that are still there, by key, in words."""
    numbers = [key for key in keys if str(key).isdecimal() and len(str(key)) < 19]
    rows = field.queryset.filter(pk__in=numbers)  # type: ignore[union-attr]
    return {str(row.pk): field.label_from_instance(row) for row in rows}


def gone_from(form: BaseForm, snapshot: Snapshot) -> Iterator[object]:
    """Labels of the fields that name a row which is not there any more.

    Form fields that hold several such names answer ``has_gone(raw)``."""
    query = as_query(snapshot)
    for name, field in form.fields.items():
        raw = field.widget.value_from_datadict(query, {}, name)
        if hasattr(field, "has_gone"):
            is_gone = field.has_gone(raw)
        elif isinstance(field, forms.ModelChoiceField):
            keys = [key for key in (raw if isinstance(raw, list) else [raw]) if key]
            is_gone = len(known_rows(field, keys)) < len(keys)
        else:
            continue
        if is_gone:
            yield field.label


def digest(form: BaseForm, snapshot: Snapshot, names: Collection[str]) -> str:
    """A digest of the words of these fields, for telling whether a text is still the same."""
    texts = [" ".join(" ".join(lines_of(form, name, snapshot)).split()) for name in names]
    return hashlib.sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()
