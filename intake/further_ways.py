"""Further numbers, and people who may be called about somebody: each with what is allowed there, and no more."""

import re

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from intake.documents.reaching import RELATIONS, FurtherNumber, OtherPerson
from intake.optional_choices import OptionalChoice
from staff.copied import NameField, PhoneField

MOST = 2
IS_PHONE = RegexValidator(
    r"^(?:\D*\d){7,15}\D*$",
    _("Check the phone number; it should look like (555) 010-0199"),
)
# A line that is shown and printed as it is.
NO_CONTROL = RegexValidator(
    re.compile(r"[\x00-\x1f\x7f]"), _("Write this with letters and signs"), inverse_match=True
)
ONE_LINE = {"autocomplete": "off"}


def line_field(label, help_text="", *, most):
    return NameField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=most,
        widget=forms.TextInput(attrs=ONE_LINE),
        validators=[NO_CONTROL],
    )


def phone_field(label):
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off", "class": "short"})
    return PhoneField(
        label=label, required=False, max_length=40, widget=widget, validators=[IS_PHONE, NO_CONTROL]
    )


def tick(label, help_text=""):
    return forms.BooleanField(label=label, help_text=help_text, required=False)


def fields_of_number():
    return {
        "phone": phone_field(_("Number")),
        "voicemail": tick(_("OK to leave a voicemail at this number")),
        "text": tick(_("OK to text this number")),
        "who": line_field(_("Who else may answer there?"), most=60),
    }


def fields_of_person():
    return {
        "name": line_field(_("Their name"), most=60),
        "relation": OptionalChoice(
            label=_("Who is that?"),
            choices=[("", RELATIONS[""]), *((k, v) for k, v in RELATIONS.items() if k)],
            required=False,
        ),
        "phone": phone_field(_("Their number")),
        "voicemail": tick(_("OK to leave this person a voicemail")),
        "told": tick(
            _("OK to tell this person that I contacted you"),
            _(
                "If you leave this empty, we do not. They never get email from us, and cannot open your private page."
            ),
        ),
    }


# What whoever writes it down for somebody reads, without headings: by the kind and the end of a field's name.
FOR_STAFF = {
    ("number", "phone"): _("Another number"),
    ("number", "voicemail"): _("OK to leave a voicemail at this number"),
    ("number", "text"): _("OK to text this number"),
    ("person", "name"): _("Somebody else who may be called"),
    ("person", "relation"): _("Who that is to them"),
    ("person", "phone"): _("That person’s number"),
    ("person", "voicemail"): _("OK to leave this person a voicemail"),
    ("person", "told"): _("OK to tell this person who contacted us"),
}


def label_for_staff(fields):
    for name, field in fields.items():
        group, _underscore, end = name.partition("_")
        field.label = FOR_STAFF.get((group[:-1], end), field.label)


class Group:
    """The fields of one number or person, as they are drawn together."""

    def __init__(self, fields):
        self.fields = fields

    @property
    def is_open(self):
        return any(field.data or field.errors for field in self.fields)


def declared():
    """``number1_phone`` and so on."""
    kinds = {"number": fields_of_number, "person": fields_of_person}
    return {
        f"{kind}{at}_{name}": one
        for kind, fields in kinds.items()
        for at in range(1, MOST + 1)
        for name, one in fields().items()
    }


class FurtherWaysForm(type("Declared", (forms.Form,), declared())):
    def clean(self):
        answers = super().clean()
        for at in range(1, MOST + 1):
            is_whole = answers.get(f"number{at}_phone") or f"number{at}_phone" in self.errors
            if answers.get(f"number{at}_who") and not is_whole:
                self.add_error(f"number{at}_phone", _("Write the number, or leave both empty"))
            is_named = answers.get(f"person{at}_name") or f"person{at}_name" in self.errors
            if answers.get(f"person{at}_phone") and not is_named:
                self.add_error(f"person{at}_name", _("Write whom we reach there"))
        return answers

    def group(self, kind, at):
        start = f"{kind}{at}_"
        return Group([self[name] for name in self.fields if name.startswith(start)])

    @property
    def number_groups(self):
        return [self.group("number", at) for at in range(1, MOST + 1)]

    @property
    def person_groups(self):
        return [self.group("person", at) for at in range(1, MOST + 1)]

    @property
    def further_ways(self):
        """Fields of ``Content``."""
        numbers = [self.given("number", at) for at in range(1, MOST + 1)]
        people = [self.given("person", at) for at in range(1, MOST + 1)]
        return {
            "numbers": [
                FurtherNumber(one["phone"], one["who"], one["voicemail"], one["text"])
                for one in numbers
                if one["phone"]
            ],
            "people": [
                OtherPerson(
                    one["name"], one["phone"], one["relation"], one["told"], one["voicemail"]
                )
                for one in people
                if one["name"]
            ],
        }

    def given(self, kind, at):
        start = f"{kind}{at}_"
        answers = self.cleaned_data.items()
        return {
            name.removeprefix(start): value for name, value in answers if name.startswith(start)
        }

    @staticmethod
    def initial_of(told):
        """What stood there, to be corrected."""
        found = {}
        for at, one in enumerate(told.numbers[:MOST], start=1):
            found |= {
                f"number{at}_phone": one.phone,
                f"number{at}_who": one.who_answers,
                f"number{at}_voicemail": one.may_leave_voicemail,
                f"number{at}_text": one.may_text,
            }
        for at, one in enumerate(told.people[:MOST], start=1):
            found |= {
                f"person{at}_name": one.name,
                f"person{at}_relation": one.relation,
                f"person{at}_phone": one.phone,
                f"person{at}_voicemail": one.may_leave_voicemail,
                f"person{at}_told": one.may_be_told,
            }
        return found
