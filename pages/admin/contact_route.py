from django.contrib import admin

from pages.models import ContactRoute


@admin.register(ContactRoute)
class ContactRouteAdmin(admin.ModelAdmin):
    list_display = ["audience", "phone", "email", "link", "order"]
    list_editable = ["order"]
