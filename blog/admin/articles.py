from django.contrib import admin
from django.forms import Script
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from blog.admin import (
    asked_texts,
    byline_chips,
    copying,
    drawers,
    left_out,
    links,
    stops,
    who_wrote,
)
from blog.admin.article_list import ArticleList
from blog.content import ArticleContent
from blog.forms import ArticleForm
from blog.models import Article
from blog.start.view import start
from editing.admin.publishable import PublishableAdmin, readable_time
from editing.admin.status import StatusFilter
from pictures.thumbnails import thumbnail
from staff.admin_routes import Route, address
from team.models import Therapist


@admin.register(Article)
class ArticleAdmin(PublishableAdmin):
    """Editors see every article; authors their own, and change them only as drafts."""

    form = ArticleForm
    publish_permission = "blog.publish_article"
    list_display = ["picture_column", "title_column", "about", "status_column", "changed"]
    list_display_links = ["title_column"]
    list_filter = [StatusFilter, "specialties"]
    search_fields = ["title", "opening_lines", "body", "bylines__name", "bylines__therapist__name"]
    prepopulated_fields = {"slug": ["title"]}
    change_form_template = "admin/blog/article/change_form.html"
    change_list_template = "admin/blog/article/change_list.html"
    fieldsets = ArticleContent.fieldsets
    routes = [
        *PublishableAdmin.routes,
        Route("start/", start, "start"),
        Route("ask/", asked_texts.ask, "ask"),
        Route("offers/", links.offers, "offers"),
        Route("faces/<int:pk>/", byline_chips.face, "face"),
        Route("<int:pk>/copy/", copying.copy, "copy"),
        Route("<int:pk>/who/", who_wrote.answer, "who"),
        Route("<int:pk>/left-out/", left_out.seen_to, "left_out"),
    ]

    class Media:
        css = {"all": ["css/desk/offers.css"]}
        js = [
            Script("js/editor/offers.js", type="module"),
            Script("js/desk/writing.js", type="module"),
            Script("js/desk/length.js", type="module"),
        ]

    def editor_addresses(self):
        return super().editor_addresses() | {"offers": address(self.model, "offers")}

    def form_context(self, request, obj, form):
        context = {
            **super().form_context(request, obj, form),
            **who_wrote.form_context(request.user, obj),
            **left_out.form_context(obj),
        }
        return context | {
            "stops": stops.stops(form, obj, request.user, context),
            # The script puts in the number of whoever is chosen.
            "face_address": address(self.model, "face", 0),
            "may_save": bool(context["autosave"]),
            "saved_state": saved_state(obj, context["unsaved"]),
        }

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= drawers.layout(context["adminform"], obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        left_out.keep_pasted(request, obj)

    def visible_rows(self, request):
        rows = super().visible_rows(request)
        return rows if self.sees_all(request) else rows.written_by(request.user)

    def get_queryset(self, request):
        return super().get_queryset(request).with_bylines()

    def get_changelist(self, request, **kwargs):
        return ArticleList

    @admin.display(description=_("picture"))
    def picture_column(self, obj):
        return thumbnail(obj.lead_image, "16:10")

    @admin.display(description=_("title"), ordering="title")
    def title_column(self, obj):
        names = get_text_list(obj.writers_in_list, gettext("and"))
        return format_html("{} <small>{}</small>", obj.title, names)

    @admin.display(description=_("about"))
    def about(self, obj):
        return ", ".join(obj.topics_in_list)

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        own = {"posted_by": request.user.get_full_name()}
        profile = Therapist.objects.filter(user=request.user).first()
        if profile and not self.sees_all(request):
            own["bylines"] = [{"therapist": profile, "name": "", "title": ""}]
        return own | initial

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


def saved_state(article, unsaved):
    """What is true of the form as it opens, beside the buttons."""
    if unsaved:
        return _("Not saved yet.")
    if article is None:
        return _("New: nothing is saved yet.")
    return _("Saved %(time)s") % {"time": readable_time(article.updated_at)}
