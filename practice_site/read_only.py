"""What a form shows of a field that somebody may read and not change: words, never a value as it is stored."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import AdminReadonlyField
from django.contrib.admin.utils import lookup_field
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db import models
from django.http import HttpRequest
from django.template import Context
from django.utils.choices import flatten_choices
from django.utils.html import format_html
from django.utils.translation import gettext as _

from writing.fields import RichTextField
from writing.rendering import for_page

# Under the heading of its part.
TOP = 3


def in_words(context: Context, shown: AdminReadonlyField) -> Any:
    name: Any = shown.field["field"]
    admin: Any = shown.model_admin
    try:
        field, _how, value = lookup_field(name, shown.form.instance, admin)
    except (AttributeError, FieldDoesNotExist, ObjectDoesNotExist, ValueError):
        field = value = None
    if field is None or value in (None, "", [], {}):
        return shown.contents()
    if isinstance(field, RichTextField):
        return format_html('<div class="prose">{}</div>', for_page(value, top=TOP))
    if isinstance(field, models.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, models.ForeignKey) and not may_open(context["request"], admin, value):
        return str(value)
    labels = labels_of(admin.form.base_fields.get(name))
    if isinstance(field, models.JSONField):
        return ", ".join(listed(value, labels))
    return labels.get(str(value)) or shown.contents()


def may_open(request: HttpRequest, admin: ModelAdmin, row: models.Model) -> bool:
    """Else a link to it would lead to a refusal."""
    other = admin.admin_site._registry.get(type(row))
    return bool(other and other.has_view_or_change_permission(request, row))


def labels_of(field: forms.Field | None) -> dict[str, Any]:
    """What a form says for a stored value, where only the form knows."""
    if not isinstance(field, forms.ChoiceField) or isinstance(field, forms.ModelChoiceField):
        return {}
    choices: Any = field.choices
    return {str(value): label for value, label in flatten_choices(choices)}


def listed(value: Any, labels: dict[str, Any]) -> Iterator[str]:
    """Each single value in it, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from listed(one, labels)
    elif value not in (None, ""):
        yield str(labels.get(str(value), value))
