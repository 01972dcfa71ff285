from django.contrib import admin

from editing.admin.publishing import PublishingAdminMixin
from editing.admin.status import StatusFilter
from pages.content import PageContent, PageForm
from pages.models import Page
from writing.admin.editor import EditorAdminMixin


@admin.register(Page)
class PageAdmin(EditorAdminMixin, PublishingAdminMixin, admin.ModelAdmin):
    form = PageForm
    list_display = ["title", "status_column", "updated_at"]
    list_filter = [StatusFilter]
    search_fields = ["title", "lede", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = PageContent.fieldsets
