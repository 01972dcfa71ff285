from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from editing import contents
from editing.rows import replace_rows
from pages.admin.facts import section
from pages.admin.facts_in_texts import texts_that_lack_one
from pages.forms import LOCATION_COLUMNS, LocationsField, StatesField
from pages.models import Practice
from pages.templatetags import opening_hours
from pages.time_zones import time_zones
from pages.week.fields import WeekField
from pictures.admin import library
from writing.admin.editor import EditorAdmin


class PracticeForm(forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)
    states_served = StatesField(
        label=_("States served"), help_text=_("Where clients may be during a session.")
    )
    weekly_hours = WeekField(
        label=_("Phone hours"), help_text=_("Single days on which nobody answers are closure days.")
    )
    locations = LocationsField(label=_("Locations"))

    class Meta:
        widgets = {"accent": forms.TextInput(attrs={"type": "color"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "weekly_hours" in self.fields:
            rows = self.instance.openinghours_set.values("weekday", "opens", "closes")
            self.initial.setdefault("weekly_hours", list(rows))
        if "locations" in self.fields:
            rows = self.instance.location_set.values(*LOCATION_COLUMNS)
            self.initial.setdefault("locations", list(rows))

    def _save_m2m(self):
        super()._save_m2m()
        if "weekly_hours" in self.fields:
            replace_rows(self.instance.openinghours_set, self.cleaned_data["weekly_hours"])
        if "locations" in self.fields:
            replace_rows(self.instance.location_set, self.cleaned_data["locations"])


@admin.register(Practice)
class PracticeAdmin(EditorAdmin):
    """One row: the list leads straight to it, and it is neither added nor deleted."""

    form = PracticeForm
    routes = library.ROUTES
    change_form_template = "admin/pages/practice/change_form.html"
    # Its class names a section: its address on the page, and what of it visitors see
    # (templates/admin/pages/practice).
    fieldsets = [
        (
            _("Who you are"),
            {
                "classes": ["who"],
                "fields": ["name", "short_name", "short_name_meaning", "tagline", "introduction"],
            },
        ),
        (
            _("How people reach you"),
            {
                "classes": ["reach"],
                "fields": ["phone", "voicemail_note", "email", "mail_name", "mail_reply_to"],
            },
        ),
        (
            _("When the phone is answered"),
            {"classes": ["open"], "fields": ["time_zone", "weekly_hours"]},
        ),
        (_("Where you work"), {"classes": ["where"], "fields": ["country", "states_served", "locations"]}),
        (
            _("What you promise"),
            {
                "classes": ["promise"],
                "fields": [
                    "response_days", "responder", "answers_in_spanish", "shows_answer_share", "minors_note",
                    "ages_note", "elsewhere_note", "plan_note",
                    "safety_protocol", "keeps_inquiries_months",
                ],
            },
        ),
        (_("How it looks"), {"classes": ["looks"], "fields": ["accent", "logo", "is_poster_shown"]}),
        (_("Who says yes"), {"classes": ["yes"], "fields": ["profiles_wait_for_yes"]}),
    ]  # fmt: skip

    class Media:
        css = {"all": ["css/desk/rows.css"]}

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        # Before anybody entered anything the form shows the defaults; saving makes the row.
        found = super().get_object(request, object_id, from_field)
        return found or (Practice(pk=1) if str(object_id) == "1" else None)

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(reverse("admin:pages_practice_change", args=[1]))

    def render_change_form(self, request, context, **kwargs):
        practice = context["adminform"].form.instance
        practice.pk = 1  # a first one that was refused has none
        context |= {
            "facts": practice,
            "tones": self.tones(practice),
            "sections": [section(fieldset, practice) for fieldset in context["adminform"]],
        }
        return super().render_change_form(request, context, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "profiles_wait_for_yes" in form.changed_data and obj.profiles_wait_for_yes:
            for content in contents.every():
                content.ask_in_place_of_times()
        if found := texts_that_lack_one(obj):
            message = _(
                "A fact that these texts take from here is empty now: %(texts)s. Read what they say instead."
            )
            messages.warning(request, message % {"texts": ", ".join(found)})

    def saving_says(self, practice):
        return _("Visitors see it on every page as soon as it is saved.")

    @admin.display(description=_("Phone hours"))
    def weekly_hours(self, practice):
        """In place of the table for those who may look and not change."""
        rows = opening_hours.hours_in_words(practice.hours)
        return format_html_join("", "<div>{}: {}</div>", rows)

    @admin.display(description=_("Locations"))
    def locations(self, practice):
        return format_html_join("", "<div>{}</div>", ((place,) for place in practice.locations))

    def tones(self, practice):
        # Drawn, not styled: the admin allows no style in the page.
        return format_html(
            '<svg width="200" height="48" role="img" aria-label="{}">'
            '<rect width="96" height="48" rx="8" fill="#fbf8f1"/>'
            '<text x="48" y="30" text-anchor="middle" fill="{}">{}</text>'
            '<rect x="104" width="96" height="48" rx="8" fill="#141a17"/>'
            '<text x="152" y="30" text-anchor="middle" fill="{}">{}</text></svg>',
            _("The accent in the light and in the dark theme"),
            practice.accent_light,
            _("By day"),
            practice.accent_dark,
            _("At night"),
        )
