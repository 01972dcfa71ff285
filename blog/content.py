"""What editing has to know of an article."""

from django.utils.translation import gettext_lazy as _

from blog import authorship, review_requirements
from blog.forms import ArticleForm
from blog.models import Article, AskedText, Byline
from blog.signatures import Text
from blog.views import ArticleDetailView
from editing.contents import PublishableContent
from pages import own_words

# What of an article can say who wrote it.
SIGNED = (
    "body", "title", "opening_lines", "summary", *own_words.FIELDS, "posted_by", "cta_heading", "cta_text", "changed_note",
)  # fmt: skip


class ArticleContent(PublishableContent):
    model = Article
    form = ArticleForm
    fieldsets = [
        (None, {"fields": ["title", "bylines", "lead_image", "opening_lines", "body"]}),
        (_("About"), {"fields": ["specialties", "modalities", "summary"]}),
        (_("References"), {"fields": ["references"]}),
        (
            _("Review"),
            {
                "fields": [
                    ("reviewed_by", "reviewed_by_name", "reviewed_on"),
                    "next_review_on",
                    ("changed_note", "changed_on"),
                    "no_crisis_box_because",
                ],
            },
        ),
        (_("Series"), {"fields": [("series", "series_order")]}),
        (
            _("Ending"),
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
        (_("Times"), {"fields": ["publish_at", "withdraw_at"]}),
        (_("Address and search results"), {"fields": ["slug", *own_words.FIELDS]}),
    ]
    unversioned_fields = (*PublishableContent.unversioned_fields, "next_review_on")
    substance_fields = ("title", "bylines", "opening_lines", "body")
    beyond_wording = ("bylines",)
    waits_for_answers = True
    detail_view = ArticleDetailView
    lint_parts = {
        "title": "title",
        "opening_lines": "opening_lines",
        "summary": "summary",
        "body": "body",
    }
    lint_invitation = ("cta_heading", "cta_text", "cta_team_label", "cta_start_label")

    def store(self, form, by):
        row, is_new = form.instance, form.instance._state.adding
        if is_new:
            row.created_by, row.created_by_name = by, by.get_full_name()
        super().store(form, by)
        if is_new:
            row.keep_beginner(by)

    def requirements(self, row, form):
        bylines = form.cleaned_data.get("bylines") or []
        goes_out = form.cleaned_data.get("publish_at", form.instance.publish_at)
        return review_requirements.requirements(row, bylines, goes_out)

    def questions(self, row, form, user=None):
        bylines = form.cleaned_data.get("bylines") or []
        text = text_of(form.cleaned_data.get(name, getattr(form.instance, name)) for name in SIGNED)
        return list(authorship.questions(form.team, bylines, text, user))

    def reads_the_same(self, row, form):
        # A name that becomes a profile reads the same, and is another person to answer for.
        return {
            byline["therapist"].pk
            for byline in form.cleaned_data.get("bylines") or []
            if byline.get("therapist")
        } <= set(row.bylines.values_list("therapist", flat=True))

    def taken_back(self, row, set_aside, again):
        noted = AskedText.objects.filter(article=row, noted_version=set_aside.number)
        noted.update(noted_version=again.number)

    def may_need_yes(self, row):
        return review_requirements.is_about_supervised(row)

    def reviewers(self, row):
        return review_requirements.reviewers(row)

    def is_about(self, user, row):
        return Byline.objects.filter(article=row, therapist__user=user).exists()

    def key_of(self, user):
        return review_requirements.key_of(user)

    def account_of(self, key):
        return review_requirements.account_of(key)

    def email_of(self, key):
        return review_requirements.email_of(key) or super().email_of(key)


def text_of(values):
    """Of what the fields in ``SIGNED`` hold."""
    body, *around = (value or "" for value in values)
    return Text(body, tuple(around))
