"""What keeps an inquiry from being erased: a legal hold, or somebody who brings it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm, text_field
from intake.models import RoomEvent


class HoldForm(ActionForm):
    """A legal hold, or its end; why is kept with it, sealed. What is wanted stands in the page, so that
    a second press does not take back the first."""

    action, title = "hold", _("Legal hold")
    move = "held"
    event = RoomEvent.Kind.HELD
    done = _("Saved.")
    BEGIN, END = "begin", "end"

    want = forms.ChoiceField(choices=[(BEGIN, BEGIN), (END, END)], widget=forms.HiddenInput)
    words = text_field(
        _("Why"),
        _(
            "While there is one, nobody can erase this inquiry. Say whose advice it is, and which case."
        ),
        rows=2,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"want": self.END if self.inquiry.is_held else self.BEGIN}

    @property
    def button(self):
        return _("Lift the legal hold") if self.inquiry.is_held else _("Place a legal hold")

    def save(self):
        is_held = self.cleaned_data["want"] == self.BEGIN
        transitions.held(self.inquiry, self.cleaned_data["words"], self.user, is_held=is_held)


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
