"""Choices that the page's style sheet tells apart: ``marks`` names a class for some values."""

from typing import Any

from django import forms


class Marks:
    marks: dict[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        if mark := self.marks.get(str(value)):
            option["attrs"]["class"] = mark
        return option


class MarkedSelect(Marks, forms.Select):
    pass


class MarkedRadios(Marks, forms.RadioSelect):
    pass
