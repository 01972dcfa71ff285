"""What the page of one inquiry is put together from, beside its forms: what stands where, and which comes next."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from intake.actions.form import ActionForm
from intake.admin.queue import WAYS, came_at
from intake.admin.queue_list import ORDER
from intake.documents.content import Content, Label
from intake.models import Inquiry

# In the order of the queue; whoever works further down comes back to its beginning.
MOST_IN_A_ROW = 200
# Drawn beside the words, and not among the others.
BESIDE_THE_WORDS = {"worry", "looked-after", "take", "give"}
SCHEMES = {"call": "tel", "call-no-voicemail": "tel", "text": "sms"}


def of(
    inquiry: Inquiry,
    told: Content | None,
    forms: Mapping[str, ActionForm],
    step: tuple[Any, str] | None,
) -> dict[str, Any]:
    return of_told(told) | of_forms(forms, step) | neighbors(inquiry)


def of_told(told: Content | None) -> dict[str, Any]:
    if told is None:
        return {}
    icon, _label, _care = WAYS.get(told.route, ("mail", "", ""))
    return {
        "told_rows": rest_of(told),
        "came_at": came_at(told),
        "way_icon": icon,
        "way_link": link_of(told),
    }


def rest_of(told: Content) -> list[tuple[Label, Label]]:
    """What does not stand on the page already."""
    return [(label, text) for label, text in told.rows() if text not in (told.name, told.message)]


def link_of(told: Content) -> str:
    """For the way they chose, and for nothing they did not."""
    if told.route == "email":
        return f"mailto:{told.email}"
    number = "".join(sign for sign in told.phone if sign.isascii() and sign.isdigit())
    if told.route not in SCHEMES or not number:
        return ""
    plus = "+" if told.phone.lstrip().startswith("+") else ""
    return f"{SCHEMES[told.route]}:{plus}{number}"


def of_forms(forms: Mapping[str, ActionForm], step: tuple[Any, str] | None) -> dict[str, Any]:
    """What a link has chosen something in, the one for the next step, and those that stand open; the rest is
    folded."""
    forms = dict(sorted(forms.items(), key=lambda row: step is None or row[0] != step[1]))
    shown = {name: form for name, form in forms.items() if name not in BESIDE_THE_WORDS}
    if "looked-after" in forms and not forms["looked-after"].inquiry.is_worrying:
        # Somebody else was faster: what was typed stays, to be copied.
        shown = {"looked-after": forms["looked-after"]} | shown

    opened = {
        name: form
        for name, form in shown.items()
        if form.starts_open or form.is_chosen or form.errors or (step and name == step[1])
    }
    opened = dict(sorted(opened.items(), key=lambda row: not row[1].is_chosen))
    folded = {name: form for name, form in shown.items() if name not in opened}
    return {"open_forms": opened, "folded_forms": folded}


def lines_of(twins: Iterable[Inquiry]) -> SafeString:
    """Others from the same address: somebody may have written a hundred times."""
    said = _("From the same address:")
    days = {twin.received_at: "" for twin in twins}
    for moment in days:
        days[moment] = date_format(timezone.localtime(moment), "M j")
    lines = (
        (said, address_of(twin), twin, twin.state_label, days[twin.received_at]) for twin in twins
    )
    return format_html_join("", '<br>{} <a href="{}">{}</a> ({}, {})', lines)


def address_of(inquiry: Inquiry) -> str:
    return reverse("admin:intake_inquiry_change", args=[inquiry.pk])


def neighbors(inquiry: Inquiry) -> dict[str, UUID | None]:
    """Those before and after it in the queue of what is open; after any other, its first."""
    queue = Inquiry.objects.open().with_urgency().order_by(*ORDER)
    return around(inquiry.pk, list(queue.values_list("pk", flat=True)[:MOST_IN_A_ROW]))


def around(pk: UUID, row: Iterable[UUID]) -> dict[str, UUID | None]:
    row = list(row)
    if pk not in row:
        return {"previous": None, "next": row[0] if row else None}
    at = row.index(pk)
    return {
        "previous": row[at - 1] if at else None,
        "next": row[at + 1] if at + 1 < len(row) else None,
    }
