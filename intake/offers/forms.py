from django import forms
from django.utils.translation import gettext_lazy as _

from intake.models import Offer
from writing.line_ends import Textarea


class AnswerForm(forms.Form):
    use_required_attribute = False

    answer = forms.ChoiceField(
        label=_("Could you see them?"),
        choices=Offer.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three")},
    )
    words = forms.CharField(
        label=_("Anything the coordinator should know"),
        help_text=_("Hours that would suit, or from when on."),
        required=False,
        max_length=2000,
        widget=Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def clean(self):
        answers = super().clean()
        is_later = answers.get("answer") == Offer.Answer.LATER
        if is_later and not answers.get("words") and "words" not in self.errors:
            self.add_error("words", _("Say when it would suit you"))
        return answers
