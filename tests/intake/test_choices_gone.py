"""What was offered when the page was opened and is not any more stops nobody from writing."""

import pytest

from intake.models import Inquiry
from team.models import Payer, Therapist
from tests import factories
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice()


def written(client, **sent):
    response = client.post("/get-started/", answers(**sent))
    assert response.status_code == 303, response.text
    return factories.told(Inquiry.objects.get())


def test_a_therapist_who_is_not_listed_any_more_is_kept_as_whom_they_asked_for(client):
    hana = factories.make_therapist("Hana Wexler", slug="hana", is_listed=False)
    assert written(client, therapist=hana.slug).therapist == hana.name_with_credentials


@pytest.mark.parametrize("slug", ["nobody", "x" * 5000, "🜁", "1' OR 1=1", "  "])
def test_a_therapist_who_is_gone_is_left_out(client, slug):
    assert written(client, therapist=slug).therapist == ""


def test_a_topic_that_is_gone_is_left_out_and_the_others_stay(client):
    factories.make_specialty("Trauma", slug="trauma")
    assert written(client, topics=["trauma", "grief"]).topics == ["Trauma"]


@pytest.mark.parametrize("payment", ["payer-99", "payer-", "payer-99999999999999999999", "gold"])
def test_a_way_to_pay_that_is_gone_is_left_out(client, payment):
    assert written(client, payment=payment).payer == ""


@pytest.mark.parametrize(("name", "value"), [("format", "balloon"), ("times", ["midnight"])])
def test_a_way_to_meet_that_is_gone_is_left_out(client, name, value):
    assert not getattr(written(client, **{name: value}), name)


@pytest.mark.parametrize("name", ["route", "state", "for_whom", "age"])
def test_what_has_to_be_known_is_still_asked(client, name):
    page = client.post("/get-started/", answers(**{name: "gone"}))
    assert page.status_code == 200
    assert "Choose from the list" in page.text
    assert not Inquiry.objects.exists()


def test_choices_follow_whatever_is_changed_about_a_person(client, practice):
    person = factories.make_therapist("Ines Calder", is_phone=False, is_video=True)
    payer = Payer.objects.create(name="Meadow Health")

    def choices():
        form = client.get("/get-started/").context["form"]
        return str([form.fields[name].choices for name in ("therapist", "format", "payment")])

    assert "Ines Calder" in choices()
    for change, words, comes in [
        (
            lambda: person.payer_participations.create(payer=payer, as_of="2026-01-01"),
            "Meadow",
            True,
        ),
        (lambda: Payer.objects.update(name="Harbor Health"), "Harbor Health", True),
        (lambda: Therapist.objects.update(availability="waitlist"), "waitlist", True),
        (lambda: Therapist.objects.update(is_phone=True), "'phone'", True),
        (lambda: Therapist.objects.update(is_video=False), "'video'", False),
        (lambda: Therapist.objects.update(is_listed=False), "Ines Calder", False),
    ]:
        assert (words in choices()) != comes
        change()
        assert (words in choices()) == comes, words
