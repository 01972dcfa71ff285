from functools import partial

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from intake.admin.month import month_page
from intake.admin.room_table import as_table
from intake.models import RoomEvent
from intake.room.rules import Action, may_by_role

Kind = RoomEvent.Kind


class MonthFilter(admin.SimpleListFilter):
    """For whoever looks over a month: what deserves a second look comes first."""

    title = _("what to look at")
    parameter_name = "look"
    GROUPS = {
        "failed": (_("Failed tries"), [Kind.FAILED]),
        "keys": (_("Access and recovery codes"), RoomEvent.OF_KEYS),
        "left": (
            _("Exported or erased"),
            [Kind.HANDED_OVER, Kind.PRINTED, Kind.PUT_ASIDE, Kind.ERASED, Kind.EXPORTED],
        ),
    }

    def lookups(self, request, model_admin):
        return [(key, label) for key, (label, _kinds) in self.GROUPS.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.GROUPS:
            return queryset
        _label, kinds = self.GROUPS[self.value()]
        return queryset.filter(kind__in=kinds)


@admin.register(RoomEvent)
class RoomEventAdmin(admin.ModelAdmin):
    """Read only. For the month and for the day something went wrong: filter, choose, download."""

    change_list_template = "admin/intake/roomevent/change_list.html"
    list_display = ["at", "user", "kind", "inquiry", "number", "about"]
    list_display_links = None
    list_select_related = ["user"]
    list_filter = [MonthFilter, "kind", "user"]
    date_hierarchy = "at"
    search_fields = ["inquiry_id__istartswith"]
    search_help_text = _("The first characters of an inquiry’s reference")
    list_per_page = 200
    actions = ["download"]

    def get_urls(self):
        view = self.admin_site.admin_view(partial(month_page, self))
        return [path("month/", view, name="intake_roomevent_month"), *super().get_urls()]

    @admin.display(description=_("inquiry"))
    def inquiry(self, event):
        """Its number, and no link: it may be gone."""
        return event.reference

    def get_search_results(self, request, queryset, term):
        return super().get_search_results(request, queryset, term.strip().lower())

    @admin.action(description=_("Download the chosen entries as a table"))
    def download(self, request, queryset):
        return as_table(request.user, queryset)

    def has_view_permission(self, request, obj=None):
        is_allowed = super().has_view_permission(request, obj)
        return is_allowed and may_by_role(request.user, Action.SEE_LOG)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
