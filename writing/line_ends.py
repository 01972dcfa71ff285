"""A line end counts once.

A browser counts it as one character while somebody types and sends it as two, so what fits the field would
be too long for the server. Every field of several lines has one of these widgets.
"""

import re

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget

# Every mark that begins a new line somewhere, and the spaces around it.
LINE_ENDS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def with_single_ends(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


class SingleEnds:
    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return with_single_ends(value) if isinstance(value, str) else value


class Textarea(SingleEnds, forms.Textarea):
    pass


class OneLine(Textarea):
    """For one line that is longer than it is wide: a line end that somebody pasted is a space."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 1, **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return LINE_ENDS.sub(" ", value.strip()) if isinstance(value, str) else value


class AdminTextarea(SingleEnds, AdminTextareaWidget):
    pass
