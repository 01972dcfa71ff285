from django import forms
from django.utils.translation import gettext_lazy as _

from intake.documents.new_ways import NewWay
from intake.how_to_answer import HowToAnswerForm
from writing.line_ends import Textarea


class AdditionForm(forms.Form):
    use_required_attribute = False

    words = forms.CharField(
        label=_("Add a time, a number, or anything that changed"),
        help_text=_("It goes to the people who answer you, and to nobody else."),
        max_length=2000,
        widget=Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        error_messages={"required": _("Write a few words, or leave the page as it is")},
    )


class NewWayForm(HowToAnswerForm):
    """From then on nothing else is used of what they gave before, but what they let stand."""

    use_required_attribute = False

    drops_others = forms.BooleanField(
        label=_("Do not use other numbers or people I gave you before"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["route"].help_text = _(
            "From now on we use this way, and not the one from before."
        )
        self.fields["before_call"].help_text = _("Leave it empty, and what you wrote before stays.")

    @property
    def new_way(self):
        return NewWay(**self.how_to_answer, drops_others=self.cleaned_data["drops_others"])


class WhateverTheySent(AdditionForm, NewWayForm):
    """For the page that says that it could not be taken."""
