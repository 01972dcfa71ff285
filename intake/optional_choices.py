"""Choices nobody has to make."""

from django import forms
from django.core.exceptions import ValidationError


class MaybeGone:
    """A choice nobody has to make. What is not offered any more, since the page was opened, is left out; it
    does not stop the message."""

    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError:
            offered = [one for one in self.to_python(value) or () if self.valid_value(one)]
            return offered if isinstance(self, forms.MultipleChoiceField) else ""


class OptionalChoice(MaybeGone, forms.ChoiceField):
    pass


class OptionalChoices(MaybeGone, forms.MultipleChoiceField):
    pass
