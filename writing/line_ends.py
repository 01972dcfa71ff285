"""A line end counts once.

A browser counts it as one character while somebody types and sends it as two, so what fits the field would
be too long for the server. Every field of several lines has one of these widgets.
"""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget


def with_single_ends(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


class SingleEnds:
    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return with_single_ends(value) if isinstance(value, str) else value


class Textarea(SingleEnds, forms.Textarea):
    pass


class AdminTextarea(SingleEnds, AdminTextareaWidget):
    pass
