from django.contrib import admin
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staff.short_time import short_day
from team.admin.standing import standing
from team.forms import AuthorityForm
from team.models import PracticeAuthority, Therapist


def signed(request):
    return request.user.get_full_name() or str(request.user)


@admin.register(PracticeAuthority)
class AuthorityAdmin(admin.ModelAdmin):
    """By what right each of the team sees people, and where. What is over stays: it says what was so then."""

    form = AuthorityForm
    list_display = ["therapist", "right", "number", "stands", "checked"]
    list_filter = ["kind"]
    search_fields = ["therapist__name", "number"]
    ordering = ["therapist__name", "state", "pk"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "therapist",
                    "kind",
                    "state",
                    "compact",
                    "profession",
                    "wording",
                    "number",
                    "way",
                ]
            },
        ),
        (gettext_lazy("From when until when"), {"fields": [("from_day", "to_day")]}),
        (
            gettext_lazy("Looked up at the register"),
            {"fields": ["register_url", ("checked_on", "checked_by")]},
        ),
        (
            gettext_lazy("Renewed, but the board has not entered it"),
            {"fields": ["late_until", "late_reason", "late_by"]},
        ),
    ]

    def get_queryset(self, request):
        people = Therapist.objects.for_calendar()
        rows = super().get_queryset(request).select_related("compact")
        return rows.prefetch_related(Prefetch("therapist", people), "compact__members")

    def get_changeform_initial_data(self, request):
        return {"checked_by": signed(request)} | super().get_changeform_initial_data(request)

    @admin.display(description=gettext_lazy("by what right"), ordering="state")
    def right(self, row):
        what = row.compact if row.compact_id else row.get_kind_display()
        way = "" if row.way == row.Way.BOTH else row.get_way_display()
        return format_html("{}, {} <small>{}</small>", row.get_state_display(), what, way)

    @admin.display(description=gettext_lazy("today"), ordering="to_day")
    def stands(self, row):
        return standing(row, timezone.localdate())

    @admin.display(description=gettext_lazy("looked up"), ordering="checked_on")
    def checked(self, row):
        if row.checked_on is None:
            return _("not yet")
        return format_html("{} <small>{}</small>", short_day(row.checked_on), row.checked_by)
