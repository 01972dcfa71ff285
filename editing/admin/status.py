from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class StatusFilter(admin.SimpleListFilter):
    """Where a text stands, as the list itself says it; stored are a state and times only."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("Draft")),
            ("scheduled", _("Goes out later")),
            ("live", _("On the site")),
            ("withdrawn", _("Withdrawn")),
        ]

    def queryset(self, request, queryset):
        return queryset.with_status(self.value()) if self.value() else queryset
