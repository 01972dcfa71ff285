from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.forms import StateField
from staff.desk_fields import DayInput
from team.models import Supervision, Therapist, TitleWording

MOST_AT_ONCE = 6


class YearForm(forms.Form):
    """Who leaves, and on which days that and the arriving is."""

    leaving = forms.ModelMultipleChoiceField(
        Therapist.objects.none(),
        label=_("Who leaves"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    last_day = forms.DateField(label=_("Last day here"), required=False, widget=DayInput)
    first_day = forms.DateField(
        label=_("First day of those who arrive"), required=False, widget=DayInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        current = Supervision.objects.current(timezone.localdate()).values("supervisee")
        people = Therapist.objects.listed().filter(pk__in=current, translation_of=None)
        self.fields["leaving"].queryset = people.order_by("name")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("leaving") and not cleaned.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", _("Say which day is the last one."))
        return cleaned


class ArrivalForm(forms.Form):
    """One person who arrives: somebody with a profile, or a new one."""

    profile = forms.ModelChoiceField(
        Therapist.objects.filter(translation_of=None).order_by("name"),
        label=_("Who arrives, with a profile"),
        required=False,
        empty_label=_("a new profile"),
    )
    name = forms.CharField(label=_("Or the name of somebody new"), max_length=120, required=False)
    title = forms.CharField(label=_("Title line, of somebody new"), max_length=120, required=False)
    supervisor = forms.ModelChoiceField(
        Therapist.objects.filter(translation_of=None, is_listed=True).order_by("name"),
        label=_("Supervised by"),
    )
    state = StateField(label=_("In the state"), initial="", required=True)
    wording = forms.ModelChoiceField(
        TitleWording.objects.all(), label=_("Title in the words of the state"), required=False
    )
    number = forms.CharField(label=_("Number"), max_length=40, required=False)
    until = forms.DateField(label=_("Until"), required=False, widget=DayInput)

    def clean(self):
        cleaned = super().clean()
        name, profile = cleaned.get("name"), cleaned.get("profile")
        if bool(name) == bool(profile):
            self.add_error("profile", _("Choose a profile, or write the name of somebody new."))
        elif name and Therapist.objects.filter(name__iexact=name).exists():
            self.add_error("name", _("There is a profile with this name: choose it."))
        elif name and not cleaned.get("title"):
            self.add_error("title", _("Say with which title."))
        return cleaned


ArrivalSet = forms.formset_factory(
    ArrivalForm, extra=2, max_num=MOST_AT_ONCE, absolute_max=MOST_AT_ONCE
)
