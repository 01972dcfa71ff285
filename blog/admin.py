from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from blog.content import ArticleContent
from blog.forms import ArticleForm
from blog.models import Article, Series
from blog.start.notice import LeftOutMixin
from blog.start.view import StartView
from blog.who_wrote import WhoWroteMixin
from blog.writing_help import CopyMixin, LinkOffersMixin
from editing.admin.publishing import PublishingAdminMixin
from editing.admin.status import StatusFilter
from staff.uploads import takes_files
from team.models import Therapist
from writing.admin.editor import EditorAdminMixin


@admin.register(Article)
class ArticleAdmin(
    CopyMixin,
    LeftOutMixin,
    LinkOffersMixin,
    WhoWroteMixin,
    EditorAdminMixin,
    PublishingAdminMixin,
    admin.ModelAdmin,
):
    """Editors see every article; authors their own, and change them only as drafts."""

    form = ArticleForm
    publish_permission = "blog.publish_article"
    list_display = ["title", "bylines", "status_column", "updated_at"]
    list_filter = [StatusFilter, "specialties"]
    search_fields = ["title", "opening_lines", "body", "bylines__name", "bylines__therapist__name"]
    prepopulated_fields = {"slug": ["title"]}
    change_list_template = "admin/blog/article/change_list.html"
    fieldsets = ArticleContent.fieldsets

    def get_urls(self):
        start = self.admin_site.admin_view(StartView.as_view(model_admin=self))
        start = takes_files("blog.add_article")(start)
        return [path("start/", start, name="blog_article_start"), *super().get_urls()]

    def get_queryset(self, request):
        articles = super().get_queryset(request).for_listing()
        return articles if self.sees_all(request) else articles.written_by(request.user)

    def only_visible(self, request, rows):
        return rows if self.sees_all(request) else rows.written_by(request.user)

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        own = {"posted_by": request.user.get_full_name()}
        profile = Therapist.objects.filter(user=request.user).first()
        if profile and not self.sees_all(request):
            own["bylines"] = [{"therapist": profile, "name": "", "title": ""}]
        return own | initial

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
            obj.created_by_name = request.user.get_full_name()
        super().save_model(request, obj, form, change)
        if not change:
            obj.keep_beginner(request.user)

    @staticmethod
    def sees_all(request):
        return request.user.has_perm("blog.view_article") or request.user.has_perm(
            "blog.change_article"
        )

    @staticmethod
    def is_own_draft(request, obj):
        if not request.user.has_perm("blog.write_own_article"):
            return False
        if obj is None:
            return True
        return (
            obj.state == obj.State.DRAFT
            and Article.objects.written_by(request.user).filter(pk=obj.pk).exists()
        )

    def has_add_permission(self, request):
        return super().has_add_permission(request) or request.user.has_perm(
            "blog.write_own_article"
        )

    def has_view_permission(self, request, obj=None):
        # Which rows: get_queryset says.
        return super().has_view_permission(request, obj) or request.user.has_perm(
            "blog.write_own_article"
        )

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) or self.is_own_draft(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) or (
            obj is not None and not obj.was_public and self.is_own_draft(request, obj)
        )

    @admin.display(description=_("written by"))
    def bylines(self, obj):
        """For the list, and for those who may read an article but not change it."""
        return obj.byline_text

    @admin.display(description=_("references"))
    def references(self, obj):
        return "\n".join(map(str, obj.references))


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["title", "description"]
    search_fields = ["title", "description"]
