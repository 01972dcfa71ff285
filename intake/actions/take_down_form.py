"""An inquiry that came by phone, voicemail or across the counter, written down while they talk."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.documents.choices import AGES, CAME_BY, FOR_WHOM
from intake.forms import InquiryForm
from intake.further_ways import label_for_staff
from team.models import Identity

# Whoever left a message or a letter was asked nothing, and is not said to have been.
AGREED = _(
    "They agreed that we use this to answer them, or left it as a message to be answered. It is not shared outside the "
    "practice, except where a life is in danger or the law requires it."
)
UNSAID = ("", _("Not said"))
# For whoever types: the form on the site speaks to the person.
LABELS = {
    "message": _("In their words"),
    "name": _("What to call them"),
    "route": _("How they want to be answered"),
    "before_call": _("Good times, or anything to know before calling"),
    "may_say_practice": _("OK to say the practice’s name if somebody else answers"),
    "state": _("State they will be in when they meet somebody"),
    "other_state": _("Which one, if somewhere else"),
    "for_whom": _("Who it is for"),
    "age": _("Age of whoever would come"),
    "language": _("Language they would rather talk in"),
    "topics": _("What it is about"),
    "therapist": _("Whom they asked for"),
    "group": _("Which group they asked about"),
    "format": _("How they would like to meet"),
    "times": _("When they could come"),
    "payment": _("How they would pay"),
    "other_payer": _("Which one, if another insurance"),
    "referrer": _("Who sent them"),
    "was_client": _("They have been a client here before"),
}


class TakeDownForm(InquiryForm):
    """The public form in the order of a conversation: what one hears first is their words. What was not said
    stays empty."""

    came_by = forms.ChoiceField(label=_("How it came"), choices=CAME_BY.items(), initial="call")
    fax = offered = asked_about = asked_together = is_grown_up = None

    field_order = [
        "message", "name", "phone", "route", "email", "may_say_practice", "before_call", "came_by",
        "state", "other_state", "for_whom", "age", "language", "topics", "therapist", "group", "format",
        "times", "payment", "other_payer", "consent",
    ]  # fmt: skip
    # Chosen in the directory, where they can be seen.
    NOT_ASKED = ("population", "modality", *Identity.Kind.values)
    # Drawn together in a fold: most calls need none of it.
    FOLDED = ("number", "person", "referrer", "was_client", "group")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = AGREED
        self.fields["consent"].error_messages["required"] = _("Ask whether we may keep it")
        self.fields["route"].initial = "call"
        for name, choices in [("for_whom", FOR_WHOM), ("age", AGES)]:
            self.fields[name] = forms.ChoiceField(
                choices=[UNSAID, *choices.items()], required=False
            )
        self.fields["state"].required = False
        self.fields["message"].max_length = 8000
        if not self.is_bound:
            self.fields["message"].widget.attrs["autofocus"] = True
        self.fields["name"].error_messages["required"] = _("Write a name to call them by")
        for name, label in LABELS.items():
            self.fields[name].label = label
        label_for_staff(self.fields)
        for name in self.NOT_ASKED:
            del self.fields[name]
        for field in self.fields.values():
            field.help_text = ""

    def fit_words(self):
        """Those of ``LABELS``, whoever it is about."""

    def at_once(self):
        """What they agreed to stands beside the button, always in view."""
        shown = [field for field in self.visible_fields() if field.name != "consent"]
        return [field for field in shown if not self.is_folded(field)]

    def folded(self):
        return [field for field in self.visible_fields() if self.is_folded(field)]

    def in_the_fold(self):
        return self.folded()

    def is_folded(self, field):
        return field.name.startswith(self.FOLDED)

    def content(self):
        came_by = self.cleaned_data["came_by"]
        return replace(super().content(), came_by=came_by, consent=str(AGREED))
