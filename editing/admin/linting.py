"""The linter at the desk: advice after a save, a gate when something goes out, and "fine here"."""

from dataclasses import asdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing.addresses import is_dead
from editing.admin.posted import typed
from editing.models import FineHere
from writing.linting import Text, lint
from writing.rendering import pictures_of
from writing.sanitizer import sanitize


class LintingMixin:
    """``lint_fields`` maps the linter's parts to the fields of the form that hold them."""

    lint_fields = {}
    lint_invitation = ()

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.fine_here_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_fine"
        return [path("<int:pk>/fine/", view, name=name), *super().get_urls()]

    def text_of(self, form):
        """The text in a validated form; a field somebody may not change is read from the row."""

        def value(name):
            return form.cleaned_data.get(name, getattr(form.instance, name, None))

        parts = {part: value(name) or "" for part, name in self.lint_fields.items()}
        body = sanitize(parts.pop("body", ""))
        lead_image = value("lead_image") if "lead_image" in form.fields else None
        return Text.of(
            body=body,
            lead_image=lead_image,
            images=pictures_of(body),
            invitation={name: value(name) or "" for name in self.lint_invitation},
            is_dead=is_dead,
            **parts,
        )

    def gate(self, request, obj, form):
        blocks = [finding for finding in lint(self.text_of(form)) if finding.is_block]
        if blocks:
            errors = {}
            for finding in blocks:
                place = finding.place if finding.place in form.fields else None
                errors.setdefault(place, []).append(sentence(finding))
            raise ValidationError({place or "__all__": words for place, words in errors.items()})
        super().gate(request, obj, form)

    def keep_findings(self, form):
        version = form.version
        version.findings = [
            asdict(finding) | {"key": finding.key, "reason": str(finding.reason), "fix": str(finding.fix)}
            for finding in lint(self.text_of(form))
        ]  # fmt: skip
        version.save(update_fields=["findings"])

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
        form = self.version_form
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


def sentence(finding):
    words = f"“{Truncator(finding.words).chars(80)}”: " if finding.words else ""
    return f"{words}{finding.reason} {finding.fix}"
