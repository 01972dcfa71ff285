"""Room in the form of a profile: what somebody else has said meanwhile, on the page of rows or by a link, is kept."""

import json
from typing import Any

from django.utils.translation import gettext as _

from team.models import TIMES, Therapist

FIELDS = ["availability", "availability_note", *(field for field, _words in TIMES.values())]
SEEN = "room_seen"


def as_mark(form: Any) -> str:
    return json.dumps({name: form.initial.get(name) for name in FIELDS})


def is_said_anew(form: Any) -> bool:
    """Whether saving says something else than what stands there now."""
    return any(
        form.cleaned_data.get(name) != form.get_initial_for_field(form.fields[name], name)
        for name in FIELDS
        if name in form.fields
    )


def keep_what_was_said(form: Any) -> None:
    """In ``clean``. A field that was left as it was shown is left as it is by now; one that both have changed
    is asked about once."""
    try:
        seen = json.loads(form.data.get(SEEN, ""))
    except ValueError:
        return
    if not isinstance(seen, dict):
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
