"""What every form of the desk has, whichever admin it is of: native days and times, said once in which zone;
labels without a colon; an address that follows its title; what is wrong, with links to it; and what saving does
to readers."""

from django.db.models import DateField, DateTimeField, TextField, TimeField
from django.forms import SplitDateTimeField, TimeInput
from django.utils.translation import gettext_lazy as _

from pages.time_zones import zone_in_words
from practice_site.slips import slips_of
from staff.desk_fields import ClockInput, DayAndClock, DayInput
from writing.line_ends import AdminTextarea

CONTROLS = {
    TextField: {"widget": AdminTextarea},
    DateField: {"widget": DayInput},
    TimeField: {"widget": ClockInput},
    DateTimeField: {"form_class": SplitDateTimeField, "widget": DayAndClock},
}
# Whose rows visitors read as soon as they are saved.
READ_AT_ONCE = {"pages", "team", "pictures", "search"}


class DeskForms:
    def get_inline_instances(self, request, obj=None):
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            with_controls(inline)
        return inlines

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form, formsets = context["adminform"].form, context["inline_admin_formsets"]
        form.label_suffix = ""
        name_what_they_follow(context["adminform"].prepopulated_fields)
        for one in formsets:
            without_colons(one.formset)
        all_forms = [form, *(row for one in formsets for row in one.formset.forms)]
        context |= {
            "slips": [slip for one in all_forms for slip in slips_of(one)],
            "zone": zone_in_words(request.practice.time_zone) if asks_a_time(all_forms) else "",
            "saving_says": self.saving_says(obj),
        }
        return super().render_change_form(
            request, context, add=add, change=change, form_url=form_url, obj=obj
        )

    def saving_says(self, obj):
        """What pressing Save does to those who read the site; "" where the page says it itself."""
        own = getattr(super(), "saving_says", None)
        if own:
            return own(obj)
        if self.opts.app_label in READ_AT_ONCE:
            return _("Visitors see it as soon as it is saved.")
        return _("Only for those who work here: visitors see nothing of it.")


def with_controls(inline):
    for kind, options in CONTROLS.items():
        if kind not in type(inline).formfield_overrides:
            inline.formfield_overrides.setdefault(kind, {}).update(options)


def without_colons(formset):
    formset.form_kwargs["label_suffix"] = ""  # rows that are made later
    for form in formset.forms:
        form.label_suffix = ""


def name_what_they_follow(prepopulated_fields):
    """For ``static/js/desk/follow.js``. Without it the form's own ``clean`` fills in what is left empty."""
    for one in prepopulated_fields:
        ids = [field.auto_id for field in one["dependencies"]]
        one["field"].field.widget.attrs["data-made-from"] = " ".join(ids)


def asks_a_time(forms):
    return any(
        isinstance(field.widget, (TimeInput, ClockInput, DayAndClock))
        for form in forms
        for field in form.fields.values()
    )
