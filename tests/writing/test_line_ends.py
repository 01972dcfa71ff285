"""A line end counts once, in every field of several lines, whichever browser wrote it."""

import pytest
from django import forms
from django.contrib import admin
from django.test import RequestFactory

from intake.models import Entry, Inquiry
from tests import factories
from tests.intake.persons import answers
from writing.line_ends import AdminTextarea, SingleEnds, Textarea

OURS = ("blog.", "editing.", "intake.", "outbox.", "pages.", "practice_site.", "staff.", "team.")


def kinds_of_forms():
    found, left = set(), [forms.BaseForm]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith(OURS):
            found.add(kind)
    return sorted(found, key=lambda kind: f"{kind.__module__}.{kind.__qualname__}")


def several_lines(fields):
    return {name: f.widget for name, f in fields.items() if isinstance(f.widget, forms.Textarea)}


def test_every_form_of_ours_counts_a_line_end_once():
    assert len(kinds_of_forms()) > 30
    for kind in kinds_of_forms():
        for name, widget in several_lines(getattr(kind, "declared_fields", {})).items():
            assert isinstance(widget, SingleEnds), f"{kind.__module__}.{kind.__qualname__}.{name}"


@pytest.mark.django_db
@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_every_form_of_the_desk_counts_a_line_end_once(model):
    request = RequestFactory().get("/admin/")
    request.user = factories.make_user(is_superuser=True)
    model_admin = admin.site._registry[model]
    is_written = model_admin.has_change_permission(request) or model_admin.has_add_permission(
        request
    )
    fields = model_admin.get_form(request).base_fields if is_written else {}
    for name, widget in several_lines(fields).items():
        assert isinstance(widget, SingleEnds), name


@pytest.mark.parametrize("widget", [Textarea(), AdminTextarea()])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whichever_way_a_browser_writes_it(widget, end):
    assert widget.value_from_datadict({"a": f"x{end}{end}y"}, {}, "a") == "x\n\ny"
    assert widget.value_from_datadict({}, {}, "a") is None


@pytest.mark.django_db
def test_what_fits_the_field_in_a_browser_fits_the_form(client):
    factories.make_practice()
    factories.open_intake()
    lines = "\r\n".join(["x" * 49] * 40)
    full = lines + "x" * (2000 - len(lines.replace("\r\n", "\n")))
    assert client.post("/get-started/", answers(message=full)).status_code == 303
    assert factories.told(Inquiry.objects.get()).message == full.replace("\r\n", "\n")
    page = client.post("/get-started/", answers(message=full + "x"))
    assert "This is too long: 2000 characters fit here, and there are 2001." in page.text
    assert Inquiry.objects.count() == 1
    assert not Entry.objects.exists()
