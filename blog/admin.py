from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from blog import approval
from blog.forms import ArticleForm
from blog.models import Article, Byline, Series
from blog.start.notice import LeftOutMixin
from blog.start.view import StartView
from blog.views import ArticleDetailView
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
    unversioned_fields = (*PublishingAdminMixin.unversioned_fields, "next_review_on")
    substance_fields = ("title", "bylines", "opening_lines", "body")
    beyond_wording = ("bylines",)
    detail_view = ArticleDetailView
    lint_fields = {
        "title": "title",
        "opening_lines": "opening_lines",
        "summary": "summary",
        "body": "body",
    }
    lint_invitation = ("cta_heading", "cta_text", "cta_team_label", "cta_start_label")
    list_display = ["title", "bylines", "status_column", "updated_at"]
    list_filter = [StatusFilter, "specialties"]
    search_fields = ["title", "opening_lines", "body", "bylines__name", "bylines__therapist__name"]
    prepopulated_fields = {"slug": ["title"]}
    change_list_template = "admin/blog/article/change_list.html"
    fieldsets = [
        (None, {"fields": ["title", "slug", "bylines", "lead_image", "opening_lines", "body"]}),
        (_("What it is about"), {"fields": ["specialties", "modalities", "summary"]}),
        (_("What it rests on"), {"fields": ["references"]}),
        (
            _("How it is looked after"),
            {
                "fields": [
                    ("reviewed_by", "reviewed_by_name", "reviewed_on"),
                    "next_review_on",
                    ("changed_note", "changed_on"),
                    "no_crisis_box_because",
                ],
            },
        ),
        (_("Part of a series"), {"fields": [("series", "series_order")]}),
        (
            _("How it ends"),
            {
                "fields": [
                    "cta_heading",
                    "cta_text",
                    "cta_team_label",
                    "cta_start_label",
                    "posted_by",
                ],
                "description": _("Left empty, the invitation uses the practice’s usual words."),
            },
        ),
        (_("When"), {"fields": ["publish_at", "withdraw_at"]}),
    ]

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

    def is_on_site(self, obj, form):
        # A name that becomes a profile reads the same, and is another person to answer for.
        return super().is_on_site(obj, form) and {
            row["therapist"].pk
            for row in form.cleaned_data.get("bylines") or []
            if row.get("therapist")
        } <= set(obj.bylines.values_list("therapist", flat=True))

    def requirements(self, obj, form):
        rows = form.cleaned_data.get("bylines") or []
        goes_out = form.cleaned_data.get("publish_at", form.instance.publish_at)
        return approval.requirements(obj, rows, goes_out)

    def may_need_yes(self, obj):
        return approval.is_about_supervised(obj)

    def reviewers(self, obj):
        return approval.reviewers(obj)

    def is_about(self, user, obj):
        return Byline.objects.filter(article=obj, therapist__user=user).exists()

    def key_of(self, user):
        return approval.key_of(user)

    def account_of(self, key):
        return approval.account_of(key)

    def email_of(self, key):
        return approval.email_of(key) or super().email_of(key)

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
