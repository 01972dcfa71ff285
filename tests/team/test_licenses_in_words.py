"""A license of several states is one line, the states in words."""

import pytest

from team.licenses_in_words import credentials_in_words
from team.models import Credential
from tests.factories import make_therapist

pytestmark = pytest.mark.django_db


def said(person):
    return [": ".join(filter(None, line)) for line in credentials_in_words(person)]


@pytest.fixture
def person():
    person = make_therapist("Hana Wexler")
    for order, (kind, name, state, number) in enumerate(
        [
            ("degree", "Doctor of Psychology", "", ""),
            ("license", "Licensed psychologist", "OR", "00001"),
            ("license", "Licensed psychologist", "WA", "00002"),
            ("registration", "Telehealth provider", "FL", ""),
            ("certification", "Trained in a method", "", "M-7"),
        ]
    ):
        Credential.objects.create(
            therapist=person, kind=kind, name=name, state=state, number=number, order=order
        )
    return person


def test_states_of_one_license_stand_in_one_line(person):
    assert said(person) == [
        "Doctor of Psychology",
        "Licensed psychologist: Oregon 00001, Washington 00002",
        "Telehealth provider: Florida",
        "Trained in a method: M-7",
    ]


def test_numbers_go_where_the_last_name_is_held_back(person):
    person.first_name_only = "Hana"
    assert said(person) == [
        "Doctor of Psychology",
        "Licensed psychologist: Oregon, Washington",
        "Telehealth provider: Florida",
        "Trained in a method",
    ]


def test_the_profile_says_it(client, person, practice):
    assert (
        "Licensed psychologist: Oregon 00001, Washington 00002"
        in client.get(person.get_absolute_url()).text
    )
