"""No line breaks in the middle of a date or of a time."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import SafeString

from writing import rendering
from writing.unbroken import unbroken


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Confirmed October 24", "Confirmed October_24"),
        ("Saturday, January 30, 2027", "Saturday, January_30,_2027"),
        ("10 a.m.–3:30 p.m.", "10_a.m.–3:30_p.m."),
        ("Since 2019 in May, and 30 of us", "Since 2019 in May, and 30 of us"),
        ("Room 12 and November rain", "Room 12 and November rain"),
    ],
)
def test_dates_and_times_hold_together(said, shown):
    assert unbroken(said) == shown.replace("_", "\u00a0")


def test_in_spanish_the_day_stands_before_its_month():
    with translation.override("es"):
        assert (
            unbroken("el lunes 30 de noviembre, 8 a.m.")
            == "el lunes 30\u00a0de\u00a0noviembre, 8\u00a0a.m."
        )
        assert unbroken("el 8 de mayo de 2026") == "el 8\u00a0de\u00a0mayo\u00a0de\u00a02026"
        assert unbroken("30 de ellas en mayo") == "30 de ellas en mayo"


def test_a_text_is_as_safe_as_it_was():
    shown = Template("{% load front_door %}{{ text|unbroken }}")
    assert shown.render(Context({"text": "<b>May 4</b>"})) == "&lt;b&gt;May\u00a04&lt;/b&gt;"
    assert shown.render(Context({"text": SafeString("<b>May 4</b>")})) == "<b>May\u00a04</b>"


@pytest.mark.django_db
def test_texts_of_staff_are_held_together_too():
    shown = rendering.for_page("<p>Write until December 15.</p>")
    assert "December\u00a015" in shown
    assert isinstance(shown, SafeString)
