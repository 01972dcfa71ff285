from django.contrib import admin

from pages.models import ContactRoute
from staff.ordered_list import OrderedListMixin


@admin.register(ContactRoute)
class ContactRouteAdmin(OrderedListMixin, admin.ModelAdmin):
    list_display = ["audience", "phone", "email", "link", "one_up_or_down"]
