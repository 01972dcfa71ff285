"""The table of old web addresses: read, searched, and filled from a spreadsheet after a look."""

from collections import Counter
from contextlib import suppress

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editing import redirect_table
from editing.addresses import page_finder
from editing.models import Redirect
from editing.models.redirects import normal_path
from staff.short_time import short_time
from staff.uploads import takes_files
from writing.line_ends import Textarea

OUTCOMES = {
    "new": gettext_lazy("will be added"),
    "changed": gettext_lazy("will lead somewhere else"),
    "same": gettext_lazy("already there"),
    "skipped": gettext_lazy("left out"),
}


class RedirectForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        with suppress(ValidationError):  # the model has the words for what is no address
            if page_finder()(normal_path(cleaned.get("old_path", ""))):
                message = _("A page lives at this address, so nobody would be led away.")
                self.add_error("old_path", message)
        return cleaned


class TableForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("A file (CSV)"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Or the lines themselves"),
        required=False,
        strip=False,
        widget=Textarea(attrs={"rows": 8, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Two columns: the old address and the new one. Whole addresses of an old site are fine."
        ),
    )

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if file:
            if file.size > redirect_table.MOST_BYTES:
                raise ValidationError(_("This file is larger than 2 MB. Divide it into two."))
            cleaned["text"] = redirect_table.text_of(file.read())
        if not cleaned.get("text", "").strip():
            raise ValidationError(_("Choose a file, or write some lines."))
        cleaned["lines"] = redirect_table.read(cleaned["text"], page_finder())
        return cleaned


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    form = RedirectForm
    fields = ["old_path", "new_path"]
    list_display = ["old_path", "new_path", "since", "by"]
    search_fields = ["old_path", "new_path"]
    change_list_template = "admin/editing/redirect/change_list.html"

    @admin.display(description=gettext_lazy("since"), ordering="created_at")
    def since(self, row):
        return short_time(row.created_at)

    @admin.display(description=gettext_lazy("by"), ordering="created_by_name")
    def by(self, row):
        return row.created_by_name or _("the site, when an address changed")

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("fill/", wrap(self.fill_view), name="editing_redirect_fill"),
            path("table.csv", wrap(self.download_view), name="editing_redirect_download"),
            *super().get_urls(),
        ]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by, obj.created_by_name = request.user, request.user.get_full_name()
        super().save_model(request, obj, form, change)

    @takes_files("editing.add_redirect", "editing.change_redirect")
    def fill_view(self, request):
        """Two steps: what the table would do, line by line; then storing it."""
        if not self.has_add_permission(request) or not self.has_change_permission(request):
            raise PermissionDenied
        form = TableForm(request.POST or None, request.FILES or None)
        lines = form.cleaned_data["lines"] if request.method == "POST" and form.is_valid() else []
        if lines and "confirmed" in request.POST:
            count = redirect_table.store(lines, request.user)
            message = ngettext("%d address is stored.", "%d addresses are stored.", count)
            messages.success(request, message % count)
            return HttpResponseRedirect(reverse("admin:editing_redirect_changelist"))
        counts = Counter(line.outcome for line in lines)
        context = self.admin_site.each_context(request) | {
            "title": _("Fill from a table"),
            "opts": self.opts,
            "form": form,
            "lines": [(line, OUTCOMES[line.outcome]) for line in lines],
            "counts": [(counts[name], label) for name, label in OUTCOMES.items() if counts[name]],
            "to_store": counts["new"] + counts["changed"],
            "text": form.cleaned_data["text"] if lines else "",
        }
        return TemplateResponse(request, "admin/editing/redirect/fill.html", context)

    def download_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponse(
            redirect_table.as_csv(),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="old-web-addresses.csv"'},
        )
