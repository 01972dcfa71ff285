"""A link dials what the person who wrote the number meant."""

import re

import pytest
from django.conf import settings

from pages import phone
from pages.models import ContactRoute
from tests import factories


@pytest.mark.parametrize(
    ("written", "dialed"),
    [
        ("(541) 555-0142", "+15415550142"),
        ("541.555.0142", "+15415550142"),
        ("1 541 555 0142", "+15415550142"),
        ("+1 541 555 0142", "+15415550142"),
        ("+1 (541) 555-0142 ext. 7", "+15415550142"),
        ("541 555 0142 x12", "+15415550142"),
        ("+44 20 7946 0018", "+442079460018"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+49 30 123456", "+4930123456"),
        ("＋49 30 123456", "+4930123456"),
        ("Call +49 30 123456", "+4930123456"),
        ("988", "988"),
        ("741741", "741741"),
        ("911", "911"),
        ("", ""),
    ],
)
def test_a_number_keeps_its_plus_and_a_short_code_gets_none(written, dialed):
    assert phone.tel(written) == f"tel:{dialed}"
    assert phone.sms(written) == f"sms:{dialed}"


@pytest.mark.django_db
def test_a_route_and_the_practice_dial_the_same(client):
    practice = factories.make_practice(phone="+44 20 7946 0018")
    ContactRoute.objects.create(audience="billing", text="Bills.", phone=practice.phone)
    page = client.get("/contact/").text
    assert page.count("tel:+442079460018") >= 2
    assert practice.phone_link == "tel:+442079460018"


def test_no_template_writes_a_number_into_a_link_as_it_was_typed():
    wrong = re.compile(r"(?:tel|sms):\{\{")
    templates = (settings.BASE_DIR / "templates").rglob("*.*")
    assert [str(one) for one in templates if wrong.search(one.read_text())] == []
