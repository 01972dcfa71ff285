"""Controls, labels and errors are as Django draws them, to the character, and no template is opened for what
stands on a form a hundred times."""

import datetime
from decimal import Decimal
from itertools import product

import pytest
from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from practice_site import form_renderer

ODD = "<b>'\"&\n"
CHOICES = [
    ("", "–"),
    (1, _("Name")),
    (2000, 2000),
    (ODD, ODD),
    (mark_safe("<i>"), mark_safe("<i>")),
    ("Group <", [("a", "A"), (None, Decimal("1234.5")), ("d", datetime.date(2026, 1, 5))]),
]
ATTRS = {
    "id": ODD,
    "class": mark_safe("a&b"),
    "required": True,
    "disabled": False,
    "rows": 3,
    "title": _("Name"),
    "data-none": None,
}
CONTROLS = [
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.PasswordInput),
    *(forms.HiddenInput, forms.DateInput, forms.DateTimeInput, forms.TimeInput, forms.FileInput),
    *(forms.ColorInput, forms.SearchInput, forms.TelInput, forms.CheckboxInput, forms.Textarea),
    *(forms.ClearableFileInput, AdminDateWidget, AdminTimeWidget),
]
CHOOSERS = [forms.Select, forms.SelectMultiple, forms.RadioSelect, forms.CheckboxSelectMultiple]


class Form(forms.Form):
    name = forms.CharField()


def assert_drawn_alike(widget, values):
    for value, attrs in product(values, [{}, {"id": "id_name"}, ATTRS]):
        ours = widget.render("na<me", value, attrs)
        assert ours == widget.render("na<me", value, attrs, renderer=TemplatesSetting())


@pytest.mark.parametrize("kind", CONTROLS)
def test_a_control_looks_as_djangos_own(kind):
    assert_drawn_alike(kind(), [None, "", 3, "2026-01-05", ODD])


@pytest.mark.parametrize("kind", CHOOSERS)
def test_choices_look_as_djangos_own(kind):
    assert_drawn_alike(kind(choices=CHOICES), [None, "", [1, 2000], [ODD, "a"]])


def test_each_choice_of_a_field_looks_as_djangos_own():
    class Asking(forms.Form):
        what = forms.ChoiceField(choices=CHOICES[:5], widget=forms.RadioSelect)

    drawn = [
        [part for choice in form["what"] for part in (str(choice), choice.tag())]
        for form in (Asking(), Asking(renderer=TemplatesSetting()))
    ]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("attrs", [None, {"class": "a&b"}])
@pytest.mark.parametrize("auto_id", ["id_%s", False])
@pytest.mark.parametrize("label", ["Name", ODD, mark_safe("<i>")])
def test_a_label_looks_as_djangos_own(label, auto_id, attrs):
    ours, djangos = Form(auto_id=auto_id), Form(auto_id=auto_id, renderer=TemplatesSetting())
    drawn = [form["name"].label_tag(label, attrs) for form in (ours, djangos)]
    assert drawn[0] == drawn[1]
    assert ours["name"].legend_tag(label) == djangos["name"].legend_tag(label)


@pytest.mark.parametrize("data", [None, {}, {"name": "Rowan"}])
def test_a_form_looks_as_djangos_own(data):
    ours, djangos = Form(data), Form(data, renderer=TemplatesSetting())
    assert isinstance(ours.renderer, form_renderer.FormRenderer)
    assert str(ours) == str(djangos)
    assert str(ours["name"].errors) == str(djangos["name"].errors)
    assert ours["name"].errors.as_ul() == djangos["name"].errors.as_ul()


def test_no_template_is_opened_for_a_control_its_label_or_no_errors(monkeypatch):
    monkeypatch.setattr(TemplatesSetting, "render", lambda *given: pytest.fail("It was drawn."))
    field = Form()["name"]
    assert field.errors.as_ul() == ""
    assert "<label" in field.label_tag()
    assert "<input" in str(field)


def test_no_choice_is_one_dash_and_not_nine():
    drawn = forms.Select(choices=BLANK_CHOICE_DASH).render("name", "")
    assert drawn.split(">")[2] == "–</option"
