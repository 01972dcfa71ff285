"""What a list can be narrowed by, in words that stand for themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.admin import ListFilter
from django.contrib.admin.views.main import ChangeList
from django.utils.text import capfirst
from django.utils.translation import gettext as _


def choices_of(cl: ChangeList) -> list[dict[str, Any]]:
    """Each with its title and its choices; and, where one stands that is not the
    first, which, and the address of the list without it."""
    return [about(cl, spec) for spec in cl.filter_specs]


def about(cl: ChangeList, spec: ListFilter) -> dict[str, Any]:
    nothing = str(cl.model_admin.get_empty_value_display())
    choices: list[Mapping[str, Any]] = [
        {**choice, "display": _("none")} if choice["display"] == nothing else choice
        for choice in spec.choices(cl)
    ]
    standing = list(standing_of(choices, spec.title))
    return {
        "title": spec.title,
        "choices": choices,
        "standing": standing,
        "without": choices[0]["query_string"],
    }


def standing_of(choices: list[Mapping[str, Any]], title: Any) -> Iterator[Mapping[str, Any]]:
    """With the question, where the answer alone says nothing."""
    for choice in choices[1:]:
        if choice["selected"] and choice["display"] in (_("Yes"), _("No"), _("none")):
            yield {**choice, "display": f"{capfirst(title)}: {str(choice['display']).lower()}"}
        elif choice["selected"]:
            yield choice
