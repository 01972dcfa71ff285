"""What the linter advises, on the form of a text, and somebody's answer that it is fine here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import findings
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import posted_text
from editing.contents import Content
from editing.models import Editable
from staff.admin_routes import address


def form_context(content: Content, row: Editable | None) -> dict[str, Any]:
    if row is None or not row.latest_version:
        return {}
    return {
        "findings": [
            finding | {"label": label_of(content, finding["field"])}
            for finding in findings.open_of(row)
        ],
        "dismiss_address": address(row, "dismiss", row.pk),
    }


def label_of(content: Content, name: str) -> str:
    form = content.version_form
    field = form.base_fields.get(name) or form.declared_fields.get(name)
    return str(field.label) if field else ""


@require_POST
def dismiss(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    row = model_admin.changeable(request, pk)
    key = request.POST.get("key", "")
    reason = posted_text(request, f"reason_{key}", 300)
    finding = next((f for f in findings.open_of(row) if f["key"] == key), None)
    if finding is None or finding["weight"] == "block":
        messages.error(request, _("This one has to be put right before the text goes out."))
    elif not reason:
        messages.error(request, _("Say in a few words why it is fine here."))
    else:
        findings.dismiss(row, finding, reason, request.user)
        messages.success(request, _("Noted. It is not mentioned again for this text."))
    return HttpResponseRedirect(address(row, "change", row.pk))
