from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def make(model: type[Row], **fields: object) -> Row:
    """Saved only if a person could have entered it: the same limits and rules as in the admin."""
    row = model(**fields)
    row.full_clean()
    row.save()
    return row
