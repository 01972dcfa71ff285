"""Choices that the page's style sheet tells apart: ``marks`` names a class for some values."""

from typing import Any

from django import forms
from django.conf import settings

from pages import languages


class Marks:
    marks: dict[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        if mark := self.marks.get(str(value)):
            option["attrs"]["class"] = mark
        return option


class MarkedSelect(Marks, forms.Select):
    pass


class WrittenSelect(forms.Select):
    """Of names that staff wrote, which stay in their language beside words in that of the page."""

    # Those of them, where only some are.
    written: set[str] | None = None

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        is_written = bool(value) if self.written is None else str(value) in self.written
        if is_written and languages.is_other():
            option["attrs"]["lang"] = settings.LANGUAGE_CODE
        return option


class MarkedRadios(Marks, forms.RadioSelect):
    pass
