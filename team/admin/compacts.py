from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from staff.short_time import short_day
from team.admin.authorities import signed
from team.admin.protected_deletion import ProtectedDeletionMixin
from team.compact_form import CompactForm
from team.models import Compact


@admin.register(Compact)
class CompactAdmin(ProtectedDeletionMixin, admin.ModelAdmin):
    """Agreements between states, as somebody looked them up: the site knows none by itself."""

    form = CompactForm
    list_display = ["name", "profession", "how_many", "checked"]
    search_fields = ["name"]
    fields = [
        "name", "profession", "wording", "register_url", ("checked_on", "checked_by"), "members",
    ]  # fmt: skip
    in_use_message = _(
        "Somebody practices by this compact. Take it off their licenses first, then delete it here."
    )

    class Media:
        css = {"all": ["css/desk/rows.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("members")

    def get_changeform_initial_data(self, request):
        return {"checked_by": signed(request)} | super().get_changeform_initial_data(request)

    @admin.display(description=_("states today"))
    def how_many(self, row):
        return len(row.states_on(timezone.localdate()))

    @admin.display(description=_("looked up"), ordering="checked_on")
    def checked(self, row):
        return format_html("{} <small>{}</small>", short_day(row.checked_on), row.checked_by)

    @admin.display(description=_("states"))
    def members(self, row):
        """In place of the rows, for those who may look and not change."""
        return ", ".join(member.get_state_display() for member in row.members.all())
