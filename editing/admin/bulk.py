"""Actions on several rows at once: they say first what would happen to each, and why not."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editing import snapshots, versioning
from editing.models import WorkingCopy


class BulkMixin:
    actions = ["publish_selected", "withdraw_selected"]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not self.has_publish_permission(request):
            for name in ("publish_selected", "withdraw_selected"):
                actions.pop(name, None)
        return actions

    @admin.action(description=gettext_lazy("Publish …"))
    def publish_selected(self, request, queryset):
        question = _("These go on the site:")
        return self.in_two_steps(request, queryset, "publish_selected", question, self.publish_one)

    @admin.action(description=gettext_lazy("Withdraw …"))
    def withdraw_selected(self, request, queryset):
        question = _("These leave the site:")
        return self.in_two_steps(
            request, queryset, "withdraw_selected", question, self.withdraw_one
        )

    def in_two_steps(self, request, queryset, action, question, act):
        """``act(request, obj)`` answers with why it cannot be done, or with a function that does it."""
        plans = [(obj, act(request, obj)) for obj in queryset]
        doable = [(obj, do) for obj, do in plans if callable(do)]
        if "confirmed" in request.POST:
            for _obj, do in doable:
                do()
            words = ngettext("Done for one.", "Done for %d.", len(doable))
            messages.success(request, words % len(doable) if len(doable) != 1 else words)
            return None
        context = self.admin_site.each_context(request) | {
            "title": _("Please look before it happens"),
            "opts": self.opts,
            "question": question,
            "action": action,
            "doable": [obj for obj, _do in doable],
            "left_alone": [(obj, why) for obj, why in plans if not callable(why)],
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/editing/bulk.html", context)

    def publish_one(self, request, obj):
        if obj.status() in ("live", "scheduled"):
            return _("It is published already.")
        if obj.has_next_version:
            return _("A next text is waiting in it. Open it and publish the one you want.")
        if busy := self.busy_people(request, obj):
            return busy
        data = self.content.data_of_row(self.model._base_manager.get(pk=obj.pk))
        form = self.content.version_form(data=snapshots.as_query(data), instance=obj)
        form.is_going_out = True
        form.gate = partial(self.gate, request, obj)
        if not form.is_valid():
            return " ".join(versioning.errors_of(form))
        return partial(self.publish_row, request, form, data)

    def publish_row(self, request, form, data):
        obj = form.save()
        obj.publish()
        form.version = versioning.record(
            obj, data, by=request.user, substance=self.content.substance(data), is_current=True
        )
        self.content.complete(form.version, obj)
        versioning.mark_as_out(form.version, request.user.get_full_name())
        self.after_gate(request, form, None)
        self.log_change(request, obj, str(_("Published.")))

    def withdraw_one(self, request, obj):
        if obj.status() not in ("live", "scheduled"):
            return _("It is not on the site.")

        def withdraw():
            obj.withdraw()
            self.log_change(request, obj, str(_("Withdrawn.")))

        return withdraw

    def busy_people(self, request, obj):
        here = WorkingCopy.objects.of(self.model, obj.pk).here_now().with_text()
        names = [str(copy.user) for copy in here.exclude(user=request.user).select_related("user")]
        if not names:
            return ""
        return _("%(names)s is writing in it just now.") % {"names": get_text_list(names, _("and"))}
