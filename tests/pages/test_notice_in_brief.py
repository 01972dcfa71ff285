"""A notice takes one short line of every page; what it says beyond its first sentence is a press away."""

import pytest
from django.utils import timezone

from pages.models import Announcement
from pages.templatetags.front_door import after_first_sentence, first_sentence
from tests.factories import make_practice


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("The house is closed on November 26 and 27.", "Messages are read on Monday."),
        ("Dr. Osei is away until the middle of May.", "Call Dana."),
        ("The house is closed: there is a lot of snow!", "“Stay home,” says Dana."),
        ("La casa está cerrada hasta el lunes.", "Éstos son los teléfonos."),
        ("Snow. We are closed until Monday noon.", "Then we are back."),
        ("We are closed from 8 a.m. to 3 p.m. on the second of May", ""),
        ("We rest.", ""),
        ("A notice without an end", ""),
    ],
)
def test_its_first_sentence_stands_there_and_nothing_is_lost(first, rest):
    text = f"{first} {rest}".strip()
    assert first_sentence(text) == first
    assert after_first_sentence(text) == rest


@pytest.mark.django_db
def test_what_fits_into_one_sentence_is_not_folded(client):
    make_practice()
    today = timezone.localdate()
    days = {"first_day": today, "last_day": today}
    Announcement.objects.create(text="We rest.", **days)
    Announcement.objects.create(text="The house rests until Monday. Dana is back <then>.", **days)
    text = client.get("/contact/").text
    assert '<p class="notice"><span class="wrap">We rest.</span></p>' in text
    assert '<summary><span class="wrap">The house rests until Monday.</span></summary>' in text
    assert '<p class="wrap">Dana is back &lt;then&gt;.</p>' in text
