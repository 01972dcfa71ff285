import csv

from django.contrib import admin
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models import RoomEvent

Kind = RoomEvent.Kind
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class MonthFilter(admin.SimpleListFilter):
    """For whoever looks over a month: what deserves a second look comes first."""

    title = _("what to look at")
    parameter_name = "look"
    GROUPS = {
        "failed": (_("Tries that failed"), [Kind.FAILED]),
        "keys": (
            _("Keys and sheets"),
            [
                Kind.PASSPHRASE,
                Kind.LET_IN,
                Kind.TAKEN_OUT,
                Kind.SHEET,
                Kind.SHEET_USED,
                Kind.VOUCHED,
            ],
        ),
        "left": (_("What left or went away"), [Kind.HANDED_OVER, Kind.ERASED, Kind.EXPORTED]),
    }

    def lookups(self, request, model_admin):
        return [(key, words) for key, (words, _kinds) in self.GROUPS.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.GROUPS:
            return queryset
        _words, kinds = self.GROUPS[self.value()]
        return queryset.filter(kind__in=kinds)


@admin.register(RoomEvent)
class RoomEventAdmin(admin.ModelAdmin):
    """Read only. For the month and for the day something went wrong: filter, choose, download."""

    list_display = ["at", "user", "kind", "inquiry"]
    list_display_links = None
    list_select_related = ["user"]
    list_filter = [MonthFilter, "kind", "user"]
    date_hierarchy = "at"
    search_fields = ["inquiry_id__istartswith"]
    search_help_text = _("The first characters of an inquiry’s reference")
    list_per_page = 200
    actions = ["download"]

    @admin.display(description=_("inquiry"))
    def inquiry(self, event):
        """Its number, and no link: it may be gone."""
        return event.reference or event.number

    def get_search_results(self, request, queryset, term):
        return super().get_search_results(request, queryset, term.strip().lower())

    @admin.action(description=_("Download the chosen entries as a table"))
    def download(self, request, queryset):
        RoomEvent.objects.note(Kind.EXPORTED, request.user, number=queryset.count())
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        name = f"who-saw-what-{timezone.localdate()}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        table = csv.writer(response)
        table.writerow([_("when"), _("who"), _("what"), _("inquiry"), _("how many")])
        for event in queryset.order_by("pk").select_related("user"):
            when = timezone.localtime(event.at).isoformat(timespec="seconds")
            row = [when, event.user or "", event.get_kind_display(), event.reference]
            table.writerow([plain(cell) for cell in [*row, event.number or ""]])
        return response

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def plain(cell):
    """A spreadsheet would take some names for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
