"""Values that end in a full stop add none to the sentence that they end."""

import re
from datetime import date, time

import pytest
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from pages.calendar import Phone
from pages.models import Practice
from tests.factories import make_user

TOLD = Template("{% load desk %}{{ message|one_stop|capfirst }}")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("goes out Friday, 9 a.m..", "Goes out Friday, 9 a.m."),
        ("a. Quill Jr.. Ask again.", "A. Quill Jr. Ask again."),
        ("and so on... Later.", "And so on... Later."),
        ("saved.", "Saved."),
        ("<b>9 p.m..", "&lt;b&gt;9 p.m."),
        (mark_safe("<b>9 p.m.</b>."), "<b>9 p.m.</b>."),
    ],
)
def test_a_message_ends_in_one_full_stop(said, read):
    assert TOLD.render(Context({"message": said})) == read


@pytest.mark.parametrize("again", [{}, {"opens_on": date(2026, 12, 1), "opens_at": time(9)}])
@pytest.mark.parametrize("reason", ["Thanksgiving", "Thanksgiving.", "Thanksgiving . "])
def test_a_reason_ends_its_sentence_once_however_it_was_typed(reason, again):
    phone = Phone(is_closure=True, reason=reason, **again)
    practice = Practice(phone="(541) 555-0142")
    text = render_to_string("intake/_phone.html", {"phone": phone, "practice": practice})
    assert re.search(r"<p>We are closed today: Thanksgiving\.(?!\.)", text)


@pytest.mark.django_db
def test_the_pages_of_the_desk_tell_every_message_so(client, monkeypatch):
    changelist_view = ModelAdmin.changelist_view

    def telling(model_admin, request, extra_context=None):
        messages.success(request, "goes out at 9 a.m..")
        return changelist_view(model_admin, request, extra_context)

    monkeypatch.setattr(ModelAdmin, "changelist_view", telling)
    client.force_login(make_user("manager"))
    assert ">Goes out at 9 a.m.<" in client.get("/admin/pages/announcement/").text
