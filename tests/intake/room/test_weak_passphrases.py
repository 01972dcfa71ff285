"""Names and everyday words are no passphrase, and a sentence with a name in it may well be one."""

import pytest
from django.core.exceptions import ValidationError

from intake.room import passphrase_strength
from pages.models import Location
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    practice = factories.make_practice(name="Larchmont Counseling", short_name="Larchmont")
    Location.objects.create(
        practice=practice,
        name="The house on Quince Street",
        street="12 Quince Street",
        city="Elmira",
    )
    return factories.make_user(
        "coordinator", name="Dána Real", username="dreal", email="dana.real@practice.example"
    )


@pytest.mark.parametrize(
    "passphrase",
    [
        "Dana Real practice 2026",
        "DanaRealPractice2026",
        "dana-real-practice-2026!",
        "D4na R3al pr4ctice 2026",
        "danarealdanareal1999",
        "Real, Dana, Real, Dana",
        "Larchmont Counseling 2026",
        "larchmontcounseling123",
        "welcome to larchmont counseling",
        "my name is dana and i work at larchmont counseling",
        "Elmira Elmira Elmira 12",
        "Quince Street Elmira 2025",
        "I love Elmira in the summer",
        "DÁNA REAL of Elmira, 14901",
        "dreal dreal dreal dreal",
        "practice practice 2026",
        "password of the practice 1",
        "1234 5678 9012 3456",
        "qwerty dana real 2026",
    ],
)
def test_a_guess_is_refused(user, passphrase):
    with pytest.raises(ValidationError, match="what somebody would try first"):
        passphrase_strength.refuse(passphrase, user)


@pytest.mark.parametrize(
    "passphrase",
    [
        "a quiet room with two chairs",
        "the kettle sings before anyone",
        "two mugs on the window sill",
        "dana's heron stands in shallow water",
        "Elmira has eleven crooked lampposts",
        "really planning to repaint the annex",
        "larchmont lamplighters 2026",
        "we went there and then came home again",
        "der Fuchs schläft unterm Holunder",
        "чайник поёт раньше всех",
        "八つの椅子と静かな部屋の窓辺にて待つ人",
    ],
)
def test_a_sentence_is_taken(user, passphrase):
    passphrase_strength.refuse(passphrase, user)


def test_long_input_is_looked_at_in_no_time(user):
    passphrase_strength.refuse("dana " * 20 + "heron " * 20, user)
