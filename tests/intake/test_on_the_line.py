"""While somebody is on the line: choices in an address, who fits at once, and what is carried over."""

import pytest
from django.urls import reverse

from intake.models import Inquiry, ReferralContact, RoomEvent
from staff.roles import ROLES
from team.models import Payer
from tests import factories
from tests.intake.coordinators import sign_in, text_of

pytestmark = pytest.mark.django_db
PAGE = "/admin/intake/inquiry/on-the-line/"
ADD = "/admin/intake/inquiry/add/"


@pytest.fixture
def practice(db):
    return factories.make_practice(states_served=["OR", "WA"])


@pytest.fixture
def hana(practice):
    person = factories.make_therapist(
        "Hana Wexler",
        states=["OR"],
        availability="accepting",
        availability_confirmed_on="2026-11-02",
    )
    person.fees.create(service="A session", minutes=50, amount=180)
    payer = Payer.objects.create(name="Cascade Mutual")
    person.payer_participations.create(payer=payer, as_of="2026-01-05")
    person.languages.create(name="Spanish")
    return person


@pytest.fixture
def coordinator(client, practice):
    return sign_in(client, "coordinator")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_it_is_for_whoever_may_write_down_a_call(client, practice, role):
    sign_in(client, role)
    may_write_down = client.get(ADD).status_code == 200
    assert may_write_down is (role == "coordinator")
    assert (client.get(PAGE).status_code == 200) is may_write_down


def test_somebody_signed_out_is_led_to_sign_in(client, practice):
    assert client.get(PAGE).headers["Location"].startswith("/admin/login/")


def test_who_fits_is_said_with_fee_room_way_and_insurance(client, coordinator, hana):
    page = text_of(client.get(PAGE, {"state": "OR", "age": "26-64"}))
    for words in [
        "1 fits",
        "Hana Wexler",
        "A session: $180",
        "confirmed November 2",
        "Cascade Mutual",
    ]:
        assert words in page
    assert "Whom you can name" not in page


def test_nobody_fits_and_it_says_what_to_ask_and_whom_to_name(client, coordinator, hana):
    factories.make_referral_contact(name="Open Door Clinic", states=["OR"])
    factories.make_referral_contact(name="Far Away", states=["WA"])
    page = text_of(client.get(PAGE, {"state": "OR", "times": "evening"}))
    hana.is_by_day = True
    assert "1 fits" in page, "a profile that does not say is a question"
    hana.save()
    page = text_of(client.get(PAGE, {"state": "OR", "times": "evening"}))
    assert "Ask whether another time would do than evenings" in page
    assert "Hana Wexler" in page
    assert "Open Door Clinic" in page
    assert "Far Away" not in page


def test_an_empty_referral_book_is_said_and_leads_there(client, coordinator, hana):
    page = text_of(client.get(PAGE, {"state": "ID"}))
    assert "not licensed for Idaho" in page
    assert "The referral book is empty" in page
    assert reverse("admin:intake_referralcontact_changelist") in page
    ReferralContact.objects.create(name="Only Washington", states=["WA"])
    assert "Nobody in the referral book fits this." in text_of(client.get(PAGE, {"state": "ID"}))


def test_what_is_not_offered_is_left_out_and_goes_nowhere(client, coordinator, hana):
    page = text_of(
        client.get(
            PAGE, {"state": "<b>", "language": "Their own words", "name": "Ana", "age": "26-64"}
        )
    )
    assert "Their own words" not in page
    assert f"{ADD}?age=26-64" in page
    assert "Ana" not in page


def test_nothing_is_kept_and_nothing_logged(client, coordinator, hana):
    client.get(PAGE, {"state": "OR"})
    assert not Inquiry.objects.exists()
    assert not RoomEvent.objects.exists()


def test_writing_it_down_begins_with_what_was_chosen(client, coordinator, hana):
    payer = Payer.objects.get()
    chosen = {"state": "OR", "age": "13-17", "for_whom": "child", "payment": f"payer-{payer.pk}",
              "format": "video", "language": "Spanish", "times": ["day", "evening"]}  # fmt: skip
    page = client.get(PAGE, chosen)
    form = client.get(f"{ADD}?{page.context['chosen']}").context["form"]
    assert {name: form[name].value() for name in chosen} == chosen


def test_a_state_that_is_not_served_is_carried_over_by_name(client, coordinator, hana):
    form = client.get(ADD, {"state": "ID"}).context["form"]
    assert (form["state"].value(), form["other_state"].value()) == ("elsewhere", "Idaho")


def test_words_in_an_address_are_not_taken_over(client, coordinator, hana):
    page = client.get(
        ADD, {"message": "what somebody said", "name": "Ana", "other_state": "x", "language": "y"}
    )
    form = page.context["form"]
    assert not any(form[name].value() for name in ("message", "name", "other_state", "language"))
    assert "what somebody said" not in text_of(page)


def test_what_was_typed_wins_over_the_address(client, coordinator, hana):
    page = client.post(f"{ADD}?state=OR", {"state": "WA"})
    assert page.context["form"]["state"].value() == "WA"


def test_whoever_is_under_18_has_the_states_age_beside_them(client, coordinator, hana):
    factories.make_care_alone_age(state="OR")
    assert "may ask for care alone from" in text_of(
        client.get(PAGE, {"state": "OR", "age": "13-17"})
    )
    assert "may ask for care alone from" not in text_of(client.get(PAGE, {"state": "OR"}))


def test_the_page_costs_the_same_for_three_as_for_thirty(
    client, coordinator, hana, django_assert_max_num_queries
):
    def cost():
        with django_assert_max_num_queries(20) as asked:
            client.get(PAGE, {"state": "OR", "times": "evening", "language": "Quechua"})
        return len(asked)

    client.get(PAGE)
    before = cost()
    for number in range(9):
        factories.make_therapist(f"Person {number}", states=["OR"], availability="accepting")
    client.get(PAGE)
    assert cost() == before
