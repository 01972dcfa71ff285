"""How an inquiry ends, and what keeps it from ending: closed, merged, handed over, held."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions import duplicates
from intake.actions.form import ActionForm, text_field
from intake.documents import same_person
from intake.models import Inquiry, RoomEvent

Outcome = Inquiry.Outcome


class CloseForm(ActionForm):
    action, title = "close", _("Close")
    move = "closed"
    button = _("Close it")
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
            "required": _("Choose why it is closed; the person reads it on their page.")
        },
    )
    words = text_field(_("Note for your colleagues"), required=False, rows=2)

    def save(self):
        answers = self.cleaned_data
        transitions.closed(self.inquiry, answers["because"], answers["words"], self.user)


class MergeForm(ActionForm):
    """The same person wrote twice: this one is closed, and the other goes on with its promise."""

    action, title = "merge", _("It is the same as another one")
    move = "merged"
    button = _("Close this one, go on with the other")
    done = _("Closed as the same. Go on with the other one.")
    # That two are from the same address says that somebody has written before.
    needs_told = True

    twin = forms.ModelChoiceField(label=_("The other one"), queryset=Inquiry.objects.none())

    @classmethod
    def suits(cls, inquiry):
        return duplicates.of(inquiry).open().exists()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = duplicates.of(self.inquiry).open()
        self.fields["twin"].queryset = others
        if len(others) == 1:
            self.initial = {"twin": others[0]}

    def save(self):
        twin = self.cleaned_data["twin"]
        transitions.merged(self.inquiry, twin, self.user)
        same_person.share_notes(twin, self.room)


class HoldForm(ActionForm):
    """A legal hold, or its end; why is kept with it, sealed. What is wanted stands in the page, so that
    a second press does not take back the first."""

    action, title = "hold", _("Legal hold")
    move = "held"
    event = RoomEvent.Kind.HELD
    done = _("Saved.")
    BEGIN, END = "begin", "end"

    want = forms.ChoiceField(choices=[(BEGIN, BEGIN), (END, END)], widget=forms.HiddenInput)
    words = text_field(_("Why"), _("Whose advice, and which case."), rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"want": self.END if self.inquiry.is_held else self.BEGIN}

    @property
    def button(self):
        return _("Lift the hold") if self.inquiry.is_held else _("It must be kept")

    def save(self):
        is_held = self.cleaned_data["want"] == self.BEGIN
        transitions.held(self.inquiry, self.cleaned_data["words"], self.user, is_held=is_held)


class HandOverForm(ActionForm):
    """They became a client: the record system has what it needs, so this can go."""

    action, title = "handed", _("The record system has it")
    move = "handed_over"
    button = _("It is in the record system")
    done = _("Kept. In thirty days it is erased here.")

    @classmethod
    def suits(cls, inquiry):
        return inquiry.is_to_be_handed_over

    def save(self):
        transitions.handed_over(self.inquiry, self.user)


class BringBackForm(ActionForm):
    """A colleague's eraser is not the last word: for a day, anybody who answers inquiries takes it back."""

    action, title = "back", _("Bring it back")
    move = "brought_back"
    starts_open = True
    event = RoomEvent.Kind.BROUGHT_BACK
    button = _("Bring it back")
    done = _("It is back, where it stood.")

    def save(self):
        transitions.brought_back(self.inquiry)
