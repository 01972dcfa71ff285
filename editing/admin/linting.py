"""The linter at the desk: advice after a save, a gate when something goes out, and "fine here"."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import findings
from editing.admin.posted import typed
from editing.models import FineHere


class LintingMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.fine_here_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_fine"
        return [path("<int:pk>/fine/", view, name=name), *super().get_urls()]

    def gate(self, request, obj, form):
        findings.refuse_blocks(self.content, form)
        super().gate(request, obj, form)

    def writing_context(self, request, obj, form):
        context = super().writing_context(request, obj, form)
        if obj is None or not obj.latest_version:
            return context
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_fine"
        return context | {
            "findings": self.open_findings(obj),
            "fine_address": reverse(name, args=[obj.pk]),
        }

    def open_findings(self, obj):
        """What the linter said about the newest version and nobody has called fine."""
        version = obj.newest_version()
        silenced = set(FineHere.objects.of(obj).values_list("key", flat=True))
        return [
            finding | {"label": self.label_of(finding["place"])}
            for finding in (version.findings if version else [])
            if finding["key"] not in silenced
        ]

    def label_of(self, place):
        form = self.content.version_form
        field = form.base_fields.get(place) or form.declared_fields.get(place)
        return str(field.label) if field else ""

    def fine_here_view(self, request, pk):
        obj = self.readable(request, pk)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        key = request.POST.get("key", "")
        reason = typed(request, f"reason_{key}", 300)
        finding = next((f for f in self.open_findings(obj) if f["key"] == key), None)
        if finding is None or finding["weight"] == "block":
            messages.error(request, _("This one has to be put right before the text goes out."))
        elif not reason:
            messages.error(request, _("Say in a few words why it is fine here."))
        else:
            FineHere.objects.create(
                version=obj.versions().first(),
                key=key,
                rule=finding["rule"],
                reason=reason,
                by=request.user,
                by_name=request.user.get_full_name(),
            )
            messages.success(request, _("Noted. It is not mentioned again for this text."))
        return HttpResponseRedirect(self.form_address(obj))
