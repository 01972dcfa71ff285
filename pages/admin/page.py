from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from editing.admin.publishing import PublishingAdminMixin
from editing.admin.status import StatusFilter
from editing.publishing_forms import PublishingForm
from pages.addresses import RESERVED
from pages.models import Page
from pages.views import PageDetailView
from writing.admin.editor import EditorAdminMixin


class PageForm(PublishingForm):
    # Only pages live at the top of the site, where the site's own parts are.
    reserved = RESERVED


@admin.register(Page)
class PageAdmin(EditorAdminMixin, PublishingAdminMixin, admin.ModelAdmin):
    form = PageForm
    detail_view = PageDetailView
    lint_fields = {"title": "title", "summary": "lede", "body": "body"}
    substance_fields = ("title", "lede", "body")
    list_display = ["title", "status_column", "updated_at"]
    list_filter = [StatusFilter]
    search_fields = ["title", "lede", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = [
        (None, {"fields": ["title", "slug", "lede", "body"]}),
        (_("When"), {"fields": ["publish_at", "withdraw_at"], "classes": ["collapse"]}),
    ]
