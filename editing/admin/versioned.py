"""Versions, working copies and the check that nobody writes over somebody, for a ``ModelAdmin``."""

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.db import transaction
from django.forms import modelform_factory
from django.http import HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from editing import snapshots, versioning
from editing.admin.gate import ApprovalMixin
from editing.admin.history import HistoryMixin
from editing.admin.posted import typed
from editing.admin.sharing import SharingMixin
from editing.admin.swap import SwapMixin
from editing.admin.working_copies import WorkingCopyMixin


class VersionedAdminMixin(WorkingCopyMixin, HistoryMixin, SharingMixin, SwapMixin, ApprovalMixin):
    """For a ``ModelAdmin`` of an ``Editable`` whose ``form`` is a ``VersionedForm``.

    ``unversioned_fields`` take effect when they are saved, whatever becomes of the text: addresses,
    times, whether somebody has room. ``substance_fields`` hold the words an approval is about.
    """

    unversioned_fields = ("slug", "publish_at", "withdraw_at")
    substance_fields = ()
    change_form_template = "admin/editing/versioned_form.html"

    @cached_property
    def version_form(self):
        """The whole form without the desk around it: for keeping texts and putting them back."""
        names = set(flatten_fieldsets(self.version_fieldsets())) - set(self.unversioned_fields)
        fields = [name for name in names if name not in self.form.declared_fields]
        # Exclude too: a form may name its fields itself.
        return modelform_factory(
            self.model, form=self.form, fields=fields, exclude=list(self.unversioned_fields)
        )

    def version_fieldsets(self):
        return self.fieldsets

    def data_of_row(self, obj):
        form = self.version_form(instance=obj)
        return snapshots.without(snapshots.of_row(form), self.unversioned_fields)

    def data_of_form(self, form, obj):
        """What this form would keep; what it does not hold comes from the newest version or the row."""
        newest = obj.versions().first() if obj.pk else None
        older = newest.data if newest else self.data_of_row(self.model())
        merged = snapshots.merged(older, snapshots.of_post(form), form)
        return snapshots.without(merged, self.unversioned_fields)

    def substance(self, data):
        return snapshots.digest(self.version_form(), data, self.substance_fields)

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
        return "_keep" in request.POST and self.is_out(obj)

    def is_out(self, obj):
        """Whether visitors read this row, now or from a time that is set."""
        raise NotImplementedError

    def hold_back(self, row):
        """Somebody whose yes counts says no to a text that was to go out at a set time."""
        row.swap_at = None
        row.save_versions()

    def save_model(self, request, obj, form, change):
        self.keep_first_text(request, obj, change)
        if change and self.is_kept_for_later(request, obj):
            at_once = [n for n in form.changed_data if n in self.unversioned_fields]
            if at_once:
                obj.save(update_fields=at_once)
            return
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        obj = form.instance
        is_for_later = change and self.is_kept_for_later(request, obj)
        if not is_for_later:
            super().save_related(request, form, formsets, change)
        data = self.data_of_form(form, obj)
        had_time = obj.swap_at is not None
        form.version = versioning.record(
            obj,
            data,
            by=request.user,
            substance=self.substance(data),
            is_current=not is_for_later,
            name=typed(request, "version_name", 120),
        )
        if not is_for_later:
            self.complete(form.version, obj)
        elif had_time and obj.swap_at is None:
            words = _(
                "The time that was set was for the text before this one. Please set it again."
            )
            messages.warning(request, words)
        self.drop_copy(request, obj if change else None)

    def complete(self, version, obj):
        """Take over into the version what saving or publishing has filled in."""
        names = self.form.completed_fields
        if not names:
            return
        row = self.version_form(instance=self.model._base_manager.get(pk=obj.pk))
        filled = {name: row.fields[name] for name in names}
        kept = snapshots.without(version.data, names)
        for name, field in filled.items():
            kept |= snapshots.inputs_of(field, name, row[name].value())
        version.data, version.substance = kept, self.substance(kept)
        version.save(update_fields=["data", "substance"])

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
        data = self.data_of_row(stored)
        versioning.record(
            stored, data, by=None, substance=self.substance(data), is_current=True,
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
        theirs, mine = form.conflict.data, self.data_of_form(form, obj)
        return self.changes_between(theirs, mine)
