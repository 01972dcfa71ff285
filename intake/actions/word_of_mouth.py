"""What a clinician has answered in the corridor, written down by whoever heard it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.asked import label_of
from intake.actions.form import ActionForm, text_field
from intake.models import Offer
from intake.offers import waiting as questions

IN_PERSON = "person-"
NOBODY = ("", "---------")


class WordOfMouthForm(ActionForm):
    """A yes that was given in the corridor, whether they were asked through the site or not."""

    action, title = "answered", _("A clinician answered in person")
    done = _("Saved, as what they said to you.")
    move = "answer_noted"
    needs_told = True
    answered_by = "answer"

    who = forms.ChoiceField(label=_("Who"), choices=[NOBODY])
    answer = forms.ChoiceField(
        label=_("What they said"),
        choices=Offer.Answer.choices,
        error_messages={"required": _("Press one of the three.")},
    )
    words = text_field(_("In their words"), required=False, rows=3)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = questions.of(self.inquiry, self.room) if self.room else []
        self.waiting = {str(one.offer.pk): one for one in waiting}
        fits = self.team_fit.fits if self.team_fit else []
        self.people = {f"{IN_PERSON}{fit.therapist.pk}": fit.therapist.name for fit in fits}
        asked = [(pk, label_of(one)) for pk, one in self.waiting.items()]
        self.fields["who"].choices = [
            NOBODY,
            *([(_("Asked with a link"), asked)] if asked else []),
            (_("Asked in person"), list(self.people.items())),
        ]
        if len(asked) == 1:
            self.fields["who"].initial = asked[0][0]

    def save(self):
        answers = self.cleaned_data
        waiting = self.waiting.get(answers["who"])
        if waiting:
            # Their link says that it is settled.
            Offer.objects.unanswered().filter(pk=waiting.offer.pk).update(answer=answers["answer"])
        self.name = waiting.therapist if waiting else self.people[answers["who"]]
        said = Offer.Answer(answers["answer"])
        transitions.answer_noted(self.inquiry, self.name, said, answers["words"], self.user)

    def accepted_by(self):
        return self.name if self.cleaned_data["answer"] == Offer.Answer.YES else None
