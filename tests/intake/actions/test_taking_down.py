"""Writing down a call: the words first, and labels for whoever types."""

import re

import pytest

from intake.actions.take_down_form import TakeDownForm
from tests import factories

pytestmark = pytest.mark.django_db
TO_THE_PERSON = re.compile(r"\b(you|your|we|us|our|me)\b", re.IGNORECASE)


@pytest.fixture
def form(db):
    return TakeDownForm(practice=factories.make_practice())


def test_what_one_hears_first_stands_first_and_has_the_focus(form):
    first = form.at_once()[0]
    assert first.name == "message"
    assert "autofocus" in str(first)
    sent = TakeDownForm({"message": "Hello"}, practice=form.practice)
    assert "autofocus" not in str(sent["message"]), "where something is wrong, that comes first"


def test_labels_speak_of_the_person_and_not_to_them(form):
    spoken = {field.name: str(field.label) for field in form.at_once() if field.name != "consent"}
    assert not {name: label for name, label in spoken.items() if TO_THE_PERSON.search(label)}
