"""Whom a page's own title or description for search engines may not name: there is no room for who is responsible."""

import re

from django.db.models import Model
from django.utils.translation import gettext as _

from team import kept_people
from team.models import Therapist


def names_somebody(text: str, row: Model) -> str:
    """A sentence on the first of them, or nothing. On their own page a trainee's line stands before the words."""
    for person in kept_people.in_our_language():
        if person.first_name_only and holds(text, person.name):
            sentence = _("The whole name of %(name)s is not to be shown.")
            return sentence % {"name": person.first_name_only}
        if needs_the_line(person) and person != row and holds(text, person.shown_name):
            sentence = _(
                "%(name)s is training here, and there is no room for who supervises: name nobody."
            )
            return sentence % {"name": person.shown_name}
    return ""


def needs_the_line(person: Therapist) -> bool:
    return bool(person.supervised_by) or not person.may_be_asked_for


def holds(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
