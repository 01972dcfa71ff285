"""What was put in the trash, for as long as it can be taken out again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from editing.admin.desk import PublishingDesk, StaffRequest
from editing.models.publishing import PublishableQuerySet
from editing.models.trash import KEPT_FOR


def trash(request: StaffRequest, model_admin: PublishingDesk) -> HttpResponse:
    if not model_admin.has_module_permission(request):
        raise PermissionDenied
    rows = model_admin.visible_rows(request).in_trash().order_by("-trashed_at")
    if request.method == "POST":
        return take_out(request, model_admin, rows)
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Trash"),
        "opts": model_admin.opts,
        "rows": [row for row in rows if model_admin.has_delete_permission(request, row)],
        "days": KEPT_FOR.days,
    }
    return TemplateResponse(request, "admin/editing/trash.html", context)


def take_out(
    request: StaffRequest, model_admin: PublishingDesk, rows: PublishableQuerySet
) -> HttpResponse:
    key = request.POST.get("take_out", "")
    row = rows.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
    if row is None:
        raise Http404
    if not model_admin.has_delete_permission(request, row):
        raise PermissionDenied
    row.take_out_of_trash()
    model_admin.log_change(request, row, str(_("Taken out of the trash.")))
    messages.success(request, _("“%(title)s” is back, as it was.") % {"title": row})
    return HttpResponseRedirect(request.path)
