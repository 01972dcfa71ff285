"""Where ``autosave.js`` sends what somebody has typed, and what it needs to know."""

import json
from typing import Any

from django.db import transaction
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from editing import working_copies
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import posted_number, without_nul
from editing.models import Editable, WorkingCopy
from editing.snapshots import Snapshot
from staff.admin_routes import address

# What of a form is nobody's text.
NOT_TEXT = {"csrfmiddlewaretoken", "base_version", "copy_revision", "_popup", "_to_field"}
ASKED = {"revision", "is_unchanged", "is_thrown_away", "is_forced"}

MESSAGES = {
    "saved": _("Not saved yet; what you typed is kept ({time})."),
    "unsaved": _("Not saved yet."),
    "saving": _("Keeping what you typed …"),
    "offline": _("No connection. Your text is safe in this window, and we go on trying."),
    "signed_out": _(
        "You are signed out. Your text is safe in this window: sign in, come back here and go on."
    ),
    "other_person": _(
        "Somebody else is signed in now in this browser. Sign in as yourself to save this text."
    ),
    "sign_in": _("Sign in in a new window"),
    "elsewhere": _(
        "You have newer text of this in another window. Go on there, or keep the text of this one."
    ),
    "found": _(
        "This browser holds text of yours that never arrived, and newer text has arrived since."
    ),
    "use_found": _("Show the text of this browser"),
    "use_this": _("Keep the text of this window"),
    "saved_meanwhile": _(
        "{name} has saved this meanwhile. When you save, you will see both texts."
    ),
    "too_long": _("This text is too long to be kept. Divide it into two."),
    "not_allowed": _("You may not change this any more. Copy your text before you leave."),
}


@require_POST
@transaction.atomic
def working_copy(request: StaffRequest, model_admin: Desk, pk: int) -> JsonResponse:
    """Keep, renew or throw away the unsaved text of one form, and say who else is here."""
    row, model = model_admin.writable(request, pk), model_admin.model
    if request.POST.get("is_thrown_away"):
        working_copies.of_person(model, pk, request.user).delete()
        return JsonResponse({"revision": 0})
    copy = working_copies.opened(model, pk, request.user)
    if request.POST.get("is_unchanged"):
        working_copies.note_presence(copy)
    elif is_newer_elsewhere(request, copy):
        return JsonResponse(answer(request, row, copy) | {"is_elsewhere": True}, status=409)
    else:
        working_copies.keep(copy, posted(request), posted_number(request, "base_version"))
    return JsonResponse(answer(request, row, copy))


def is_newer_elsewhere(request: StaffRequest, copy: WorkingCopy) -> bool:
    is_older = copy.revision != posted_number(request, "revision")
    return is_older and not request.POST.get("is_forced")


def posted(request: StaffRequest) -> Snapshot:
    return {
        without_nul(key): [without_nul(value) for value in values]
        for key, values in request.POST.lists()
        if key not in NOT_TEXT | ASKED and not key.startswith("_")
    }


def answer(request: StaffRequest, row: Editable | None, copy: WorkingCopy) -> dict[str, Any]:
    saved_at = (
        date_format(timezone.localtime(copy.typed_at), "TIME_FORMAT") if copy.typed_at else ""
    )
    here = working_copies.others_here(row, request.user) if row else []
    newest = row.versions().first() if row else None
    return {
        "revision": copy.revision,
        "saved_at": saved_at,
        "person": request.user.pk,
        # A sign-in in another window changes it.
        "token": get_token(request),
        "here": [working_copies.sentence(other) for other in here],
        "latest": row.latest_version if row else 0,
        # For a form that began from an older version.
        "saved_by": newest.made_by_name if newest else "",
    }


def own_copy(
    request: StaffRequest, model: type[Editable], row: Editable | None
) -> WorkingCopy | None:
    """What this person typed here and did not save, or None. Asked once per request."""
    copy = copy_of(request, model, row)
    return copy if copy and copy.data is not None else None


def copy_of(
    request: StaffRequest, model: type[Editable], row: Editable | None
) -> WorkingCopy | None:
    asked = request.__dict__.setdefault("own_copies", {})
    key = (model, row.pk if row else None)
    if key not in asked:
        asked[key] = working_copies.of_person(*key, request.user).first()
    return asked[key]


def drop(request: StaffRequest, model: type[Editable], row: Editable | None) -> None:
    """After a save. What was typed later in another window stays, as that was not saved."""
    copies = working_copies.of_person(model, row.pk if row else None, request.user)
    if "copy_revision" in request.POST:
        copies = copies.filter(revision__lte=posted_number(request, "copy_revision"))
    copies.delete()


def config(request: StaffRequest, model: type[Editable], row: Editable | None) -> str:
    """What ``autosave.js`` needs to know, as JSON."""
    copy = copy_of(request, model, row)
    return json.dumps(
        {
            "address": address(model, "working_copy", row.pk if row else 0),
            "sign_in": reverse("admin:login"),
            "person": request.user.pk,
            "revision": copy.revision if copy else 0,
            "messages": {key: str(message) for key, message in MESSAGES.items()},
        }
    )
