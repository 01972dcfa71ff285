from django.contrib import admin

from pictures.admin.library import PictureAdminMixin
from team.models import OfficePerson


@admin.register(OfficePerson)
class OfficePersonAdmin(PictureAdminMixin, admin.ModelAdmin):
    list_display = ["first_name", "role", "order", "is_listed"]
    list_editable = ["order", "is_listed"]
    search_fields = ["first_name", "role"]
    fields = ["first_name", "role", "about", "photo", "order", "is_listed"]
