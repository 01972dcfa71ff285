"""What nobody has to say, and what makes the answer fit better where somebody does."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import form_choices
from intake.documents.content import ELSEWHERE
from intake.further_ways import line_field
from pages import languages

OTHER_PAYER = "other"


class IfYouLikeForm(forms.Form):
    other_state = line_field(
        _("Which state or country?"),
        _("So that we can tell you who is licensed there."),
        most=60,
    )
    other_payer = line_field(
        _("Which insurance?"),
        _(
            "We do not bill it. Ask us about the price, and about a receipt (a superbill) that you can send to your plan."
        ),
        most=80,
    )
    language = line_field(_("In which language would you rather talk?"), most=60)
    was_client = forms.BooleanField(label=_("I have been a client here before"), required=False)
    referrer = line_field(_("Who referred you?"), _("A doctor, a school, a friend."), most=120)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Browsers offer those of the page's list; anything may be written.
        self.fields["language"].widget.attrs["list"] = "languages"
        names = form_choices.current().languages.values()
        self.languages = {languages.known(name) or name: name for name in names}

    @property
    def if_you_like(self):
        """Fields of ``Content``. What belongs to a choice that was not made is not kept."""
        answers = self.cleaned_data
        is_elsewhere = answers.get("state") == ELSEWHERE
        return {
            "other_state": answers["other_state"] if is_elsewhere else "",
            "language": self.languages.get(answers["language"].lower(), answers["language"]),
            "was_client": answers["was_client"],
            "referrer": answers["referrer"],
        }
