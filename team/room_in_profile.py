"""Room in the form of a profile: what somebody else has said meanwhile, on the page of rows or by a link, is kept."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from staff.models import User
from team.confirming import said
from team.models import TIMES, Therapist
from team.models.room import CONFIRMED
from team.room_limits import limits_in_words

FIELDS = ["availability", "availability_note", *(field for field, _words in TIMES.values())]
SEEN = "room_seen"


def as_mark(form: Any) -> str:
    return said.as_mark({name: form.initial.get(name) for name in FIELDS})


def is_said_anew(form: Any, *names: str) -> bool:
    """Whether saving says something else than what stands there now, of these or any of it."""
    return any(
        form.cleaned_data.get(name) != form.get_initial_for_field(form.fields[name], name)
        for name in names or FIELDS
        if name in form.fields
    )


def confirm(form: Any, by: User) -> None:
    """After the form is saved, for later too: what is said of room holds at once. Another answer takes away what
    was said along with the one before and stands in no field here."""
    person = form.instance
    person.confirm_availability(by)
    if is_said_anew(form, "availability"):
        answer = said.another_answer(person.availability)
        person.openings = answer["openings"]
        for name, column in said.LIMITS.items():
            setattr(person, column, answer[name])
    person.save(update_fields=[*CONFIRMED, "openings", *said.LIMITS.values()])


def said_beside(person: Therapist) -> str:
    """What stands in no field here, and is said to be right with the rest."""
    number = person.openings
    openings = ngettext("{number} opening", "{number} openings", number or 0)
    parts = [openings.format(number=number) if number else "", limits_in_words(person)]
    return ". ".join(filter(None, parts))


def keep_what_was_said(form: Any) -> None:
    """In ``clean``. A field that was left as it was shown is left as it is by now; one that both have changed
    is asked about once."""
    seen = said.from_mark(form.data.get(SEEN, ""))
    if seen is None:
        return
    for name in FIELDS:
        stands, typed = form.initial.get(name), form.cleaned_data.get(name)
        if name not in form.fields or name not in seen or seen[name] == stands:
            continue
        if typed == seen[name]:
            form.cleaned_data[name] = stands
        elif typed != stands:
            form.add_error(name, conflict(form, name))


def conflict(form: Any, name: str) -> str:
    text = _("{name} changed this meanwhile to “{value}”. Save once more, if yours is right.")
    person = form.instance
    value = dict(Therapist.Availability.choices).get(form.initial[name], form.initial[name])
    return text.format(name=person.availability_confirmed_name or _("Somebody"), value=value)
