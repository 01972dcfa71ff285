"""Setting the time at which the next text takes the place of the one on the site."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import swapping
from editing.admin.desk import Desk, StaffRequest
from editing.admin.posted import newer_than_read
from editing.models import Editable
from staff.admin_routes import address


@require_POST
@transaction.atomic
def swap(request: StaffRequest, model_admin: Desk, pk: int) -> HttpResponse:
    row = model_admin.readable(request, pk)
    if not model_admin.has_publish_permission(request, row):
        raise PermissionDenied
    try:
        if "cancel" in request.POST:
            swapping.cancel(row)
        elif refusal := newer_than_read(request, row):
            raise ValidationError(refusal)
        else:
            swapping.schedule(model_admin.content, row, posted_time(request), request.user)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    else:
        messages.success(request, sentence(row))
    return HttpResponseRedirect(address(row, "change", row.pk))


def posted_time(request: StaffRequest) -> datetime:
    parts = [request.POST.get("swap_at_0", ""), request.POST.get("swap_at_1", "")]
    return forms.SplitDateTimeField().clean(parts)


def sentence(row: Editable) -> str:
    if row.swap_at is None:
        return _("The time is taken back. The next text waits until somebody publishes it.")
    when = date_format(timezone.localtime(row.swap_at), "DATETIME_FORMAT")
    return _("The next text goes on the site: %(when)s") % {"when": when}
