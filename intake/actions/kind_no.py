"""Saying that we cannot help: never without naming somebody who might, and where help is at once."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from intake import good_everywhere, transitions
from intake.actions.form import ToPersonForm, text_field
from intake.letters import naming_others
from intake.matching import outside
from intake.models import ReferralContact
from staff.some_of_many import SomeOfMany

MOST_NAMED = 6
AT_HAND = 3


class ContactsField(forms.ModelMultipleChoiceField):
    widget = SomeOfMany

    def offer(self, known):
        """These, in this order; they were read before."""
        self.choices = [(one.contact.pk, one.label) for one in known]


class KindNoForm(ToPersonForm):
    action, title = "no", _("Decline kindly, and name others")
    move = "referred"
    button = _("Send it to them and close")
    done = _("Your message is on their private page, with whom you named.")
    no_page = _("They have no page: say it the way they chose, then close it as referred.")
    chosen_by = "contacts"

    contacts = ContactsField(
        label=_("Others you name"),
        queryset=ReferralContact.objects.none(),
        help_text=_("From the referral book. At least one, so that nobody is left with nothing."),
        error_messages={"required": _("Name at least one: nobody should be left with nothing.")},
    )
    words = text_field(
        _("Message"), _("Whom you named and the crisis lines are put below it."), rows=8
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field, book = self.fields["contacts"], outside.book()
        self.fitting = outside.fitting(self.told) if self.told else []
        first = {one.contact.pk for one in self.fitting}
        field.queryset = ReferralContact.objects.offered()
        field.offer([*self.fitting, *(one for one in book if one.contact.pk not in first)])
        if not book:
            self.say_that_the_book_is_empty()
        elif not any(one.is_good_everywhere for one in book):
            field.help_text = format_html("{} {}", field.help_text, good_everywhere.offered())
        self.begin_with("intake/kind_no.txt")

    def say_that_the_book_is_empty(self):
        field = self.fields["contacts"]
        # In a window of its own: what was written here stays.
        field.help_text = format_html(
            '{} <a href="{}" target="_blank" rel="noopener">{}</a>. {}',
            _("The referral book is empty, so there is nobody to name yet."),
            reverse("admin:intake_referralcontact_add"),
            _("Put somebody in, in another window"),
            good_everywhere.offered(),
        )
        field.error_messages["required"] = _(
            "The referral book is empty. Put somebody in, in another window, and press "
            "again: your message stays here until then."
        )

    @property
    def at_hand(self):
        """Those of the book who fit: chosen by one press that opens the letter."""
        return [one.contact for one in self.fitting[:AT_HAND]]

    def clean_contacts(self):
        contacts = self.cleaned_data["contacts"]
        if len(contacts) > MOST_NAMED:
            raise forms.ValidationError(
                _("More than {number} are no help to choose from.").format(number=MOST_NAMED)
            )
        return contacts

    def save(self):
        words, contacts = self.cleaned_data["words"], self.cleaned_data["contacts"]
        with self.in_their_language():
            text = str(naming_others(words, contacts, self.practice))
        transitions.referred(self.inquiry, text, self.user)
