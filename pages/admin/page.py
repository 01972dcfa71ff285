from django.contrib import admin

from editing.admin.publishable import PublishableAdmin
from editing.admin.status import StatusFilter
from pages.content import PageContent, PageForm
from pages.models import Page


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    form = PageForm
    list_display = ["title", "status_column", "updated_at"]
    list_filter = [StatusFilter]
    search_fields = ["title", "lede", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = PageContent.fieldsets
