"""Versions, working copies and the check that nobody writes over somebody, for a ``ModelAdmin``."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from editing import contents, versioning
from editing.admin.gate import ApprovalMixin
from editing.admin.history import HistoryMixin
from editing.admin.posted import typed
from editing.admin.sharing import SharingMixin
from editing.admin.swap import SwapMixin
from editing.admin.working_copies import WorkingCopyMixin


class VersionedAdminMixin(WorkingCopyMixin, HistoryMixin, SharingMixin, SwapMixin, ApprovalMixin):
    """For a ``ModelAdmin`` of what has a description in ``editing.contents``."""

    change_form_template = "admin/editing/versioned_form.html"

    @property
    def content(self):
        return contents.of(self.model)

    # One save at a time: whoever comes second waits, and is compared with what the first one stored.
    def get_object(self, request, object_id, from_field=None):
        if transaction.get_connection().in_atomic_block and request.method == "POST":
            if not str(object_id).isdecimal():
                return None
            rows = self.model._base_manager.select_for_update().filter(pk=object_id)
            list(rows.values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.editor = request.user
        form.shown = self.shown_snapshot(request, obj) if request.method == "GET" else None
        return form

    def shown_snapshot(self, request, obj):
        """What to show in place of the row: what this person typed and did not save, or the next
        version. None: what the row holds."""
        copy = self.own_copy(request, obj)
        if copy:
            return copy.data
        version = obj.next_version() if obj else None
        return version.data if version else None

    def is_kept_for_later(self, request, obj):
        """Whether the pressed button asks to keep the text and leave the site as it is."""
        return "_keep" in request.POST and self.content.is_out(obj)

    def save_model(self, request, obj, form, change):
        self.keep_first_text(request, obj, change)
        if change and self.is_kept_for_later(request, obj):
            at_once = [n for n in form.changed_data if n in self.content.unversioned_fields]
            if at_once:
                obj.save(update_fields=at_once)
            return
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        obj = form.instance
        is_for_later = change and self.is_kept_for_later(request, obj)
        if not is_for_later:
            super().save_related(request, form, formsets, change)
        data = self.content.data_of_form(form, obj)
        had_time = obj.swap_at is not None
        form.version = versioning.record(
            obj,
            data,
            by=request.user,
            substance=self.content.substance(data),
            is_current=not is_for_later,
            name=typed(request, "version_name", 120),
        )
        if not is_for_later:
            self.content.complete(form.version, obj)
        elif had_time and obj.swap_at is None:
            words = _(
                "The time that was set was for the text before this one. Please set it again."
            )
            messages.warning(request, words)
        self.drop_copy(request, obj if change else None)

    def response_change(self, request, obj):
        if not self.is_kept_for_later(request, obj):
            return super().response_change(request, obj)
        words = _(
            "“%(title)s” is saved for later. Visitors still read the text from before, until the "
            "changes are put on the site."
        )
        messages.success(request, words % {"title": obj})
        return HttpResponseRedirect(self.form_address(obj))

    def keep_first_text(self, request, obj, change):
        """Before the first save here of something older: the text as it was, so that it is not lost."""
        if not change or obj.latest_version:
            return
        stored = self.model._base_manager.get(pk=obj.pk)
        data = self.content.data_of_row(stored)
        versioning.record(
            stored, data, by=None, substance=self.content.substance(data), is_current=True,
            name=str(_("As it was before")),
        )  # fmt: skip
        obj.latest_version, obj.current_version = stored.latest_version, stored.current_version

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context |= self.writing_context(request, obj, form) | self.sharing_context(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def writing_context(self, request, obj, form):
        copy = self.own_copy(request, obj) if request.method == "GET" else None
        conflict = getattr(form, "conflict", None)
        latest = obj.latest_version if obj else 0
        return {
            "unsaved": copy,
            "conflict": conflict,
            "conflict_changes": self.conflict_changes(form, obj) if conflict else [],
            # After both texts were shown, saving again is a decision.
            "base_version": copy.base_version if copy else latest,
            "copy_revision": copy.revision if copy else 0,
            "keeping": self.keeping_config(request, obj, copy),
        }

    def conflict_changes(self, form, obj):
        theirs, mine = form.conflict.data, self.content.data_of_form(form, obj)
        return self.content.changes_between(theirs, mine)
