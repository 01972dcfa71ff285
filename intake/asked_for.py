"""Whom or what somebody asks for, as the head of the form shows it."""

from typing import Any

from groups import kept_groups
from groups.models import Group
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


def group_of(form: Any) -> Group | None:
    """The group or workshop, likewise."""
    slug = str(form["group"].value() or "")
    group = kept_groups.named(slug) if slug else None
    if group is not None:
        form.fields["group"].widget.attrs["form"] = "inquiry"
    return group
