from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from editing.admin.publishable import PublishableAdmin
from editing.admin.status import StatusFilter
from groups import when
from groups.admin.confirmed import confirmed
from groups.admin.room import room_in_groups
from groups.confirming import said_of, store
from groups.content import GroupContent
from groups.forms import GroupForm
from groups.models import Group
from staff.admin_routes import Route


@admin.register(Group)
class GroupAdmin(PublishableAdmin):
    form = GroupForm
    change_list_template = "admin/groups/group/change_list.html"
    routes = [*PublishableAdmin.routes, Route("room/", room_in_groups, "room")]
    readonly_fields = ["room_confirmed_on"]
    list_display = ["title", "meets", "room_column", "status_column", "changed"]
    list_filter = [StatusFilter]
    search_fields = ["title", "summary", "for_whom", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = GroupContent.fieldsets

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        # Holds at once, whatever becomes of the words.
        if not change or form.is_room_said():
            store(obj, said_of(obj), request.user.get_full_name() or request.user.get_username())

    @admin.display(description=_("room"), ordering="room")
    def room_column(self, group):
        return format_html("{} <small>{}</small>", group.get_room_display(), confirmed(group))

    @admin.display(description=_("when"), ordering="begins_on")
    def meets(self, group):
        today = timezone.localdate()
        if group.is_over(today):
            return when.took_place(group)
        return when.in_brief(group, today) or "–"
