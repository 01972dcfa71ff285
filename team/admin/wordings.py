from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from staff.short_time import short_day
from team.admin.authorities import signed
from team.admin.protected_deletion import ProtectedDeletionMixin
from team.models import TitleWording


@admin.register(TitleWording)
class TitleWordingAdmin(ProtectedDeletionMixin, admin.ModelAdmin):
    """How states want a trainee named, as somebody looked it up: chosen with a trainee's license."""

    list_display = ["words", "state", "profession", "shows_license", "checked"]
    search_fields = ["words"]
    fields = [
        "state", "profession", "words", "shows_license", "source", ("checked_on", "checked_by"),
    ]  # fmt: skip
    in_use_message = _(
        "Somebody is shown with these words. Take them off their license first, then delete them here."
    )

    def get_changeform_initial_data(self, request):
        return {"checked_by": signed(request)} | super().get_changeform_initial_data(request)

    @admin.display(description=_("looked up"), ordering="checked_on")
    def checked(self, row):
        return format_html("{} <small>{}</small>", short_day(row.checked_on), row.checked_by)
