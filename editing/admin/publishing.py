"""Save draft, Publish, Withdraw: the buttons of everything that goes out."""

from functools import partial

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from editing import findings, gate, versioning
from editing.admin.bulk import BulkMixin
from editing.admin.linting import LintingMixin
from editing.admin.trash import TrashMixin
from editing.admin.versioned import VersionedAdminMixin
from editing.models import Capacity, ReviewStep

STATUS_WORDS = {
    "draft": _("Draft"),
    "scheduled": _("Goes out {time}"),
    "live": _("On the site"),
    "withdrawn": _("Withdrawn"),
}


class PublishingAdminMixin(BulkMixin, LintingMixin, VersionedAdminMixin, TrashMixin):
    """For a ``ModelAdmin`` of a ``Publishable`` whose ``form`` is a ``PublishingForm``.

    ``publish_permission`` is the whole name of the permission to publish and withdraw, like
    ``blog.publish_article``; empty: whoever may change it. Buttons that somebody may not use are
    not shown, and sending them anyway only saves.
    """

    publish_permission = ""
    change_form_template = "admin/editing/publishing_form.html"
    times = ("publish_at", "withdraw_at")

    def has_publish_permission(self, request, obj=None):
        if self.publish_permission:
            return request.user.has_perm(self.publish_permission)
        return self.has_change_permission(request, obj)

    def action(self, request, obj=None):
        """``publish``, ``withdraw``, ``keep``, ``submit`` or ``save``: what the pressed button asks, where allowed."""
        if request.method == "POST" and obj and self.is_kept_for_later(request, obj):
            return "keep"
        is_asked = request.method == "POST" and "_submit" in request.POST
        # Of what visitors read already, a save is a publication, whatever the button is called.
        if is_asked and not (obj and self.content.is_out(obj)):
            return "submit"
        if request.method == "POST" and self.has_publish_permission(request, obj):
            for action in ("publish", "withdraw"):
                if f"_{action}" in request.POST:
                    return action
        return "save"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        action = self.action(request, obj)
        is_out = obj is not None and obj.status() in ("live", "scheduled")
        form.is_going_out = action == "publish" or (is_out and action == "save")
        form.is_handed_in = action == "submit"
        form.was_withdrawn = obj is not None and obj.status() == "withdrawn"
        form.gate = partial(self.gate, request, obj)
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
        # What its time has taken off the site comes back by Publish alone, past the gate.
        if form.was_withdrawn and self.action(request, obj) == "save":
            obj.state = obj.State.WITHDRAWN
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Publish once everything that belongs to it is stored, bylines included."""
        obj = form.instance
        replaced = obj.versions().filter(number=obj.current_version).first()
        super().save_related(request, form, formsets, change)
        findings.keep(self.content, form)
        action = self.action(request, obj)
        if action == "publish":
            obj.publish()
            self.content.complete(form.version, obj)
            self.log_change(request, obj, str(_("Published.")))
        elif action == "withdraw":
            obj.withdraw()
            self.log_change(request, obj, str(_("Withdrawn.")))
        if action in ("publish", "save") and self.content.is_out(obj):
            versioning.mark_as_out(form.version, request.user.get_full_name())
            self.after_gate(request, form, replaced)
        elif action == "submit":
            self.add_step(
                request, form.version, ReviewStep.Kind.SUBMITTED, capacity=Capacity.AUTHOR
            )
            for words in gate.still_missing(self.content, obj, form, request.user):
                messages.warning(request, words)

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_to_action(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.response_to_action(request, obj) or super().response_change(request, obj)

    def response_to_action(self, request, obj):
        action = self.action(request, obj)
        if action in ("save", "keep"):
            return None
        status = obj.status()
        if action == "submit":
            words = _("“{title}” is with the editors. You can still change it.")
        elif status == "live":
            words = _("“{title}” is on the site. <a href='{url}'>See it there</a>")
        elif status == "scheduled":
            words = _("“{title}” is approved and goes out {time}, by itself.")
        else:
            words = _("“{title}” is not on the site any more.")
        message = format_html(
            words, title=obj, url=obj.get_absolute_url(), time=readable_time(obj.publish_at)
        )
        messages.success(request, message)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[obj.pk]))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {
            "status": obj.status() if obj else "draft",
            "status_words": self.status_column(obj) if obj else STATUS_WORDS["draft"],
            "may_publish": self.has_publish_permission(request, obj),
            "asks_for_yes": bool(obj and obj.was_public and self.content.may_need_yes(obj)),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published else None

    @admin.display(description=_("on the site"), ordering="publish_at")
    def status_column(self, obj):
        return str(STATUS_WORDS[obj.status()]).format(time=readable_time(obj.publish_at))


def readable_time(time):
    return date_format(timezone.localtime(time), "DATETIME_FORMAT") if time else ""
