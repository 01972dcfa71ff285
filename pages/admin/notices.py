from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.admin.spans import SpanAdmin, when
from pages.models import Announcement


@admin.register(Announcement)
class AnnouncementAdmin(SpanAdmin):
    list_display = ["text", "days", "when"]
    search_fields = ["text"]
    readonly_fields = ["preview"]

    class Media:
        css = {"all": ["css/desk/notices.css"]}

    @admin.display(description=_("on every page"))
    def when(self, row):
        return when(row)

    @admin.display(description=_("how it looks"))
    def preview(self, row):
        text = row.text or _("Save to see it here.")
        return format_html('<p class="notice-preview">{}</p>', text)
