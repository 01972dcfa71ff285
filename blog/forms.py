from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blog.models import Article, Byline
from pages.forms import PublishingForm
from pages.richtext import plain_text
from pages.rows import RowsField, replace_rows
from team.models import Therapist


class BylinesField(RowsField):
    """Authors in order: a therapist of the practice, or a name for a guest or somebody who left."""

    def __init__(self, **kwargs):
        columns = {
            "therapist": forms.ModelChoiceField(
                Therapist.objects.order_by("name"), label=_("Therapist"), required=False
            ),
            "name": forms.CharField(label=_("or a name"), max_length=120, required=False),
            "title": forms.CharField(
                label=_("Title when it was written"),
                max_length=120,
                required=False,
                help_text=_("Empty: taken from the profile when the article goes out."),
            ),
        }
        super().__init__(columns, row_label=_("Author"), blank_rows=2, **kwargs)

    def clean_row(self, row):
        if not row["therapist"] and not row["name"]:
            raise ValidationError({"therapist": _("Choose a therapist or write a name.")})
        return row


class ArticleForm(PublishingForm):
    """Everything an article is, in one form: what a version of it would hold."""

    bylines = BylinesField(label=_("Written by"))

    class Meta:
        model = Article
        fields = [
            "title", "slug", "bylines", "lead_image", "opening_lines", "body", "specialties",
            "modalities", "summary", "posted_by", "cta_heading", "cta_text", "cta_team_label",
            "cta_start_label", "publish_at", "withdraw_at",
        ]  # fmt: skip
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField", "spellcheck": "true"}),
            "opening_lines": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "cta_text": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "specialties": forms.CheckboxSelectMultiple,
            "modalities": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            rows = Byline.objects.filter(article=self.instance).select_related("therapist")
            self.initial["bylines"] = [
                {"therapist": row.therapist, "name": row.name, "title": row.title} for row in rows
            ]

    def check_ready(self):
        errors = {}
        if not plain_text(self.cleaned_data.get("body")):
            errors["body"] = _("There is no text yet.")
        if "bylines" in self.fields and not self.cleaned_data.get("bylines"):
            errors["bylines"] = _("Say who wrote it.")
        if errors:
            raise ValidationError(errors)

    def _save_m2m(self):
        super()._save_m2m()
        if "bylines" in self.changed_data:
            replace_rows(self.instance.bylines, self.cleaned_data["bylines"])
            if self.instance.was_public:
                self.instance.keep_titles()
