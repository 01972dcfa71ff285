"""Fields for states of the country."""

from django import forms

from pages.states import STATES
from staff.some_of_many import SomeOfMany


class StatesField(forms.MultipleChoiceField):
    """States by postal code, as chips; the value is a list in alphabetical order of names."""

    def __init__(self, **kwargs):
        super().__init__(choices=STATES, widget=SomeOfMany, required=False, **kwargs)


class StateField(forms.ChoiceField):
    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(choices=[("", "–"), *STATES], **kwargs)
