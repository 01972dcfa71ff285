"""Two inquiries that are the same person's become one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions import duplicates
from intake.actions.form import ActionForm
from intake.documents import same_person
from intake.models import Inquiry


class TwinField(forms.ModelChoiceField):
    def offer(self, others):
        """These, who were read before; ``queryset`` is asked about whom is sent."""
        self.choices = [("", self.empty_label), *((one.pk, str(one)) for one in others)]


class MergeForm(ActionForm):
    """The same person wrote twice: this one is closed, and the other goes on with its promise."""

    action, title = "merge", _("It is the same as another one")
    move = "merged"
    button = _("Close this one, go on with the other")
    done = _("Closed as the same. Go on with the other one.")
    # That two are from the same address says that somebody has written before.
    needs_told = True

    twin = TwinField(label=_("The other one"), queryset=Inquiry.objects.none())

    @classmethod
    def suits(cls, inquiry):
        return any(other.is_open for other in duplicates.known(inquiry))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["twin"]
        field.queryset = duplicates.of(self.inquiry).open()
        others = [one for one in duplicates.known(self.inquiry) if one.is_open]
        field.offer(others)
        if self.told and self.told.is_referral:
            field.help_text = _(
                "Whoever refers patients writes about each of them from the same address. Choose the other one only "
                "if it is about the same patient."
            )
        elif len(others) == 1:
            self.initial = {"twin": others[0]}

    def save(self):
        twin = self.cleaned_data["twin"]
        transitions.merged(self.inquiry, twin, self.user)
        same_person.share_notes(twin, self.room)
