"""Taking back changes that are saved and not on the site."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import taking_back
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import newer_than_read, posted_number
from editing.models import Capacity, Editable
from staff.admin_routes import address


@require_POST
@transaction.atomic
def take_back(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    row = model_admin.changeable(request, pk)
    if refusal := why_not(request, model_admin, row):
        messages.error(request, refusal)
    else:
        may_publish = model_admin.has_publish_permission(request, row)
        capacity = Capacity.EDITOR if may_publish else Capacity.AUTHOR
        set_aside = taking_back.take_back(model_admin.content, row, request.user, capacity)
        message = _(
            "The changes are taken back. They stay among the versions, and <a href='{url}'>can be brought back "
            "from there</a>."
        )
        url = address(row, "version", row.pk, set_aside.number)
        messages.success(request, format_html(message, url=url))
    return HttpResponseRedirect(address(row, "change", row.pk))


def may(request: StaffRequest, model_admin: Desk, row: Editable) -> bool:
    """Whoever publishes, and of what is nobody else's whoever may change the row: they could as well write the text
    from before once more."""
    return model_admin.has_publish_permission(request, row) or not (
        taking_back.holds_work_of_others(row, request.user)
    )


def why_not(request: StaffRequest, model_admin: Desk, row: Editable) -> str:
    if row.has_next_version and not may(request, model_admin, row):
        return _(
            "Nothing was taken back: somebody else has written in these changes. Ask them, or a manager."
        )
    if row.has_next_version:
        return newer_than_read(request, row)
    if 0 < posted_number(request, "base_version") == row.latest_version:
        return _(
            "Nothing was taken back: these changes do not wait any more, they are in the text."
        )
    return _("Nothing was taken back: no changes wait here any more.")
