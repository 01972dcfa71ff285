"""A line of what needs attention: what it says, and where it leads."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True)
class Item:
    text: str
    url: str


def counted(number, text, admin_name, **filters):
    if number:
        url = reverse(f"admin:{admin_name}_changelist")
        yield Item(text % number, f"{url}?{urlencode(filters)}")


def admin_address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def add_address(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
