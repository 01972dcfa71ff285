from django.contrib import admin

from blog.models import Series


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["title", "description"]
    search_fields = ["title", "description"]

    def view_on_site(self, series):
        return series.get_absolute_url() if series.parts else None
