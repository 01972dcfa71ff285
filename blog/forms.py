from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from blog.authorship import Team
from blog.models import Article
from blog.models.article import refuse_unready
from blog.models.care import LONGEST_REFERENCE
from blog.review_requirements import supervisors
from editing.publishing_forms import PublishingForm
from editing.rows import RowsField, replace_rows
from editing.snapshots import as_query
from pages.addresses import StraightURLField
from pages.own_words import OwnWordsForm
from staff.some_of_many import SomeOfMany
from team.models import Therapist
from team.names import Likeness, likeness
from writing.line_ends import OneLine, Textarea

# Written where it will stand: its label lies in it as long as it is empty, which a browser tells by a placeholder.
IN_PLACE = {"class": "inplace", "spellcheck": "true", "placeholder": " "}


class BylinesField(RowsField):
    """Authors in order: a therapist of the practice, or a name for a guest or somebody who left."""

    def __init__(self, **kwargs):
        columns = {
            "therapist": forms.ModelChoiceField(
                Therapist.objects.order_by("name"), label=_("Therapist"), required=False
            ),
            "name": forms.CharField(label=_("or a name"), max_length=120, required=False),
            "title": forms.CharField(
                label=_("Job title shown here"),
                max_length=1000,
                required=False,
                help_text=_("Empty: taken from the profile when the article goes out."),
            ),
        }
        super().__init__(columns, row_label=_("Author"), blank_rows=2, **kwargs)

    def clean_row(self, row):
        if not row["therapist"] and not row["name"]:
            raise ValidationError({"therapist": _("Choose a therapist or write a name.")})
        if row["therapist"] and row["name"]:
            if likeness(row["name"], row["therapist"].name) != Likeness.SAME:
                message = _("Choose a therapist or write a name, not both: they may be two people.")
                raise ValidationError({"name": message})
            row["name"] = ""
        return row

    def rows_in(self, snapshot, name, people):
        """The rows of a snapshot, with ``people`` (by id as text) for therapists; asks no database."""
        raw = self.widget.value_from_datadict(as_query(snapshot), {}, name) or []
        for row in self.in_order(raw):
            yield row.values | {"therapist": people.get(row.values["therapist"])}


class HttpsField(StraightURLField):
    default_validators = [URLValidator(schemes=["https"])]
    default_error_messages = {"invalid": _("Write an address that starts with https://.")}


class ReferencesField(RowsField):
    """Sources in the order of their numbers."""

    def __init__(self, **kwargs):
        columns = {
            "text": forms.CharField(
                label=_("Source, in words"),
                max_length=LONGEST_REFERENCE,
                widget=Textarea(attrs={"rows": 2}),
            ),
            "url": HttpsField(label=_("Link"), max_length=500, required=False),
        }
        super().__init__(columns, row_label=_("Reference"), blank_rows=2, **kwargs)

    def clean(self, value):
        # Texts from before there were references came without them: those that are there stay.
        return None if value is None else super().clean(value)


class ArticleForm(OwnWordsForm, PublishingForm):
    """Everything an article is, in one form: what a version of it would hold."""

    completed_fields = ("bylines", "reviewed_by_name", "changed_on")
    bylines = BylinesField(label=_("Written by"))
    references = ReferencesField(
        label=_("References"),
        help_text=_("Write [1] in the text where the first one belongs, [2] for the second."),
    )
    reviewed_by = forms.ModelChoiceField(
        Therapist.objects.order_by("name"),
        label=_("Clinically reviewed by"),
        required=False,
        help_text=_("A clinician who has read it for what it says about treatment and health."),
    )

    class Meta:
        model = Article
        fields = [
            "title", "slug", "bylines", "lead_image", "opening_lines", "body", "specialties",
            "modalities", "summary", "search_title", "search_description", "posted_by", "cta_heading", "cta_text", "cta_team_label",
            "cta_start_label", "reviewed_by", "reviewed_by_name", "reviewed_on", "next_review_on",
            "changed_note", "changed_on", "series", "series_order", "no_crisis_box_because", "publish_at", "withdraw_at",
        ]  # fmt: skip
        labels = {"reviewed_by_name": _("Name shown")}
        widgets = {
            "title": OneLine(attrs=IN_PLACE),
            "opening_lines": Textarea(attrs=IN_PLACE | {"rows": 1}),
            "cta_text": Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "search_description": Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "changed_note": Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "specialties": SomeOfMany,
            "modalities": SomeOfMany,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "title" in self.fields and not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True
        if "body" in self.fields:
            self.fields["body"].widget.attrs["placeholder"] = _("Write here, or paste a whole text")
        if self.instance.pk:
            self.initial["bylines"] = [
                {"therapist": row.therapist_id, "name": row.name, "title": row.title}
                for row in self.instance.bylines.all()
            ]
        if "references" in self.fields:
            self.initial["references"] = self.instance.reference_rows

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("references") is not None:
            self.instance.reference_rows = cleaned["references"]
        self.complete_review(cleaned)
        self.complete_change(cleaned)
        return cleaned

    def clean_bylines(self):
        """A name that is somebody's of the team is that person, supervision included."""
        return self.team.rows(self.cleaned_data["bylines"])

    def names_are_people_now(self):
        """Whether a name that nobody touched has become somebody of the team meanwhile."""
        before = [row["therapist"] for row in self.initial.get("bylines", [])]
        rows = self.cleaned_data.get("bylines", [])
        return before != [row["therapist"] and row["therapist"].pk for row in rows]

    @cached_property
    def team(self):
        return Team(self.instance)

    def complete_review(self, cleaned):
        """The reviewer's name is written down as of the review, so that it stays true."""
        who, day = cleaned.get("reviewed_by"), cleaned.get("reviewed_on")
        is_new = {"reviewed_by", "reviewed_on"} & set(self.changed_data)
        if is_new and "reviewed_by_name" not in self.changed_data:
            cleaned["reviewed_by_name"] = "" if who or not day else cleaned.get("reviewed_by_name")
        if who and not cleaned.get("reviewed_by_name"):
            kept = "" if is_new else self.instance.reviewed_by_name
            cleaned["reviewed_by_name"] = kept or who.shown_name_with_credentials
        if day and day > timezone.localdate():
            self.add_error("reviewed_on", _("This day is still to come."))
        elif day and not cleaned.get("reviewed_by_name"):
            self.add_error("reviewed_by", _("Say who reviewed it."))
        elif who and day and is_new and supervisors(who, day):
            message = _("%(name)s was supervised on that day. Choose whoever was responsible.")
            self.add_error("reviewed_by", message % {"name": who.name})
        elif cleaned.get("reviewed_by_name") and not day and "reviewed_on" not in self.errors:
            self.add_error("reviewed_on", _("Say on which day it was reviewed."))

    def complete_change(self, cleaned):
        note, day = cleaned.get("changed_note"), cleaned.get("changed_on")
        if note and not day and "changed_on" not in self.errors:
            cleaned["changed_on"] = timezone.localdate()
        elif day and not note and "changed_note" not in self.errors:
            if "changed_on" in self.changed_data:
                self.add_error("changed_note", _("Say in one sentence what changed."))
            else:
                cleaned["changed_on"] = None

    def check_ready(self):
        # Whoever may not change who wrote it is not asked for it.
        has_bylines = "bylines" not in self.fields or bool(self.cleaned_data.get("bylines"))
        refuse_unready(self.cleaned_data.get("body"), has_bylines=has_bylines)

    def _save_m2m(self):
        super()._save_m2m()
        if "bylines" in self.changed_data or self.names_are_people_now():
            replace_rows(self.instance.bylines, self.cleaned_data["bylines"])
            if self.instance.was_public:
                self.instance.keep_titles()
