from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from team.forms import SupervisionForm
from team.models import Supervision


@admin.register(Supervision)
class SupervisionAdmin(admin.ModelAdmin):
    """Who carries the responsibility, by name and day. Ended ones stay: articles and records say
    who it was then."""

    form = SupervisionForm
    list_display = ["supervisee", "supervisor", "state", "from_day", "to_day", "is_now"]
    list_select_related = ["supervisee", "supervisor"]
    search_fields = ["supervisee__name", "supervisor__name"]

    @admin.display(description=_("now"), boolean=True)
    def is_now(self, row):
        return row.is_current(timezone.localdate())
