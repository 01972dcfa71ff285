"""The parts of a profile's page, in the order of the profile."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from team.content import HELD_BACK

WAYS = ("is_in_person", "is_video", "is_phone")
# By the first field of a part: what of it stands there while it is closed.
IN_BRIEF = {
    "name": lambda form: form["title"].value(),
    "opening_lines": lambda form: form["opening_lines"].value(),
    "availability": lambda form: form["availability_note"].value(),
    "ordered_specialties": lambda form: how_many(form, "modalities", "populations", "languages"),
    "first_name_only": lambda form: held_back(form),
    WAYS: lambda form: ", ".join(form.instance.states) if form.instance.pk else "",
}


def sections(fieldsets: Iterable[Any]) -> list[dict[str, Any]]:
    return [section(number, fieldset) for number, fieldset in enumerate(fieldsets)]


def section(number: int, fieldset: Any) -> dict[str, Any]:
    form, first = fieldset.form, fieldset.fields[0]
    first = first if isinstance(first, str) else tuple(first)
    brief = IN_BRIEF.get(first)
    try:
        in_brief = brief(form) if brief else ""
    except KeyError:  # a field that this person only reads
        in_brief = ""
    return {
        "id": f"part-{number}",
        "name": fieldset.name or _("Who it is"),
        "fieldset": fieldset,
        "in_brief": in_brief,
        "has_room": first == "availability",
        "has_states": first == WAYS,
    }


def held_back(form: Any) -> str:
    names = [name for name in HELD_BACK if form[name].value()]
    return ", ".join(str(form[name].label).lower() for name in names)


def how_many(form: Any, *names: str) -> str:
    chosen = (len(form[name].value() or []) for name in names)
    labels = (str(form[name].label).lower() for name in names)
    return ", ".join(f"{count} {label}" for count, label in zip(chosen, labels, strict=True))
