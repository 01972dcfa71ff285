"""An inquiry that came by phone, voicemail or across the counter, written down while they talk."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.documents.content import AGES, CAME_BY, FOR_WHOM
from intake.forms import InquiryForm
from intake.further_ways import label_for_staff

# Whoever left a message or a letter was asked nothing, and is not said to have been.
AGREED = _(
    "They agreed, or left it for us to be answered. It is not shared outside the practice, except where a life "
    "is in danger or the law requires it."
)
UNSAID = ("", _("Not said"))


class TakeDownForm(InquiryForm):
    """The public form in the order of a conversation. What was not said stays empty."""

    came_by = forms.ChoiceField(label=_("How it came"), choices=CAME_BY.items(), initial="call")
    fax = offered = asked_about = None

    field_order = [
        "came_by", "name", "route", "phone", "email", "may_say_practice", "before_call", "state",
        "other_state", "for_whom", "age", "language", "topics", "therapist", "format", "times",
        "payment", "other_payer", "message", "consent",
    ]  # fmt: skip
    # Drawn together in a fold: most calls need none of it.
    FOLDED = ("number", "person", "referrer", "was_client")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = AGREED
        self.fields["consent"].error_messages["required"] = _("Ask whether we may keep it")
        self.fields["route"].initial = "call"
        for name, choices in [("for_whom", FOR_WHOM), ("age", AGES)]:
            field = forms.ChoiceField(
                label=self.fields[name].label, choices=[UNSAID, *choices.items()], required=False
            )
            self.fields[name] = field
        self.fields["state"].required = False
        self.fields["message"].label = _("In their words")
        self.fields["message"].max_length = 8000
        self.fields["before_call"].label = _("Good times, or anything to know before calling")
        self.fields["may_say_practice"].label = _(
            "If somebody else answers, the practice’s name may be said"
        )
        self.fields["language"].label = _("Language they would rather talk in")
        self.fields["was_client"].label = _("They have been a client here before")
        self.fields["referrer"].label = _("Who sent them")
        self.fields["other_state"].label = _("Which one, if somewhere else")
        self.fields["other_payer"].label = _("Which one, if another insurance")
        label_for_staff(self.fields)
        for field in self.fields.values():
            field.help_text = ""

    def at_once(self):
        return [field for field in self.visible_fields() if not self.is_folded(field)]

    def folded(self):
        return [field for field in self.visible_fields() if self.is_folded(field)]

    def is_folded(self, field):
        return field.name.startswith(self.FOLDED)

    def content(self):
        came_by = self.cleaned_data["came_by"]
        return replace(super().content(), came_by=came_by, consent=str(AGREED))
