"""A slip in an address, or a new number: how to reach somebody is the one thing that may be corrected
in what they told. It is opened and closed again."""

from dataclasses import replace

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import care_alone, mails, transitions
from intake.actions.form import ActionForm
from intake.documents import sealed
from intake.documents.content import to_document
from intake.further_ways import FurtherWaysForm, label_for_staff
from intake.how_to_answer import HowToAnswerForm
from intake.receiving import address_index, way_for_person
from outbox.models import Message

# What was told and how it is found. Where the inquiry stands is stored by its move.
CORRECTED = ["content", "practice_key", "address_index", "way_for_person"]

SHUT = {
    "": _("Stays shut"),
    "open": _("They told one of us that it may be used"),
    "erase": _("They want it gone"),
}


class CorrectForm(ActionForm, HowToAnswerForm, FurtherWaysForm):
    action, title = "correct", _("Change how to reach them")
    button = _("Save the change")
    done = _("Changed. What stood there before is in a note, sealed.")
    move = "corrected"
    needs_told = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        label_for_staff(self.fields)
        for name, field in self.fields.items():
            field.help_text = ""
            self.initial[name] = getattr(self.told, name, None)
        self.shut = care_alone.shut_people(self.told) if self.told else []
        if self.told:
            # What is shut is not shown here either.
            seen = [one for one in self.told.people if one not in self.shut]
            self.initial |= self.initial_of(replace(self.told, people=seen))
        if self.shut:
            self.fields["shut"] = forms.ChoiceField(
                label=_("The contact that is shut"), choices=SHUT.items(), required=False
            )

    def save(self):
        before, inquiry = self.told, self.inquiry
        after = replace(before, **self.how_to_answer, **self.further_ways)
        after = replace(after, people=[*after.people, *self.what_was_shut()])
        text = what_stood_there(before, after)
        transitions.corrected(inquiry, text, self.user)
        inquiry.content, inquiry.practice_key = sealed.close(
            to_document(after), sealed.CONTENT, inquiry.pk
        )
        inquiry.address_index = address_index(after)
        inquiry.way_for_person = way_for_person(inquiry, after, is_referral=after.is_referral)
        inquiry.save(update_fields=CORRECTED)
        if after.address != before.address:
            self.send_first_mail_again(after)

    def what_was_shut(self):
        choice = self.cleaned_data.get("shut", "")
        if choice == "erase":
            return []
        return [replace(one, is_opened=choice == "open") for one in self.shut]

    def send_first_mail_again(self, after):
        """What waits for the wrong address is taken back."""
        inquiry = self.inquiry
        inquiry.mail.exclude(state=Message.State.SENT).delete()
        is_promised = inquiry.is_waiting_for_us and inquiry.due_on >= timezone.localdate()
        if is_promised and after.code:
            mails.acknowledge(inquiry, after)


def what_stood_there(before, after):
    """Of each way that is another one now; never less than the way itself."""
    was = _("Before: {way}, {address}")
    lines = [str(was).format(way=before.route_label, address=before.address)]
    if before.before_call != after.before_call and before.before_call:
        lines.append(before.before_call)
    ways, left = care_alone.further_ways(before), care_alone.further_ways(after)
    gone = [way for way in ways if way not in left]
    lines += [f"{way.label}: {way.address} {' '.join(way.cares)}" for way in gone]
    return "\n".join(lines)
