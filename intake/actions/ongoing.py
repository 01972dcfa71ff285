"""What a coordinator does while an inquiry goes on: what was done, what is next, and a word to the person. All
forms are in ``intake.actions.FORMS``."""

from datetime import timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm, ToPersonForm, text_field
from intake.actions.who_answers import all_answering, answering
from intake.models import Inquiry
from intake.transitions.by_practice import Attempt
from staff.desk_fields import DayInput

FARTHEST = timedelta(days=366)
State, Next = Inquiry.State, Inquiry.Next


class NoteForm(ActionForm):
    action, title = "note", _("Add a note")
    move = "noted"
    button = _("Save note")
    starts_open = True
    done = _("The note is saved, sealed.")

    words = text_field(_("Note"), _("Only colleagues see it. It is sealed at once."))

    def save(self):
        transitions.noted(self.inquiry, self.cleaned_data["words"], self.user)


class AttemptForm(ActionForm):
    action, title = "attempt", _("Log a call or another try")
    move = "attempted"
    done = _("Saved.")
    answered_by = "outcome"

    outcome = forms.ChoiceField(
        label=_("How it went, now"),
        choices=Attempt.choices,
        error_messages={"required": _("Press how it went.")},
    )
    words = text_field(_("Notes (optional)"), required=False, rows=3)

    def save(self):
        transitions.attempted(
            self.inquiry,
            self.cleaned_data["outcome"],
            self.cleaned_data["words"],
            self.user,
            self.in_business_days,
        )


class OwnerField(forms.ModelChoiceField):
    def offer(self, inquiry):
        """As they are read once for the page; ``queryset`` is asked about whom is sent."""
        self.queryset = answering(inquiry)
        self.choices = lambda: [
            ("", self.empty_label),
            *((one.pk, str(one)) for one in all_answering(inquiry)),
        ]


class NextForm(ActionForm):
    """Changes only what was changed on the page: a colleague may have moved the rest meanwhile."""

    action, title = "next", _("Assign, and set the next step")
    move = "planned"
    button = _("Save")
    done = _("Saved.")

    # Named as it is posted: staff read “place”.
    place = forms.ChoiceField(
        label=_("Status"),
        choices=[row for row in State.choices if row[0] != State.CLOSED],
        show_hidden_initial=True,
    )
    owner = OwnerField(
        label=_("Assigned to"),
        queryset=get_user_model().objects.none(),
        required=False,
        show_hidden_initial=True,
    )
    next_action = forms.ChoiceField(
        label=_("Next"),
        choices=[("", "---------"), *(row for row in Next.choices if row[0])],
        show_hidden_initial=True,
        error_messages={"required": _("Say what is next, so that nobody is forgotten.")},
    )
    next_on = forms.DateField(
        label=_("On"),
        widget=DayInput,
        show_hidden_initial=True,
        error_messages={"required": _("Choose a day, so that nobody is forgotten.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        inquiry = self.inquiry
        self.fields["owner"].offer(inquiry)
        self.initial = {
            "place": inquiry.state if inquiry.is_open else State.TALKING,
            "owner": inquiry.owner_id,
            "next_action": inquiry.next_action,
            "next_on": inquiry.next_on,
        }

    def clean_next_on(self):
        day, today = self.cleaned_data["next_on"], timezone.localdate()
        is_new = "next_on" in self.changed_data
        if is_new and not today <= day <= today + FARTHEST:
            raise forms.ValidationError(_("Choose today or a day within a year."))
        return day

    def save(self):
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        is_moved = "place" in changed or not self.inquiry.is_open
        state = self.cleaned_data["place"] if is_moved else self.inquiry.state
        transitions.planned(self.inquiry, state, changed)


class NoteToPersonForm(ToPersonForm):
    action, title = "letter", _("Send them a secure message")
    move = "wrote_to_person"
    button = _("Send the secure message")

    words = text_field(
        _("Message"),
        _(
            "They read it on their private page, as you write it here. It is sealed: only their own link opens it."
        ),
        rows=8,
    )

    def save(self):
        transitions.wrote_to_person(
            self.inquiry, self.cleaned_data["words"], self.user, self.in_business_days
        )
