"""Where a picture is shown: the rows that point to it, and the texts that hold it."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

HELD = re.compile(r'data-image="([0-9]{1,18})"')


class Usage(NamedTuple):
    row: models.Model
    field: models.Field


def usages_of(image: models.Model) -> list[Usage]:
    """Every usage, found through the models themselves: a new model that shows pictures is seen."""
    usages = []
    for field in showing(type(image)):
        shows: dict[str, Any] = (
            {field.attname: image.pk}
            if field.is_relation
            else {f"{field.name}__contains": f'data-image="{image.pk}"'}
        )
        usages += [Usage(row, field) for row in field.model._default_manager.filter(**shows)]
    return usages


def kinds_using(model: type[models.Model], numbers: Container[int] | None = None) -> "Uses":
    """For each picture that something shows, how many rows of which model. One query for each field that can show
    one, however many pictures there are."""
    rows: dict[int, set] = defaultdict(set)
    for field in showing(model):
        for pk, row in (related if field.is_relation else held_in_texts)(field):
            if numbers is None or pk in numbers:
                # A row that shows it twice, as its picture and in its text, is one place.
                rows[pk].add((field.model, row))
    return {pk: Counter(model for model, _row in found) for pk, found in rows.items()}


Uses = dict[int, Counter[type[models.Model]]]


def showing(model: type[models.Model]) -> Iterator[Any]:
    """The fields of all models that can show a picture."""
    for other in apps.get_models():
        for field in other._meta.concrete_fields:
            if (field.is_relation and field.related_model is model) or getattr(
                field, "names_pictures", False
            ):
                yield field


def related(field: Any) -> Iterator[tuple[int, Any]]:
    rows = field.model._default_manager.order_by().exclude(**{field.attname: None})
    yield from rows.values_list(field.attname, "pk").iterator()


def held_in_texts(field: Any) -> Iterator[tuple[int, Any]]:
    rows = field.model._default_manager.order_by()
    rows = rows.filter(**{f"{field.name}__contains": 'data-image="'})
    for pk, text in rows.values_list("pk", field.attname).iterator():
        yield from ((int(number), pk) for number in HELD.findall(text))
