"""What somebody had chosen stays chosen when they say that they refer a patient."""

import html
import re
from urllib.parse import parse_qs

import pytest

from intake import carried
from team.models import TIMES, Payer
from tests import factories
from tests.factories import make_practice, make_specialty, open_intake
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
PAGE = "/get-started/"


@pytest.fixture(autouse=True)
def practice():
    open_intake()
    return make_practice()


@pytest.fixture
def choices():
    """A value for each name that the form knows in its address, ``for`` aside, all of them in our lists."""
    person = factories.make_therapist("Hana Wexler", states=["NY"], is_in_person=True)
    topic = make_specialty("Grief", slug="grief")
    group = factories.make_group("Living on", [person])
    rows = {
        "language": person.languages.create(name="Spanish"),
        "population": person.populations.create(name="Adults"),
        "faith": person.identities.create(name="Sikh", kind="faith"),
        "identity": person.identities.create(name="A parent", kind="identity"),
        "payer": Payer.objects.create(name="Cascade Mutual"),
    }
    person.payer_participations.create(payer=rows["payer"], as_of="2026-01-01")
    person.modalities.create(name="EMDR", slug="emdr")
    return {
        "therapist": [person.slug], "specialty": [topic.slug, "anxiety"], "group": [group.slug], "state": ["NY"],
        "format": ["in-person"], "time": [*TIMES][:2], "modality": ["emdr"],
        **{name: [str(row.pk)] for name, row in rows.items()},
    }  # fmt: skip


def way_to_refer(page):
    found = re.search(r'<a href="([^"]*)">You refer a patient\?', page.text)
    return found and parse_qs(html.unescape(found[1]).removeprefix("?"))


def test_whoever_refers_keeps_what_they_had_chosen(client, choices):
    make_specialty("Anxiety", slug="anxiety")
    assert {*choices} == {*carried.NAMES} - {"for"}
    chosen = client.get(PAGE, choices | {"for": "me"})
    assert way_to_refer(chosen) == choices | {"for": ["patient"]}
    page = client.get(PAGE, way_to_refer(chosen))
    before, after = (one.context["form"] for one in (chosen, page))
    assert after.is_referral
    assert {**after.initial, "for_whom": "me"} == before.initial
    assert after.reading_about == before.reading_about


def test_of_an_address_only_what_is_in_our_lists_is_repeated(client, choices):
    unknown = {name: ["unheard-of", ""] for name in carried.NAMES} | {"other": ["unheard-of"]}
    page = client.get(PAGE, unknown)
    assert way_to_refer(page) == {"for": ["patient"]}
    assert "unheard-of" not in page.text


def test_no_link_beside_what_is_typed_takes_it_away(client):
    page = client.post(PAGE, answers(name="", message="Sundays are hard"))
    assert "Sundays are hard" in page.text
    assert way_to_refer(page) is None
    # The form's own choice keeps it.
    again = client.post(PAGE, answers(name="", message="Sundays are hard", for_whom="patient"))
    assert "Refer a patient" in again.text
    assert "Sundays are hard" in again.text
