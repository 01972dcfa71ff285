from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.models import Announcement, ClosureDay


def when(row):
    """Where a span of days stands today, in words."""
    today = timezone.localdate()
    if row.last_day < today:
        return _("Over")
    return _("Now") if row.first_day <= today else _("To come")


@admin.register(ClosureDay)
class ClosureDayAdmin(admin.ModelAdmin):
    list_display = ["reason", "first_day", "last_day", "when"]
    search_fields = ["reason"]
    ordering = ["-first_day"]

    @admin.display(description=_("when"))
    def when(self, row):
        return when(row)


@admin.register(Announcement)
class AnnouncementAdmin(admin.ModelAdmin):
    list_display = ["text", "first_day", "last_day", "when"]
    search_fields = ["text"]
    readonly_fields = ["preview"]

    class Media:
        css = {"all": ["css/admin-notices.css"]}

    @admin.display(description=_("on every page"))
    def when(self, row):
        return when(row)

    @admin.display(description=_("how it looks"))
    def preview(self, row):
        text = row.text or _("Save to see it here.")
        return format_html('<p class="notice-preview">{}</p>', text)
