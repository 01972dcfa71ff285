from typing import NamedTuple

from django.db.models import Model


class Change(NamedTuple):
    """What is said of a row that is stored by now; without a row it is said only."""

    said: str
    row: Model | None = None


class Person(NamedTuple):
    name: str
    changes: list[Change]
