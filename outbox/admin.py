from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from outbox.models import Message
from staff.short_time import short_time


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    """Read only. The text of a mail is shown to nobody: it may hold a private link."""

    list_display = ["subject", "state", "written", "sent", "what_happened"]
    list_filter = ["state"]
    search_fields = ["subject"]
    actions = ["try_again", "stop_trying"]
    fields = [
        "subject",
        "address",
        "state",
        "last_error",
        "attempts",
        "created_at",
        "next_try",
        "sent_at",
    ]

    @admin.display(description=_("written"), ordering="created_at")
    def written(self, message):
        return short_time(message.created_at)

    @admin.display(description=_("sent"), ordering="sent_at")
    def sent(self, message):
        return short_time(message.sent_at)

    @admin.display(description=_("what the mail server said"))
    def what_happened(self, message):
        return Truncator(message.last_error).chars(120)

    @admin.display(description=_("to"))
    def address(self, message):
        if message.state == Message.State.SENT:
            return _("Erased when it was sent.")
        if message.is_confidential:
            link = '{} <a href="{}">{}</a>'
            return format_html(
                link,
                _("Somebody who wrote to us."),
                reverse("admin:intake_inquiry_of_mail", args=[message.pk]),
                _("The inquiry shows how to reach them."),
            )
        return _("Sealed: only the email worker can read it.")

    @admin.display(description=_("next attempt"))
    def next_try(self, message):
        return message.next_attempt_at if message.state == Message.State.WAITING else None

    @admin.action(description=_("Try to send again"), permissions=["try_again"])
    def try_again(self, request, queryset):
        count = queryset.try_again()
        if not count:
            self.message_user(
                request,
                _("Only email that was not delivered can be tried again."),
                messages.WARNING,
            )
            return
        self.message_user(
            request,
            ngettext(
                "One email goes out again in a moment.",
                "%(count)d emails go out again in a moment.",
                count,
            )
            % {"count": count},
        )

    @admin.action(description=_("Stop trying to send"), permissions=["try_again"])
    def stop_trying(self, request, queryset):
        count = queryset.stop_trying()
        if not count:
            self.message_user(request, _("Only email that waits can be stopped."), messages.WARNING)
            return
        notice = ngettext(
            "One email is not sent any more. It is listed as not delivered.",
            "%(count)d emails are not sent any more. They are listed as not delivered.",
            count,
        )
        self.message_user(request, notice % {"count": count})

    def has_try_again_permission(self, request):
        return request.user.has_perm("outbox.change_message")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
