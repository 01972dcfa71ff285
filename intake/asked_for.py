"""Whom somebody asks for, as the head of the form shows them."""

from typing import Any

from team import kept_people
from team.models import Therapist


def of(form: Any) -> Therapist | None:
    """With the field for it, which stands in the head then, outside of the form."""
    slug = str(form["therapist"].value() or "")
    person = kept_people.without_texts(slug) if slug else None
    if person is None or not person.may_be_asked_for:
        return None
    form.fields["therapist"].widget.attrs["form"] = "inquiry"
    return person
