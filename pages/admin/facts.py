"""The parts of the page of the practice's facts."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pages.models import Practice
from pages.templatetags import opening_hours


def section(fieldset: Any, practice: Practice) -> dict[str, Any]:
    """One part of the page, and in a line what it says now."""
    return {
        "fieldset": fieldset,
        "id": f"part-{fieldset.classes}",
        "in_brief": IN_BRIEF[fieldset.classes](practice),
        "seen": f"admin/pages/practice/seen_{fieldset.classes}.html",
    }


IN_BRIEF = {
    "who": lambda practice: " · ".join(filter(None, [str(practice.name), practice.tagline])),
    "reach": lambda practice: " · ".join(filter(None, [practice.phone, practice.email])),
    "open": lambda practice: "; ".join(
        f"{days} {hours}" for days, hours in opening_hours.hours_in_words(practice.hours)
    ),
    "where": lambda practice: ", ".join(map(str, [*practice.state_names, *practice.locations])),
    "promise": lambda practice: render_to_string("_promise.html", {"practice": practice}),
    "looks": lambda practice: practice.accent,
    "yes": lambda practice: _("Profiles wait for a yes") if practice.profiles_wait_for_yes else "",
}
