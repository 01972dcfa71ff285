"""The versions of one text: who saved it when, what changed, and putting an older one back."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import snapshots, working_copies
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import number as number_of
from editing.admin.posted import posted_text
from editing.admin.sharing import steps_to_show
from editing.models import Editable, Version
from staff.admin_routes import address


def versions(
    request: StaffRequest,
    model_admin: Desk,
    row: Editable,
    extra_context: dict[str, Any] | None = None,
) -> TemplateResponse:
    acts = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk)
    )
    context = model_admin.page_context(request, row) | {
        "title": _("Versions of “%(title)s”") % {"title": row},
        "versions": row.versions().defer("data"),
        **steps_to_show(request, model_admin, row),
        "acts": acts.select_related("user")[:100],
        **(extra_context or {}),
    }
    return TemplateResponse(request, "admin/editing/versions.html", context)


def version(request: StaffRequest, model_admin: Desk, pk: int, number: int) -> HttpResponse:
    """One version: what changed from the one before (or ``?from=``), and its name."""
    row = model_admin.readable(request, pk)
    shown = get_object_or_404(row.versions(), number=number)
    may_change = model_admin.has_change_permission(request, row)
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        shown.name = posted_text(request, "name", 120)
        shown.save(update_fields=["name"])
        messages.success(request, _("The name is saved."))
        return HttpResponseRedirect(request.path)
    older, between = older_version(request, row, shown), model_admin.content.changes_between
    context = model_admin.page_context(request, row) | {
        "title": str(shown),
        "version": shown,
        "older": older,
        "changes": between(older.data, shown.data) if older else [],
        "texts": between({}, shown.data) if not older else [],
        "may_change": may_change,
    }
    return TemplateResponse(request, "admin/editing/version.html", context)


def older_version(request: StaffRequest, row: Editable, shown: Version) -> Version | None:
    if asked := number_of(request.GET.get("from")):
        return get_object_or_404(row.versions(), number=asked)
    return row.versions().filter(number__lt=shown.number).first()


@require_POST
@transaction.atomic
def restore(request: StaffRequest, model_admin: Desk, pk: int, number: int) -> HttpResponse:
    """Show an older text in the form as unsaved text; nothing changes before it is saved."""
    row = model_admin.changeable(request, pk)
    older = get_object_or_404(row.versions(), number=number)
    form_address = address(row, "change", pk)
    own = working_copies.of_person(model_admin.model, pk, request.user).first()
    if own and own.data and "is_forced" not in request.POST:
        message = _(
            "You have unsaved text here. Save it or throw it away first, so that it is not lost."
        )
        messages.warning(request, message)
        return HttpResponseRedirect(form_address)
    shown = model_admin.content.shown(row, older)
    working_copies.restore(row, shown, request.user)
    message = _("The form shows “%(version)s” again. Save it if this is the text you want.")
    messages.success(request, message % {"version": older})
    message = _("%(field)s: something this text used is not there any more. Choose again.")
    for label in snapshots.gone_from(model_admin.content.version_form(), older.data):
        messages.warning(request, message % {"field": label})
    return HttpResponseRedirect(form_address)
