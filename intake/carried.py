"""What somebody had chosen before they came to the form: in the address, by the names of the directory's filters,
and for whom they write. What we do not have in our lists is left out."""

from typing import Any

from django.http import QueryDict

from intake import form_choices
from intake.form_choices import PAYER

# The address's name of a choice -> that of the form's field, in the order in which they are named.
FIELDS = {
    "for": "for_whom",
    "state": "state",
    "format": "format",
    "time": "times",
    "payer": "payment",
    "language": "language",
    "population": "population",
    "modality": "modality",
    "faith": "faith",
    "identity": "identity",
}
NAMES = ("therapist", "specialty", "group", *FIELDS)


def initial_of(query: QueryDict) -> dict[str, Any]:
    languages = form_choices.current().languages
    return {
        "therapist": query.get("therapist", ""),
        "group": query.get("group", ""),
        "for_whom": query.get("for", ""),
        "state": query.get("state", ""),
        "format": query.get("format", ""),
        "times": query.getlist("time"),
        "payment": f"{PAYER}{query['payer']}" if query.get("payer") else "",
        "language": languages.get(query.get("language", ""), ""),
        "population": query.get("population", ""),
        "modality": query.get("modality", ""),
        "faith": query.get("faith", ""),
        "identity": query.get("identity", ""),
    }


def in_words(form: Any) -> list[str]:
    """What came with them and is chosen now, as the form says it."""
    said = []
    for name in FIELDS.values():
        values = form.initial.get(name) or ""
        field = form.fields[name]
        if name == "language":
            said += [values] if values else []
            continue
        chosen = values if isinstance(values, list) else [values]
        labels = dict(field.choices)
        said += [str(labels[value]) for value in chosen if value and value in labels]
    return said
