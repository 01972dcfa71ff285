"""How an inquiry ends: closed, or handed over to the record system."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm, text_field
from intake.models import Inquiry
from intake.still_room import who_said_yes

Outcome = Inquiry.Outcome


class CloseForm(ActionForm):
    action, title = "close", _("Close")
    move = "closed"
    button = _("Close the inquiry")
    done = _("Closed.")

    # One that is the same as another one is closed where the other one is named.
    because = forms.ChoiceField(
        label=_("Because"),
        # Nothing is chosen beforehand: the person reads the reason on their page.
        choices=[
            ("", _("Choose why")),
            *(row for row in Outcome.choices if row[0] and row[0] != Outcome.DUPLICATE),
        ],
        error_messages={
            "required": _("Choose why it is closed; the person reads it on their private page.")
        },
    )
    words = text_field(_("Note for your colleagues"), required=False, rows=2)

    def save(self):
        answers = self.cleaned_data
        transitions.closed(self.inquiry, answers["because"], answers["words"], self.user)

    def accepted_by(self):
        is_client = self.cleaned_data["because"] == Outcome.CLIENT
        return who_said_yes(self.inquiry, self.room) if is_client else None


class HandOverForm(ActionForm):
    """They became a client: the record system has what it needs, so this can go."""

    action, title = "handed", _("It is in the record system (EHR)")
    move = "handed_over"
    button = _("It is in the record system (EHR)")
    done = _("Kept. In thirty days it is erased here.")

    @classmethod
    def suits(cls, inquiry):
        return inquiry.is_to_be_handed_over

    def save(self):
        transitions.handed_over(self.inquiry, self.user)
