from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.admin.publishable import PublishableAdmin
from editing.admin.status import StatusFilter
from groups import when
from groups.content import GroupContent
from groups.forms import GroupForm
from groups.models import Group


@admin.register(Group)
class GroupAdmin(PublishableAdmin):
    form = GroupForm
    list_display = ["title", "meets", "room", "status_column", "changed"]
    list_filter = [StatusFilter]
    search_fields = ["title", "summary", "for_whom", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = GroupContent.fieldsets

    @admin.display(description=_("when"), ordering="begins_on")
    def meets(self, group):
        today = timezone.localdate()
        if group.is_over(today):
            return when.took_place(group)
        return when.in_brief(group, today) or "–"
