from django.contrib import admin

from pictures.admin import library
from staff.ordered_list import OrderedListMixin
from team.models import OfficePerson
from writing.admin.editor import EditorAdmin


@admin.register(OfficePerson)
class OfficePersonAdmin(OrderedListMixin, EditorAdmin):
    routes = library.ROUTES
    list_display = ["first_name", "role", "one_up_or_down", "is_listed"]
    list_editable = ["is_listed"]
    search_fields = ["first_name", "role"]
    fields = ["first_name", "role", "about", "photo", "order", "is_listed"]
