from django.contrib import admin
from django.forms import Script
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.admin.closure_calendar import earliest_shown, months, weekday_names, with_span
from pages.admin.spans import SpanAdmin, when
from pages.models import ClosureDay


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
