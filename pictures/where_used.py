"""Where a picture is shown: the rows that point to it, and the texts that hold it."""

from typing import NamedTuple

from django.apps import apps
from django.db import models


class Usage(NamedTuple):
    row: models.Model
    field: models.Field


def usages_of(image: models.Model) -> list[Usage]:
    """Every usage, found through the models themselves: a new model that shows pictures is seen."""
    usages = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            shows = looks_for(field, image)
            if shows:
                usages += [Usage(row, field) for row in model._default_manager.filter(**shows)]
    return usages


def looks_for(field: models.Field, image: models.Model) -> dict[str, int | str] | None:
    if field.is_relation and field.related_model is type(image):
        return {field.attname: image.pk}
    if getattr(field, "names_pictures", False):
        return {f"{field.name}__contains": f'data-image="{image.pk}"'}
    return None
