"""Who else sees the same: beside somebody without room, and after somebody has left."""

import html
import re

import pytest
from django.utils import timezone

from team import others
from tests.factories import make_specialty, make_therapist

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


@pytest.fixture
def topics():
    return {name: make_specialty(name) for name in ("Couples", "Parents", "Teenagers", "Sleep")}


def person(name, *topics, **fields):
    row = make_therapist(name, **{"availability": "accepting", **fields})
    for order, topic in enumerate(topics):
        row.therapistspecialty_set.create(specialty=topic, order=order)
    return row


@pytest.fixture
def full(topics):
    couples, parents, teenagers, sleep = topics.values()
    full = person("Theo", couples, parents, teenagers, availability="closed")
    person("Samira", parents, couples)
    person("Idris", teenagers)
    person("Hana", sleep)
    person("Gurtej", couples, parents, teenagers, availability="waitlist")
    person("Ana", couples, is_listed=False)
    return full


def test_those_with_room_who_share_most_come_first_with_what_is_shared(full):
    assert [(other.row.name, other.shared) for other in others.like(full)] == [
        ("Samira", "Parents, couples"),
        ("Idris", "Teenagers"),
    ]


def test_no_more_than_three_are_named(full, topics):
    for number in range(4):
        person(f"Person {number}", topics["Couples"])
    assert len(others.like(full)) == 3


@pytest.mark.parametrize(
    ("availability", "button"),
    [
        ("accepting", "Ask to meet Theo"),
        ("waitlist", "Ask to wait for Theo"),
        ("closed", "Ask when Theo has room"),
    ],
)
def test_the_button_says_what_is_true_and_stands_at_both_ends(client, full, availability, button):
    full.availability = availability
    full.save()
    page = html.unescape(client.get("/team/theo/").text)
    assert len(re.findall(rf'href="/get-started/\?therapist=theo">{button}</a>', page)) == 2
    assert ("See the same, and have room" in page) == (availability != "accepting")
    assert ('href="/team/samira/"' in page) == (availability != "accepting")


def test_the_address_of_a_leaver_names_who_sees_most_of_the_same(client, topics):
    couples, parents, teenagers, sleep = topics.values()
    person("Gone", couples, parents, left_on=timezone.localdate())
    person("One", parents)
    person("Both", couples, parents, sleep, availability="closed")
    person("Neither", teenagers)
    page = client.get("/team/gone/").text
    assert re.findall(r'<h3><a href="/team/([a-z]+)/', page) == ["both", "one"]


def test_whoever_gets_room_is_named_at_once(client, full):
    assert "Gurtej" not in client.get("/team/theo/").text
    gurtej = full.__class__.objects.get(name="Gurtej")
    gurtej.availability = "accepting"
    gurtej.save()
    assert "Gurtej" in client.get("/team/theo/").text
