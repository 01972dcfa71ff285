"""A slip in an address, or a new number: how to reach somebody is the one thing that may be corrected
in what they told. It is opened and closed again."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import mails, transitions
from intake.actions.form import ActionForm
from intake.documents import sealed
from intake.documents.content import to_document
from intake.how_to_answer import HowToAnswerForm
from intake.receiving import address_index, way_for_person
from outbox.models import Message

# What was told and how it is found. Where the inquiry stands is stored by its move.
CORRECTED = ["content", "practice_key", "address_index", "way_for_person"]


class CorrectForm(ActionForm, HowToAnswerForm):
    action, title = "correct", _("Correct how to reach them")
    button = _("Correct it")
    done = _("Corrected. What stood there before is in a note, sealed.")
    move = "corrected"
    needs_told = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.help_text = ""
            self.initial[name] = getattr(self.told, name, None)

    def save(self):
        before, inquiry = self.told, self.inquiry
        after = replace(before, **self.how_to_answer)
        was = _("Before: {way}, {address}")
        text = str(was).format(way=before.route_label, address=before.address)
        transitions.corrected(inquiry, text, self.user)
        inquiry.content, inquiry.practice_key = sealed.close(
            to_document(after), sealed.CONTENT, inquiry.pk
        )
        inquiry.address_index = address_index(after)
        inquiry.way_for_person = way_for_person(inquiry, after)
        inquiry.save(update_fields=CORRECTED)
        if after.address != before.address:
            self.send_first_mail_again(after)

    def send_first_mail_again(self, after):
        """What waits for the wrong address is taken back."""
        inquiry = self.inquiry
        inquiry.mail.exclude(state=Message.State.SENT).delete()
        is_promised = inquiry.is_waiting_for_us and inquiry.due_on >= timezone.localdate()
        if is_promised and after.code:
            mails.acknowledge(inquiry, after)
