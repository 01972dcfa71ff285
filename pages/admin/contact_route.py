from django.contrib import admin

from pages.admin.facts_in_texts import FactsInTextsMixin
from pages.models import ContactRoute
from staff.ordered_list import OrderedListMixin


@admin.register(ContactRoute)
class ContactRouteAdmin(FactsInTextsMixin, OrderedListMixin, admin.ModelAdmin):
    facts_beside = "text"
    list_display = ["audience", "phone", "email", "link", "one_up_or_down"]
