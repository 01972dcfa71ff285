"""Errors are drawn as Django draws them, and where there are none nothing is drawn at all."""

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from practice_site import form_renderer


class Form(forms.Form):
    name = forms.CharField()


@pytest.mark.parametrize("data", [None, {}, {"name": "Rowan"}])
def test_a_form_looks_as_djangos_own(data):
    ours, djangos = Form(data), Form(data, renderer=TemplatesSetting())
    assert isinstance(ours.renderer, form_renderer.FormRenderer)
    assert str(ours) == str(djangos)
    assert str(ours["name"].errors) == str(djangos["name"].errors)
    assert ours["name"].errors.as_ul() == djangos["name"].errors.as_ul()


def test_no_template_is_opened_for_no_errors(monkeypatch):
    monkeypatch.setattr(TemplatesSetting, "render", lambda *given: pytest.fail("It was drawn."))
    assert Form()["name"].errors.as_ul() == ""
