from collections.abc import Iterator

from django.forms import BaseForm
from django.utils.text import capfirst


def slips_of(form: BaseForm) -> Iterator[dict[str, str]]:
    """For each field that was refused, where it stands and why."""
    for name, errors in form.errors.items():
        if name in form.fields:
            field = form[name]
            yield {
                "id": field.id_for_label or field.auto_id,
                "label": capfirst(str(field.label)),
                "words": " ".join(map(str, errors)),
            }
