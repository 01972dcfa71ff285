"""Fields for states of the country."""

from django import forms

from pages.states import STATES


class StatesField(forms.MultipleChoiceField):
    """States by postal code, as checkboxes; the value is a list in alphabetical order of names."""

    def __init__(self, **kwargs):
        widget = forms.CheckboxSelectMultiple(attrs={"class": "columns"})
        super().__init__(choices=STATES, widget=widget, required=False, **kwargs)


class StateField(forms.ChoiceField):
    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(choices=[("", "–"), *STATES], **kwargs)
