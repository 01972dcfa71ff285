"""What is asked about once, and never refused: an address that looks like a slip, two answers that hardly go together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.documents.choices import AGES, FOR_WHOM
from intake.slips import likely_meant
from intake.young import YOUNGEST


class AskedOnceForm(forms.Form):
    # What was asked about: sent again as it is, it is meant.
    asked_about = forms.CharField(required=False, widget=forms.HiddenInput)
    asked_together = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self):
        answers = super().clean()
        address = answers.get("email") if answers.get("route") == "email" else ""
        if meant := address and likely_meant(address):
            message = _("Did you mean {meant}? If {address} is right, send it again as it is.")
            message = message.format(meant=meant, address=address)
            self.ask_once("asked_about", address, "email", message)
        whom, age = answers.get("for_whom", ""), answers.get("age", "")
        if is_odd(whom, age, is_grown_up=answers.get("is_grown_up", False)):
            message = _("You chose “{whom}” and “{age}”. If that is right, send it again as it is.")
            message = message.format(whom=FOR_WHOM[whom], age=AGES[age])
            self.ask_once("asked_together", f"{whom} {age}", "age", message)
        return answers

    def ask_once(self, name, what, field, message):
        if name not in self.fields or self.cleaned_data.get(name) == what:
            return
        self.data = self.data.copy()
        self.data[name] = what
        self.add_error(field, message)


def is_odd(whom, age, *, is_grown_up):
    """A couple with a child in it; somebody who writes for a child, and for themselves."""
    return age == YOUNGEST and (whom == "couple" or (whom == "me" and is_grown_up))
