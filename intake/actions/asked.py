"""After a clinician was asked: the question is sent again, or taken back.

Whom the questions went to stands in sealed entries, so all of it needs an open room.
"""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm
from intake.offers import waiting as questions


class WaitingField(forms.ChoiceField):
    """The questions that nobody has answered yet; the value is a ``Waiting``."""

    waiting = ()

    def offer(self, waiting):
        self.waiting = {str(one.offer.pk): one for one in waiting}
        self.choices = [(pk, label_of(one)) for pk, one in self.waiting.items()]
        if len(self.choices) == 1:
            self.initial = self.choices[0][0]

    def clean(self, value):
        return self.waiting[super().clean(value)]


def label_of(waiting):
    text = _("{who}, asked {day}")
    return text.format(who=waiting.therapist, day=date_format(waiting.offer.asked_at, "M j"))


class OfAQuestionForm(ActionForm):
    needs_told = True

    @classmethod
    def suits(cls, inquiry):
        return bool(questions.unanswered(inquiry))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = questions.of(self.inquiry, self.room) if self.room else []
        self.fields["question"].offer([one for one in waiting if self.is_possible(one)])

    def is_possible(self, waiting):
        return True


class SendAgainForm(OfAQuestionForm):
    action, title = "resend", _("Send a question again")
    button = _("Send a new link")
    done = _("They get an email with a new private link. The one before opens nothing any more.")
    move = "offer_sent_again"

    question = WaitingField(label=_("Which question"))

    def is_possible(self, waiting):
        # Older versions of the site did not keep where it went.
        return bool(waiting.email)

    def save(self):
        questions.send_again(self.cleaned_data["question"], self.inquiry, self.user)
        transitions.offer_sent_again(self.inquiry, self.in_business_days)


class TakeBackForm(OfAQuestionForm):
    action, title = "unask", _("Take a question back")
    button = _("Take the link back")
    done = _("The link opens nothing any more. They are not told: say it to them.")
    move = "offer_taken_back"

    question = WaitingField(label=_("Which question"))

    def save(self):
        waiting = self.cleaned_data["question"]
        waiting.offer.delete()
        transitions.offer_taken_back(self.inquiry, waiting.therapist, self.user)
