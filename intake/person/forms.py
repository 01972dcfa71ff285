from django import forms
from django.utils.translation import gettext_lazy as _

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
