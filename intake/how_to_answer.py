from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from intake.documents.choices import ROUTES
from intake.further_ways import IS_PHONE, NO_CONTROL
from staff.copied import MailField, NameField, PhoneField

BAD_ADDRESS = _("Check the email address; it should look like name@example.com")


class HowToAnswerForm(forms.Form):
    """The one way the person may be answered. What belongs to another way is not kept."""

    route = forms.ChoiceField(
        label=_("How may we answer you?"),
        help_text=_("We use this one way and no other, unless you allow another one below."),
        choices=ROUTES.items(),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we may answer you")},
    )
    email = MailField(
        label=_("Email"),
        help_text=_("If you chose email. Use an address that only you open."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        # The old grammar allows them in quotes; nobody's mailbox has one.
        validators=[RegexValidator(r"[\x00-\x1f\x7f]", BAD_ADDRESS, inverse_match=True)],
        error_messages={"invalid": BAD_ADDRESS},
    )
    phone = PhoneField(
        label=_("Phone"),
        help_text=_(
            "If you chose a call or a text message. Best one that nobody else answers or reads."
        ),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "short"}),
        validators=[IS_PHONE],
    )
    may_say_practice = forms.BooleanField(
        label=_("OK to say the practice’s name if somebody else picks up or reads it"),
        help_text=_("If you leave this empty, we say only a first name."),
        required=False,
    )
    before_call = NameField(
        label=_("Good times, or anything we should know before we reach you"),
        help_text=_("For example: at noon only, never in the evening."),
        required=False,
        max_length=240,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        validators=[NO_CONTROL],
    )

    def clean(self):
        answers = super().clean()
        route = answers.get("route")
        if route == "email" and not answers.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write the email address we may answer to"))
        if route and route != "email" and not answers.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Write the phone number we may use"))
        # A slip in the address nobody will use must not keep the message from going out.
        unused = {"email": "phone"}.get(route, "email")
        if route and unused in self.errors:
            del self.errors[unused]
        return answers

    @property
    def how_to_answer(self):
        """Fields of ``Content``."""
        answers = self.cleaned_data
        is_by_email = answers["route"] == "email"
        return {
            "route": answers["route"],
            "email": answers["email"] if is_by_email else "",
            "phone": "" if is_by_email else answers["phone"],
            "may_say_practice": answers["may_say_practice"],
            "before_call": answers["before_call"],
        }
