from django import forms
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.forms import StateField, StatesField
from pages.models import ContactRoute, Location, OpeningHours, Practice
from pages.time_zones import time_zones
from pictures.admin import library
from writing.admin.editor import EditorAdmin


class PracticeForm(forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)
    states_served = StatesField(
        label=_("States served"), help_text=_("Where clients may be during a session.")
    )

    class Meta:
        widgets = {"accent": forms.TextInput(attrs={"type": "color"})}


class LocationForm(forms.ModelForm):
    state = StateField(label=_("State"))


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    extra = 2


class LocationInline(admin.StackedInline):
    model = Location
    form = LocationForm
    extra = 0


@admin.register(Practice)
class PracticeAdmin(EditorAdmin):
    """One row: the list leads straight to it, and it is neither added nor deleted."""

    form = PracticeForm
    routes = library.ROUTES
    inlines = [OpeningHoursInline, LocationInline]
    readonly_fields = ["tones"]
    fieldsets = [
        (
            _("Who you are"),
            {"fields": ["name", "short_name", "short_name_meaning", "tagline", "introduction"]},
        ),
        (
            _("How people reach you"),
            {"fields": ["phone", "voicemail_note", "email", "time_zone", "states_served"]},
        ),
        (
            _("What you promise"),
            {"fields": ["response_days", "responder", "shows_answer_share", "minors_note"]},
        ),
        (_("The mail we send"), {"fields": ["mail_name", "mail_reply_to"]}),
        (_("Among yourselves"), {"fields": ["safety_protocol", "keeps_inquiries_months"]}),
        (_("How it looks"), {"fields": ["accent", "tones", "logo", "is_poster_shown"]}),
    ]

    class Media:
        css = {"all": ["css/rows.css"]}

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

    @admin.display(description=_("its two tones"))
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


@admin.register(ContactRoute)
class ContactRouteAdmin(admin.ModelAdmin):
    list_display = ["audience", "phone", "email", "link", "order"]
    list_editable = ["order"]
