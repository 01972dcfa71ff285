from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from pages.models import MenuItem
from staff.ordered_list import OrderedListMixin


@admin.register(MenuItem)
class MenuItemAdmin(OrderedListMixin, admin.ModelAdmin):
    list_display = ["label", "place", "leads_to", "one_up_or_down", "is_shown"]
    list_editable = ["is_shown"]
    order_within = "place"
    list_filter = ["place"]
    list_select_related = ["page"]
    search_fields = ["label"]
    fieldsets = [
        (None, {"fields": ["place", "label"]}),
        (
            _("Leads to"),
            {
                "fields": ["section", "page", "outside_url"],
                "description": _("Choose one of the three."),
            },
        ),
        (None, {"fields": ["order", "is_shown"]}),
    ]

    @admin.display(description=_("leads to"))
    def leads_to(self, item):
        return item.url or _("nowhere until its page is on the site")
