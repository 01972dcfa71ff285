from django.contrib import admin
from django.forms import Script
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.admin.closure_calendar import earliest_shown, months, weekday_names, with_span
from pages.models import Announcement, ClosureDay


def when(row):
    """Where a span of days stands today, in words."""
    today = timezone.localdate()
    if row.last_day < today:
        return _("Over")
    return _("Now") if row.first_day <= today else _("To come")


class SpanAdmin(admin.ModelAdmin):
    """A span of days, which reads as one."""

    @admin.display(description=_("days"), ordering="first_day")
    def days(self, row):
        if row.first_day == row.last_day:
            return date_format(row.first_day, "D, M j, Y")
        year = "" if row.first_day.year == row.last_day.year else ", Y"
        first, last = date_format(row.first_day, f"M j{year}"), date_format(row.last_day, "M j, Y")
        return f"{first} – {last}"


@admin.register(ClosureDay)
class ClosureDayAdmin(SpanAdmin):
    list_display = ["reason", "days", "when"]
    search_fields = ["reason"]
    ordering = ["-first_day"]

    class Media:
        css = {"all": ["css/desk/closures.css"]}
        js = [Script("js/desk/closures.js", type="module")]

    @admin.display(description=_("when"))
    def when(self, row):
        return when(row)

    def changelist_view(self, request, extra_context=None):
        today = timezone.localdate()
        closures = ClosureDay.objects.filter(last_day__gte=earliest_shown(today))
        more = {"months": months(today, closures), "weekdays": weekday_names()}
        return super().changelist_view(request, more | (extra_context or {}))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # The calendar sends what is ticked in it to the form for one more, which has the last word.
        if request.method == "POST" and object_id is None and "day" in request.POST:
            request.POST = with_span(request.POST)
        return super().changeform_view(request, object_id, form_url, extra_context)


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
