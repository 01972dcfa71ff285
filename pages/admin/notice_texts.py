from django.contrib import admin, messages
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pages.models import LegalNotice, NoticeText
from pages.notices.text_form import NoticeTextForm, begin_after
from staff.admin_routes import Route, address
from staff.desk_icons import state
from staff.short_time import short_day
from writing.admin.editor import EditorAdmin


def begin_next(request, model_admin, pk):
    """The form for one more, as the text that visitors read now."""
    notice = get_object_or_404(LegalNotice, pk=pk)
    request.begins_with = begin_after(notice)
    return model_admin.add_view(request, form_url=address(NoticeText, "add"))


@admin.register(NoticeText)
class NoticeTextAdmin(EditorAdmin):
    """Drafts, what stands, and what stood: this last is only read."""

    form = NoticeTextForm
    list_display = ["words", "standing", "from_day", "office"]
    list_filter = ["notice__kind"]
    list_select_related = ["notice"]
    search_fields = ["title", "text", "reason", "notice__name"]
    # One at a time: what was in force stays.
    actions = None
    routes = [*EditorAdmin.routes, Route("add/of/<int:pk>/", begin_next, "begin_next")]
    fieldsets = [
        (_("What is told"), {"fields": ["notice", "outcome", "title", "text"]}),
        (
            _("Privacy practices only"),
            {"fields": ["has_substance_use", "substance_use_text"], "classes": ["collapse"]},
        ),
        (
            _("Who answers for it"),
            {"fields": ["contact_name", ("contact_phone", "contact_email")]},
        ),
        (
            _("If it does not apply to you"),
            {"fields": ["reason", "decided_by"], "classes": ["collapse"]},
        ),
        (_("The agency’s model text"), {"fields": [("model_url", "model_seen_on")]}),
        (_("When"), {"fields": ["in_force_from", "puts_in_force"]}),
    ]

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        # Sent from a page that was opened before, it comes back with every word: the form refuses it.
        is_sent = request.method == "POST"
        return may and (is_sent or not (obj and obj.has_stood))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.has_stood)

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        # Whoever may only read sees no box to press.
        return found if self.has_form(request, obj) else without_box(found)

    def has_form(self, request, obj):
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)

    def get_changeform_initial_data(self, request):
        initial = {"decided_by": request.user.get_full_name() or str(request.user)}
        return initial | getattr(request, "begins_with", {})

    def save_model(self, request, obj, form, change):
        if form.cleaned_data["puts_in_force"]:
            obj.put_in_force(request.user.get_full_name() or str(request.user))
            messages.success(request, in_force_in_words(obj))
        else:
            obj.save()

    def saving_says(self, obj):
        return _("Visitors see it once it is put in force.")

    @admin.display(description=_("text"), ordering="notice")
    def words(self, row):
        return str(row)

    @admin.display(description=_("on the site"))
    def standing(self, row):
        if not row.is_shown:
            return state("draft", "shut", _("draft"))
        if not row.has_stood:
            return state("scheduled", "clock", _("waits for its day"))
        return state("live", "ajar", _("stood from {day}").format(day=moment(row.shown_from)))

    @admin.display(description=_("in force from"), ordering="in_force_from")
    def from_day(self, row):
        return short_day(row.in_force_from)

    @admin.display(description=_("in the office"))
    def office(self, row):
        return short_day(row.in_office_on)


def moment(when):
    return short_day(when.date())


def in_force_in_words(text):
    if text.has_stood:
        return _("It is in force now, and is kept as it is.")
    day = date_format(text.in_force_from, "F j, Y")
    return _("It is in force from %(day)s on. Until then you can still change it.") % {"day": day}


def without_box(fieldsets):
    return [
        (
            name,
            {**options, "fields": [one for one in options["fields"] if one != "puts_in_force"]},
        )
        for name, options in fieldsets
    ]
