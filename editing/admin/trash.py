"""Deleting puts something in the trash; for 30 days it can be taken out again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from editing.models.trash import KEPT_FOR


class TrashMixin:
    delete_confirmation_template = "admin/editing/to_trash.html"
    delete_selected_confirmation_template = "admin/editing/selected_to_trash.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.trash_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_trash"
        return [path("trash/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_trash"
        context = {"trash_address": reverse(name), **(extra_context or {})}
        return super().changelist_view(request, context)

    def get_queryset(self, request):
        return super().get_queryset(request).kept()

    def get_deleted_objects(self, objs, request):
        # Nothing goes with it, and nothing stands in its way: it is only put aside.
        return [str(obj) for obj in objs], {}, set(), []

    def delete_model(self, request, obj):
        obj.put_in_trash(request.user.get_full_name())

    def response_delete(self, request, obj_display, obj_id):
        words = _("“%(title)s” is in the trash for %(days)d days.")
        messages.success(request, words % {"title": obj_display, "days": KEPT_FOR.days})
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
        return HttpResponseRedirect(reverse(name))

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    def trash_view(self, request):
        if not self.has_module_permission(request):
            raise PermissionDenied
        rows = super().get_queryset(request)
        rows = self.only_visible(request, rows).in_trash().order_by("-trashed_at")
        if request.method == "POST":
            return self.take_out(request, rows)
        context = self.admin_site.each_context(request) | {
            "title": _("Trash"),
            "opts": self.opts,
            "rows": [row for row in rows if self.has_delete_permission(request, row)],
            "days": KEPT_FOR.days,
        }
        return TemplateResponse(request, "admin/editing/trash.html", context)

    def only_visible(self, request, rows):
        """The rows of the trash that this person may know of."""
        return rows

    def take_out(self, request, rows):
        key = request.POST.get("take_out", "")
        row = rows.filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None
        if row is None:
            raise Http404
        if not self.has_delete_permission(request, row):
            raise PermissionDenied
        row.take_out_of_trash()
        self.log_change(request, row, str(_("Taken out of the trash.")))
        messages.success(request, _("“%(title)s” is back, as it was.") % {"title": row})
        return HttpResponseRedirect(request.path)
