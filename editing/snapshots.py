"""What a form holds, as a browser would send it: plain data that can be kept, and put back through
the form.

A snapshot maps names of inputs to lists of values. Form fields with inputs of their own shape (rows)
answer ``as_posted(name, value)``.
"""

import hashlib
import re

from django import forms
from django.forms.widgets import ChoiceWidget
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

GONE = _("(no longer there)")


def of_post(form):
    """The inputs of a bound form; buttons, tokens and whatever else was sent stay out."""
    return {key: form.data.getlist(key) for key in form.data if owner(form, key)}


def of_row(form):
    """What an unbound form shows, which is what its row holds."""
    snapshot = {}
    for name, field in form.fields.items():
        snapshot |= inputs_of(field, name, form[name].value())
    return snapshot


def inputs_of(field, name, value):
    widget = field.widget
    if hasattr(field, "as_posted"):
        return field.as_posted(name, value)
    if isinstance(widget, forms.MultiWidget):
        parts = widget.decompress(value)
        return {
            name + suffix: [text_of(part, one)]
            for suffix, part, one in zip(widget.widgets_names, widget.widgets, parts, strict=True)
        }
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"]} if value else {}
    if getattr(widget, "allow_multiple_selected", False):
        return {name: [str(one) for one in value]} if value else {}
    return {name: [text_of(widget, value)]}


def text_of(widget, value):
    if value is None:
        return ""
    if isinstance(widget, ChoiceWidget):
        return str(value)
    shown = widget.format_value(value)
    return "" if shown is None else str(shown)


def owner(form, key):
    """The field that an input of this name belongs to, or None."""
    if key in form.fields:
        return key
    match = re.fullmatch(r"(\w+?)(_\d+|-(?:TOTAL|\d+-\w+))", key)
    return match[1] if match and match[1] in form.fields else None


def without(snapshot, names):
    """The snapshot without the inputs of these fields."""
    inside = re.compile(rf"(?:{'|'.join(names)})(?:_\d+|-.*)?") if names else None
    return {k: v for k, v in snapshot.items() if not (inside and inside.fullmatch(k))}


def merged(older, newer, form):
    """``newer``, with what ``form`` does not hold taken from ``older``."""
    return without(older, form.fields) | newer


def as_query(snapshot):
    query = QueryDict(mutable=True)
    for key, values in snapshot.items():
        query.setlist(key, values)
    return query


def as_initial(snapshot, fields):
    """Values that show the snapshot in an unbound form. Fields it knows nothing of are left out."""
    query = as_query(snapshot)
    return {
        name: field.widget.value_from_datadict(query, {}, name)
        for name, field in fields.items()
        if not field.widget.value_omitted_from_data(query, {}, name)
    }


def lines_of(form, name, snapshot):
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
        names = {str(key): str(label) for key, label in field.choices}
        raw = raw if isinstance(raw, list | tuple) else [raw]
        return [names.get(str(one), str(one)) for one in raw if one]
    parts = raw if isinstance(raw, list | tuple) else [raw]
    return " ".join(str(part) for part in parts if part).splitlines()


def named_rows(field, keys):
    known = known_rows(field, keys)
    return [known.get(str(key), str(GONE)) for key in keys]


def known_rows(field, keys):
    """Those of the rows that are still there, by key, in words."""
    numbers = [key for key in keys if str(key).isdecimal() and len(str(key)) < 19]
    rows = field.queryset.filter(pk__in=numbers)
    return {str(row.pk): field.label_from_instance(row) for row in rows}


def gone_from(form, snapshot):
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


def digest(form, snapshot, names):
    """A digest of the words of these fields, for telling whether a text is still the same."""
    texts = [" ".join(" ".join(lines_of(form, name, snapshot)).split()) for name in names]
    return hashlib.sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()
