"""What somebody had chosen before they came to the form: in the address, by the names of the directory's filters,
and for whom they write. What we do not have in our lists is left out."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from intake import form_choices
from intake.documents.choices import REFERRAL
from intake.form_choices import PAYER
from intake.marked_choices import WrittenSelect
from pages import languages

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
# Those whose values are the choices of a field.
LISTED = {"therapist": "therapist", "group": "group"} | {
    name: field for name, field in FIELDS.items() if name not in ("payer", "language")
}


def initial_of(query: QueryDict) -> dict[str, Any]:
    language = form_choices.current().languages.get(query.get("language", ""), "")
    return {
        "therapist": query.get("therapist", ""),
        "group": query.get("group", ""),
        "for_whom": query.get("for", ""),
        "state": query.get("state", ""),
        "format": query.get("format", ""),
        "times": query.getlist("time"),
        "payment": f"{PAYER}{query['payer']}" if query.get("payer") else "",
        "language": languages.known(language) or language,
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
        found = [str(labels[value]) for value in chosen if value and value in labels]
        is_written = isinstance(field.widget, WrittenSelect)
        said += map(languages.as_written, found) if is_written else found
    return said


def referring(query: QueryDict, form: Any) -> str:
    """The address of the same form, with the same choices, for whoever refers a patient."""
    kept = [(name, value) for name, value in known_of(query, form) if name != "for"]
    return f"?{urlencode([('for', REFERRAL), *kept])}"


def again(query: QueryDict, form: Any) -> str:
    """The same choices, behind another address of the form."""
    kept = known_of(query, form)
    return f"?{urlencode(kept)}" if kept else ""


def known_of(query: QueryDict, form: Any) -> list[tuple[str, str]]:
    """Only what is in our lists is repeated: the page shows nothing else of an address."""
    known = {
        name: {value for value, _label in form.fields[field].choices}
        for name, field in LISTED.items()
    }
    known["payer"] = {value.removeprefix(PAYER) for value in form.payers}
    known["language"] = {*form_choices.current().languages}
    known["specialty"] = {topic.slug for topic in form.reading_about}
    return [
        (name, value)
        for name in NAMES
        for value in query.getlist(name)
        if value and value in known[name]
    ]
