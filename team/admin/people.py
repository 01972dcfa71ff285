from django.contrib import admin

from pictures.admin import library
from team.models import OfficePerson
from writing.admin.editor import EditorAdmin


@admin.register(OfficePerson)
class OfficePersonAdmin(EditorAdmin):
    routes = library.ROUTES
    list_display = ["first_name", "role", "order", "is_listed"]
    list_editable = ["order", "is_listed"]
    search_fields = ["first_name", "role"]
    fields = ["first_name", "role", "about", "photo", "order", "is_listed"]
