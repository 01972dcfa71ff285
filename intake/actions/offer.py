"""Asking somebody of the team. The coordinator sees, and may change, every word that is sent."""

import re
import unicodedata

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm, text_field
from intake.actions.telltale import name_said
from intake.offers import asking
from staff.copied import MailField
from team.models import Therapist

# An address, or seven digits with whatever people put between them.
HOW_TO_REACH = re.compile(r"@|\d(?:[^a-zA-Z\d]{0,3}\d){6}")


class TherapistField(forms.ModelChoiceField):
    """Those who may see the person first, each with whether they may and have room."""

    def sort(self, team_fit):
        """The people are those of the fit, who were read before; ``queryset`` is asked about whom is sent."""
        self.fits = {fit.therapist.pk: fit for fit in team_fit.fits}
        people = [fit.therapist for fit in team_fit.fits]
        self.choices = [
            ("", self.empty_label),
            *((therapist.pk, self.label_from_instance(therapist)) for therapist in people),
        ]

    def label_from_instance(self, therapist):
        fit = getattr(self, "fits", {}).get(therapist.pk)
        if fit is None:
            return therapist.name_with_credentials
        parts = [
            _("eligible") if fit.is_possible else _("not eligible"),
            _("accepting new clients") if fit.is_accepting else _("not accepting new clients"),
        ]
        return " · ".join([therapist.name_with_credentials, *map(str, parts)])


class OfferForm(ActionForm):
    action, title = "offer", _("Ask a clinician")
    button = _("Send to the clinician")
    done = _("They get an email with a private link. Their answer comes back to this page.")
    move = "offered"
    chosen_by = "therapist"
    # Only who has read it can see that the summary tells nobody who it is.
    needs_told = True

    therapist = TherapistField(
        label=_("Whom you ask"),
        queryset=Therapist.objects.none(),
    )
    email = MailField(
        label=_("Their email address, if they do not sign in here"),
        help_text=_("Whoever has an account gets it at the address of the account."),
        required=False,
        max_length=254,
    )
    words = text_field(
        _("What the clinician reads"),
        _("This and nothing else. Say nothing that tells who it is: no name, number or workplace."),
        rows=8,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["therapist"]
        field.queryset = (
            Therapist.objects.listed()
            .filter(language=settings.LANGUAGE_CODE)
            .select_related("user")
            .prefetch_related("credentials")
        )
        if self.team_fit:
            field.sort(self.team_fit)
        if self.told:
            self.fields["words"].initial = self.own_summary()

    def own_summary(self):
        return render_to_string("intake/offer_summary.txt", {"told": self.told}).strip()

    def clean(self):
        answers = super().clean()
        therapist = answers.get("therapist")
        if therapist and not asking.address_of(therapist) and not answers.get("email"):
            if "email" not in self.errors:
                message = _("They have no account here: write where the question goes")
                self.add_error("email", message)
        return answers

    def clean_words(self):
        summary = self.cleaned_data["words"]
        mailbox = plain(self.told.email.partition("@")[0]) if self.told else ""
        if HOW_TO_REACH.search(summary) or (mailbox and mailbox in plain(summary)):
            raise forms.ValidationError(_("Take out the address or number: it tells who it is."))
        names = self.told.names if self.told else []
        said = [name_said(summary, name, self.own_summary()) for name in names]
        if word := next(filter(None, said), ""):
            message = _("Take out the name, “%(word)s”: it tells who it is.")
            raise forms.ValidationError(message % {"word": word})
        return summary

    def save(self):
        answers = self.cleaned_data
        asking.ask(
            self.inquiry, answers["therapist"], answers["words"], self.user, answers["email"]
        )
        transitions.offered(self.inquiry, self.user, self.in_business_days)


def plain(text):
    """Without accents and capitals, as people write the same name."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
