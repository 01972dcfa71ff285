from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from staff.admin_routes import Route, urls_of
from team.admin.interns import NEEDED, interns
from team.forms import SupervisionForm
from team.models import Supervision


@admin.register(Supervision)
class SupervisionAdmin(admin.ModelAdmin):
    """Who carries the responsibility, by name and day. Ended ones stay: articles and records say
    who it was then."""

    form = SupervisionForm
    change_list_template = "admin/team/supervision/change_list.html"
    routes = [Route("interns/", interns, "interns")]
    list_display = ["supervisee", "supervisor", "state", "from_day", "to_day", "is_now"]
    list_select_related = ["supervisee", "supervisor"]
    search_fields = ["supervisee__name", "supervisor__name"]

    def get_urls(self):
        return [*urls_of(self), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        more = {"may_change_year": request.user.has_perms(NEEDED)}
        return super().changelist_view(request, more | (extra_context or {}))

    @admin.display(description=_("now"), boolean=True)
    def is_now(self, row):
        return row.is_current(timezone.localdate())
