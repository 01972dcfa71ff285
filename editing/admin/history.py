"""The versions of one text: who saved it when, what changed, and putting an older one back."""

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import snapshots
from editing.admin.posted import typed
from editing.models import WorkingCopy


class HistoryMixin:
    def get_urls(self):
        wrap = self.admin_site.admin_view
        stem = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path(
                "<int:pk>/versions/<int:number>/", wrap(self.version_view), name=f"{stem}_version"
            ),
            path(
                "<int:pk>/versions/<int:number>/restore/",
                wrap(require_POST(self.restore_view)),
                name=f"{stem}_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        acts = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(obj), object_id=str(obj.pk)
        )
        context = self.page_context(request, obj) | {
            "title": _("Versions of “%(title)s”") % {"title": obj},
            "versions": obj.versions().defer("data"),
            **self.steps_to_show(request, obj),
            "acts": acts.select_related("user")[:100],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/editing/versions.html", context)

    def version_view(self, request, pk, number):
        """One version: what changed from the one before (or ``?from=``), and its name."""
        obj = self.readable(request, pk)
        version = get_object_or_404(obj.versions(), number=number)
        may_change = self.has_change_permission(request, obj)
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            version.name = typed(request, "name", 120)
            version.save(update_fields=["name"])
            messages.success(request, _("The name is saved."))
            return HttpResponseRedirect(request.path)
        older = self.older_version(request, obj, version)
        context = self.page_context(request, obj) | {
            "title": str(version),
            "version": version,
            "older": older,
            "changes": self.content.changes_between(older.data, version.data) if older else [],
            "texts": self.content.changes_between({}, version.data) if not older else [],
            "may_change": may_change,
        }
        return TemplateResponse(request, "admin/editing/version.html", context)

    def older_version(self, request, obj, version):
        asked = request.GET.get("from", "")
        if asked.isdecimal() and len(asked) < 10:
            return get_object_or_404(obj.versions(), number=int(asked))
        return obj.versions().filter(number__lt=version.number).first()

    @transaction.atomic
    def restore_view(self, request, pk, number):
        """Show an older text in the form as unsaved text; nothing changes before it is saved."""
        obj = self.readable(request, pk)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        version = get_object_or_404(obj.versions(), number=number)
        copies = WorkingCopy.objects.of(self.model, pk)
        own = copies.filter(user=request.user).first()
        if own and own.data and "is_forced" not in request.POST:
            words = _(
                "You have unsaved text here. Save it or throw it away first, so that it is not lost."
            )
            messages.warning(request, words)
            return HttpResponseRedirect(self.form_address(obj))
        copies.update_or_create(
            user=request.user,
            defaults={
                "content_type": ContentType.objects.get_for_model(obj),
                "object_id": pk,
                "data": version.data,
                "base_version": obj.latest_version,
                "revision": (own.revision if own else 0) + 1,
                "typed_at": timezone.now(),
            },
        )
        words = _("The form shows “%(version)s” again. Save it if this is the text you want.")
        messages.success(request, words % {"version": version})
        for sentence in self.what_is_gone(version.data):
            messages.warning(request, sentence)
        return HttpResponseRedirect(self.form_address(obj))

    def what_is_gone(self, data):
        """Sentences on people and pictures that this text names and that are not there any more."""
        words = _("%(field)s: something this text used is not there any more. Choose again.")
        for label in snapshots.gone_from(self.content.version_form(), data):
            yield words % {"field": label}

    def readable(self, request, pk):
        obj = self.get_object(request, str(pk))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def form_address(self, obj):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def page_context(self, request, obj):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": obj,
            "original": obj,
            "form_address": self.form_address(obj),
        }
