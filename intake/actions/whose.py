"""Who answers an inquiry from now on: whoever presses, or a colleague. Both stand beside the name, not among the other
forms."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm
from intake.actions.who_answers import answering, colleagues


class TakeForm(ActionForm):
    action, title = "take", _("Assign it to me")
    move = "taken"
    button = _("Assign it to me")
    done = _("It is assigned to you.")

    def save(self):
        transitions.taken(self.inquiry, self.user)


class GiveForm(ActionForm):
    """One press on a name."""

    action, title = "give", _("Give it to a colleague")
    move = "taken"
    AT_HAND = 3

    to = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        error_messages={"invalid_choice": _("They do not answer inquiries any more.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = answering().exclude(
            pk__in=[self.user.pk, self.inquiry.owner_id or self.user.pk]
        )

    @cached_property
    def people(self):
        return colleagues(self.inquiry, self.user)

    @property
    def at_hand(self):
        return self.people[: self.AT_HAND]

    @property
    def others(self):
        return self.people[self.AT_HAND :]

    @property
    def done(self):
        return _("{who} answers it now.").format(who=self.cleaned_data["to"])

    def save(self):
        transitions.taken(self.inquiry, self.cleaned_data["to"])
