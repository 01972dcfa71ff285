"""A slip in an address, or a new number: how to reach somebody is the one thing that may be corrected
in what they told. It is opened and closed again, so it needs an unlocked room."""

from dataclasses import replace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import letters, sealed
from intake.content import to_document
from intake.desk.form import DeskForm
from intake.forms import HowToAnswerForm
from intake.models import Entry
from intake.receiving import address_index


class CorrectForm(DeskForm, HowToAnswerForm):
    action, title = "correct", _("Correct how to reach them")
    button = _("Correct it")
    done = _("Corrected. What stood there before is in a note, sealed.")
    needs_told = True
    also_saves = ["content", "practice_key", "address_index", "acknowledgment"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.help_text = ""
            self.initial[name] = getattr(self.told, name, None)

    def clean(self):
        if self.told is None:
            raise forms.ValidationError(
                _(
                    "The room has locked itself. Unlock it in another window and save again: what you "
                    "typed stays here until then."
                )
            )
        return super().clean()

    def save(self):
        before, inquiry = self.told, self.inquiry
        after = replace(before, **self.how_to_answer)
        was = _("Before: {way}, {address}")
        self.write(
            Entry.Kind.NOTE,
            str(was).format(way=before.route_words, address=before.address),
            title=str(_("How to reach them was corrected")),
        )
        inquiry.content, inquiry.practice_key = sealed.close(
            to_document(after), sealed.CONTENT, inquiry.pk
        )
        inquiry.address_index = address_index(after)
        if after.address != before.address:
            self.send_first_mail_again(after)

    def send_first_mail_again(self, after):
        """What went to the wrong address is taken back where it still waits."""
        inquiry, before = self.inquiry, self.inquiry.acknowledgment
        is_promised = inquiry.is_waiting_for_us and inquiry.due_on >= timezone.localdate()
        inquiry.acknowledgment = (
            letters.acknowledge(after, self.practice, after.code, inquiry.due_on)
            if is_promised and after.code
            else None
        )
        if before:
            before.delete()
