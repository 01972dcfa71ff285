"""Save draft, Publish, Withdraw: the buttons of everything that goes out."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from editing.admin import bulk, findings
from editing.admin.content import ContentAdmin
from editing.admin.trash import trash
from editing.models.trash import KEPT_FOR
from editing.saving import Action
from staff.admin_routes import Route, address
from staff.desk_icons import state
from staff.short_time import short_time

STATUS_LABELS = {
    "draft": _("Draft"),
    "scheduled": _("Goes out {time}"),
    "live": _("On the site"),
    "withdrawn": _("Withdrawn"),
}

# How far the door stands open, for each of these.
DOORS = {"live": "ajar", "scheduled": "clock"}


class PublishableAdmin(ContentAdmin):
    """For a ``Publishable`` whose ``form`` is a ``PublishingForm``. Deleting puts it in the trash.

    ``publish_permission`` is the whole name of the permission to publish and withdraw, like
    ``blog.publish_article``; empty: whoever may change it. Buttons that somebody may not use are
    not shown, and sending them anyway only saves.
    """

    publish_permission = ""
    change_form_template = "admin/editing/publishing_form.html"
    delete_confirmation_template = "admin/editing/to_trash.html"
    delete_selected_confirmation_template = "admin/editing/selected_to_trash.html"
    times = ("publish_at", "withdraw_at")
    actions = ["publish_selected", "withdraw_selected"]
    routes = [
        *ContentAdmin.routes,
        Route("trash/", trash, "trash"),
        Route("<int:pk>/fine/", findings.dismiss, "dismiss"),
    ]

    def has_publish_permission(self, request, obj=None):
        if self.publish_permission:
            return request.user.has_perm(self.publish_permission)
        return self.has_change_permission(request, obj)

    # The form.

    def action(self, request, obj):
        action = super().action(request, obj)
        if request.method != "POST" or action.is_for_later:
            return action
        # Of what visitors read already, a save is a publication, whatever the button is called.
        if "_submit" in request.POST and not (obj and self.content.is_out(obj)):
            return Action.SUBMIT
        if self.has_publish_permission(request, obj):
            for asked in (Action.PUBLISH, Action.WITHDRAW):
                if f"_{asked.value}" in request.POST:
                    return asked
        return action

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None and obj.was_public and "slug" in form.base_fields:
            form.base_fields["slug"].help_text = _(
                "People may have saved this address. If you change it, the old one leads to the new."
            )
        return form

    def get_readonly_fields(self, request, obj=None):
        readonly = list(super().get_readonly_fields(request, obj))
        # Both times, since one constraint compares them: a form skips a constraint it half holds.
        if not self.has_publish_permission(request, obj):
            readonly += self.times
            if obj is not None and obj.was_public:
                readonly.append("slug")
        return readonly

    def get_prepopulated_fields(self, request, obj=None):
        # An address that people may have saved does not follow the title any more.
        return (
            {}
            if obj is not None and obj.was_public
            else super().get_prepopulated_fields(request, obj)
        )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.action is Action.PUBLISH:
            self.log_change(request, obj, str(_("Published.")))
        elif form.action is Action.WITHDRAW:
            self.log_change(request, obj, str(_("Withdrawn.")))

    def response_to_action(self, request, obj):
        action, status = request.saved.action, obj.status()
        is_read_or_will_be = status in ("live", "scheduled")
        if action.is_for_later or (
            action is Action.SAVE and not ("_continue" in request.POST and is_read_or_will_be)
        ):
            return super().response_to_action(request, obj)
        for sentence in request.saved.still_missing:
            messages.warning(request, sentence)
        if action is Action.SUBMIT:
            text = _("“{title}” is with the editors. You can still change it.")
        elif status == "live":
            text = _("“{title}” is on the site. <a href='{url}'>See it there</a>")
        elif status == "scheduled" and action is Action.SAVE:
            text = _("“{title}” is saved and goes out {time}, by itself.")
        elif status == "scheduled":
            text = _("“{title}” is approved and goes out {time}, by itself.")
        else:
            text = _("“{title}” is not on the site any more.")
        message = format_html(
            text, title=obj, url=obj.get_absolute_url(), time=readable_time(obj.publish_at)
        )
        messages.success(request, message)
        return HttpResponseRedirect(address(obj, "change", obj.pk))

    def form_context(self, request, obj, form):
        return {
            **super().form_context(request, obj, form),
            **findings.form_context(self.content, obj),
            "status": obj.status() if obj else "draft",
            "status_label": self.status_words(obj) if obj else STATUS_LABELS["draft"],
            "asks_for_yes": bool(obj and obj.was_public and self.content.may_need_yes(obj)),
        }

    def is_shown_read(self, obj):
        # The row of a form that is only shown is as it is stored.
        return obj.is_published

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published else None

    # The list.

    def visible_rows(self, request):
        """What this person may know of, the trash included."""
        return super().get_queryset(request)

    def get_queryset(self, request):
        return self.visible_rows(request).active()

    def changelist_view(self, request, extra_context=None):
        context = {"trash_address": address(self.model, "trash"), **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.display(description=_("on the site"), ordering="publish_at")
    def status_column(self, obj):
        status, words = obj.status(), self.status_words(obj)
        if status == "live" and obj.latest_version > obj.current_version:
            words = _("On the site, changes wait")
        return state(status, DOORS.get(status, "shut"), words)

    @admin.display(description=_("last changed"), ordering="updated_at")
    def changed(self, obj):
        return short_time(obj.updated_at)

    @staticmethod
    def status_words(obj):
        status = obj.status()
        time = readable_time(obj.publish_at) if status == "scheduled" else ""
        return str(STATUS_LABELS[status]).format(time=time)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not self.has_publish_permission(request):
            for name in ("publish_selected", "withdraw_selected"):
                actions.pop(name, None)
        return actions

    @admin.action(description=_("Put on the site …"))
    def publish_selected(self, request, queryset):
        question, plan = _("These go on the site:"), bulk.plan_to_publish
        return bulk.in_two_steps(request, self, queryset, "publish_selected", question, plan)

    @admin.action(description=_("Take off the site …"))
    def withdraw_selected(self, request, queryset):
        question, plan = _("These leave the site:"), bulk.plan_to_withdraw
        return bulk.in_two_steps(request, self, queryset, "withdraw_selected", question, plan)

    # Deleting.

    def get_deleted_objects(self, objs, request):
        # Nothing goes with it, and nothing stands in its way: it is only put aside.
        return [str(obj) for obj in objs], {}, set(), []

    def delete_model(self, request, obj):
        obj.put_in_trash(request.user.get_full_name())

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        message = _("“%(title)s” is in the trash for %(days)d days.")
        messages.success(request, message % {"title": obj_display, "days": KEPT_FOR.days})
        return HttpResponseRedirect(address(self.model, "changelist"))


def readable_time(time):
    return date_format(timezone.localtime(time), "DATETIME_FORMAT") if time else ""
