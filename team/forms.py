from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.forms import VersionedForm
from editing.publishing_forms import AddressForm
from editing.rows import RowsField, replace_rows
from pages.forms import StateField
from pages.own_words import OwnWordsForm
from staff.desk_fields import DayInput
from staff.some_of_many import SomeOfMany
from team.models import (
    Credential,
    Identity,
    Payer,
    PracticeAuthority,
    Specialty,
    Supervision,
    Therapist,
)
from team.models.shown import is_of_name
from team.room_in_profile import keep_what_was_said


class TopicForm(OwnWordsForm, AddressForm):
    address_source = "name"


class IdentityForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meaning = [self.fields[name] for name in Identity.MEANING if name in self.fields]
        for field in meaning if self.instance.is_shared else ():
            field.disabled = True
            field.help_text = Identity.STAYS


class TherapistForm(OwnWordsForm, AddressForm, VersionedForm):
    """Everything about a therapist in one form: rows are fields of it."""

    address_source = "name"

    ordered_specialties = RowsField(
        {
            "specialty": forms.ModelChoiceField(Specialty.objects.all(), label=_("specialty")),
            "training": forms.CharField(
                label=_("training behind it"), max_length=160, required=False
            ),
        },
        label=_("Specialties"),
        row_label=_("Specialty"),
        unique="specialty",
        help_text=_(
            "The first ones are read first. Which training stands behind one, and how long it took, is read below it; "
            "empty: nothing is said."
        ),
    )
    credentials = RowsField(
        {
            "kind": forms.ChoiceField(
                label=_("kind"), choices=Credential.Kind.choices, initial=Credential.Kind.DEGREE
            ),
            "name": forms.CharField(label=_("in words"), max_length=120),
            "abbreviation": forms.CharField(label=_("letters"), max_length=20, required=False),
            "state": StateField(label=_("state"), initial=""),
            "number": forms.CharField(label=_("number"), max_length=40, required=False),
            "is_shown": forms.BooleanField(
                label=_("letters after the name"), initial=True, required=False
            ),
        },
        label=_("Credentials"),
        row_label=_("Credential"),
    )
    fees = RowsField(
        {
            "service": forms.CharField(label=_("service"), max_length=80),
            "minutes": forms.IntegerField(
                label=_("minutes"), min_value=1, max_value=600, required=False
            ),
            "amount": forms.IntegerField(label=_("US dollars"), min_value=0, max_value=100000),
            "note": forms.CharField(label=_("note"), max_length=120, required=False),
        },
        label=_("Fees"),
        row_label=_("Fee"),
    )
    payer_participations = RowsField(
        {
            "payer": forms.ModelChoiceField(Payer.objects.all(), label=_("insurer")),
            "as_of": forms.DateField(label=_("as of"), widget=DayInput),
        },
        label=_("Insurers accepted"),
        row_label=_("Insurer"),
        unique="payer",
        help_text=_("With the day on which somebody last checked."),
    )
    # Field of the form: the relation it keeps.
    rows = {
        "ordered_specialties": "therapistspecialty_set",
        "credentials": "credentials",
        "fees": "fees",
        "payer_participations": "payer_participations",
    }

    class Meta:
        widgets = {
            "modalities": SomeOfMany,
            "populations": SomeOfMany,
            "languages": SomeOfMany,
            "identities": SomeOfMany,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, relation in self.rows.items():
            if self.instance.pk and name in self.fields:
                stored = getattr(self.instance, relation).values(*self.fields[name].columns)
                self.initial.setdefault(name, list(stored))

    def clean(self):
        cleaned = super().clean()
        keep_what_was_said(self)
        self.refuse_leaving_somebody_alone(cleaned)
        return cleaned

    def refuse_leaving_somebody_alone(self, cleaned):
        """Whoever is responsible for a supervised person can be looked up by visitors."""
        left_on = cleaned.get("left_on")
        stays = cleaned.get("is_listed") and left_on is None
        if stays or not self.instance.pk or "is_listed" not in self.fields:
            return
        last_day = left_on if cleaned.get("is_listed") else timezone.localdate()
        row = self.instance.supervises.during("", last_day, None).first()
        if row:
            message = _("This person supervises %(name)s. End that first, under Supervisions.")
            field = "left_on" if cleaned.get("is_listed") else "is_listed"
            self.add_error(field, message % {"name": row.supervisee})

    def _save_m2m(self):
        super()._save_m2m()
        for name, relation in self.rows.items():
            if name in self.fields:
                replace_rows(getattr(self.instance, relation), self.cleaned_data[name])


class OwnProfileForm(AddressForm, VersionedForm):
    """What a clinician keeps up: the words and the availability. Name, title, credentials and whether the
    profile is shown at all are the practice's to say."""

    class Meta:
        widgets = {"identities": SomeOfMany}

    def clean_first_name_only(self):
        """It is public at once and stands in place of the name, which is the practice's to say."""
        typed, person = self.cleaned_data["first_name_only"], self.instance
        if typed and typed != person.first_name_only and not is_of_name(typed, person.name):
            message = _("Use words of the name above. A manager can set another one.")
            raise forms.ValidationError(message)
        return typed

    def clean(self):
        cleaned = super().clean()
        keep_what_was_said(self)
        return cleaned


class SupervisionForm(forms.ModelForm):
    state = StateField(label=_("State"), help_text=_("Empty: wherever this person works."))

    class Meta:
        model = Supervision
        fields = [
            "supervisee", "supervisor", "state", "from_day", "to_day",
            "deputy", "absent_from", "absent_to",
        ]  # fmt: skip


class AuthorityForm(forms.ModelForm):
    class Meta:
        model = PracticeAuthority
        fields = [
            "therapist", "kind", "state", "compact", "profession", "wording", "number", "way", "from_day", "to_day",
            "register_url", "checked_on", "checked_by", "late_until", "late_reason", "late_by",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "therapist" in self.fields:
            # What is written down for the first profile holds for its translations.
            self.fields["therapist"].queryset = Therapist.objects.filter(translation_of=None)
