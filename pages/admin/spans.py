from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


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
