"""A text of a profile that waits, or an older one, says nothing of what is true whichever text is shown."""

import pytest

from staff.admin_routes import address
from team.models import Identity, Therapist
from tests.factories import make_therapist, make_user
from tests.team.profile_form import save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
TICKED = ("is_listed", "is_without_photo", "is_out_of_search", "is_without_place", "is_evening")


@pytest.fixture
def manager(client):
    client.force_login(make_user("manager"))
    return client


@pytest.fixture
def person():
    person = make_therapist("Hana Wexler", opening_lines="Before.", **dict.fromkeys(TICKED, True))
    person.identities.add(Identity.objects.create(name="A parent"))
    return person


def of_today(person):
    row = Therapist.objects.values(*TICKED, "left_on", "slug", "availability").get(pk=person.pk)
    return row | {"identities": list(person.identities.all())}


def test_saving_a_next_text_takes_nobody_off_the_site_and_shows_nothing_held_back(manager, person):
    before = of_today(person)
    save(manager, person, opening_lines="After.", _keep="1")
    assert save(manager, person).opening_lines == "After."
    assert of_today(person) == before


def test_an_older_text_comes_back_without_what_was_ticked_then(manager, person):
    Therapist.objects.update(**dict.fromkeys(TICKED[1:], False))
    save(manager, person, opening_lines="After.")
    Therapist.objects.update(**dict.fromkeys(TICKED[1:], True))
    before = of_today(person)
    manager.post(address(person, "restore", person.pk, 1))
    assert save(manager, person).opening_lines == "Before."
    assert of_today(person) == before


def test_a_last_name_leaves_the_address_with_a_text_for_later_as_well(manager, person):
    save(manager, person, opening_lines="After.", first_name_only="Hana", _keep="1")
    assert Therapist.objects.get().slug == "hana"
    assert manager.get("/team/hana-wexler/").status_code == 404
    assert "Wexler" not in manager.get("/team/hana/").text
