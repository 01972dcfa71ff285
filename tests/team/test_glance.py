"""A card and a profile answer what people ask first, in a line each."""

import pytest

from team.glance import glance
from team.models import Language, Payer
from tests.factories import make_specialty, make_therapist

pytestmark = pytest.mark.django_db


def said(person):
    return [" ".join(line).strip() for line in glance(person)]


def test_topics_price_insurers_ways_and_languages_are_said_in_plain_words():
    person = make_therapist(is_phone=True)
    for order, topic in enumerate(
        [make_specialty("After something", clinical_name="Trauma"), make_specialty("LGBTQ+")]
    ):
        person.therapistspecialty_set.create(specialty=topic, order=order)
    for amount, service in enumerate(["A call", "First meeting"]):
        person.fees.create(service=service, amount=amount * 165, order=amount)
    person.fees.create(service="For colleagues", amount=40, order=9)
    for name in ("Cascade Mutual", "Juniper Basin"):
        payer = Payer.objects.create(name=name)
        person.payer_participations.create(payer=payer, as_of="2026-01-01")
    person.languages.add(Language.objects.create(name="Spanish"))
    assert said(person) == [
        "Helps with trauma, LGBTQ+",
        "From $165: Cascade Mutual, Juniper Basin",
        "In person, video, phone in Spanish",
    ]


def test_whoever_takes_no_insurance_says_so():
    person = make_therapist(is_video=False)
    person.fees.create(service="Session", amount=95)
    assert said(person) == ["From $95: out of pocket, with a receipt", "In person"]


def test_what_is_not_known_is_not_said():
    assert said(make_therapist(is_in_person=False, is_video=False)) == []


@pytest.mark.parametrize("address", ["/team/", "/team/hana-wexler/", "/specialties/sleep/"])
def test_it_stands_on_every_list_and_on_the_profile(client, practice, address):
    person = make_therapist("Hana Wexler", slug="hana-wexler")
    person.therapistspecialty_set.create(specialty=make_specialty("Sleep"), order=0)
    person.fees.create(service="Session", amount=95)
    text = client.get(address).text
    assert "<dt>From $95:</dt> <dd>out of pocket, with a receipt</dd>" in text
