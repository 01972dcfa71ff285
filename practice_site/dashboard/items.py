"""A line of what needs attention: what it says, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True)
class Item:
    text: str
    url: str


def counted(number: int, text: str, admin_name: str, **filters: object) -> Iterator[Item]:
    if number:
        url = reverse(f"admin:{admin_name}_changelist")
        yield Item(text % number, f"{url}?{urlencode(filters)}")
