"""Places to come to: a page says how one gets in, and there is none where nothing is told."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from editing.models import Redirect
from editing.rows import rows_data
from pages.models import Location
from pages.models.locations import TEXTS, YES
from tests.factories import (
    make_group,
    make_image,
    make_location,
    make_practice,
    make_therapist,
    make_user,
)
from tests.pages.practice_form import CHANGE, form_data
from tests.sitemap import public_paths

pytestmark = pytest.mark.django_db
LIST = "/locations/"
NOTHING = {"parking": ""}


@pytest.fixture(autouse=True)
def _practice():
    make_practice()


def test_whether_a_place_has_a_page_is_told_alike_by_a_row_and_by_the_database():
    make_location("Nothing told", **NOTHING)
    make_location("Nowhere", street="", city="")
    for name in TEXTS:
        make_location(f"With {name}", **{**NOTHING, name: "Ring."})
    for name in YES:
        make_location(f"With {name}", **{**NOTHING, name: True})
    found = set(Location.objects.with_pages())
    for place in Location.objects.all():
        assert (place in found) == place.has_page, place
    assert len(found) == len(TEXTS) + len(YES)


def test_the_page_says_how_one_gets_there_and_in(client):
    place = make_location(
        "The house", entrance="Five steps.", transit="Bus 6.", inside="A radio.", is_step_free=True, hours="Mondays",
        phone="(555) 010-0177", map_url="https://map.example/?q=1", getting_here="The blue door.", picture=make_image(),
    )  # fmt: skip
    page = client.get(place.get_absolute_url()).text
    for words in [
        "14 Larch Street", "Five steps.", "Bus 6.", "A radio.", "A way in without a step", "Mondays", "(555) 010-0177",
        "The blue door.", "In the yard.", 'href="https://map.example/?q=1"', "<img",
    ]:  # fmt: skip
        assert words in page, words
    assert "Elevator" not in page, "what nobody ticked is not said"


def test_no_other_site_is_asked_for_anything(client):
    place = make_location("The house", map_url="https://map.example/")
    page = client.get(place.get_absolute_url()).text
    assert page.count("map.example") == 2, "a link, and in the data for machines"
    assert 'rel="noopener noreferrer"' in page


def test_one_place_needs_no_list_and_several_have_one(client):
    assert client.get(LIST).status_code == 200
    assert LIST not in public_paths(client)
    house = make_location("The house")
    assert client.get(LIST).headers["Location"] == "/locations/the-house/"
    assert LIST not in public_paths(client), "it leads on"
    assert house.get_absolute_url() in public_paths(client)
    make_location("The mill")
    page = client.get(LIST).text
    assert "/locations/the-house/" in page
    assert "/locations/the-mill/" in page
    assert LIST in public_paths(client)


def test_where_nothing_is_told_or_people_meet_by_video_alone_there_is_no_page(client):
    for place in (make_location("House", **NOTHING), make_location("Online", street="", city="")):
        assert client.get(f"/locations/{place.slug}/").status_code == 404
        assert f"/locations/{place.slug}/" not in public_paths(client)
    page = client.get("/contact/").text
    assert "In the yard." not in page
    assert "Getting here, parking and steps" not in page


def test_contact_and_groups_lead_to_it(client):
    place = make_location("The house")
    group = make_group("Worry", [make_therapist()], location=place, slug="worry")
    for address in ("/contact/", group.get_absolute_url()):
        assert f'href="{place.get_absolute_url()}"' in client.get(address).text
    assert "/groups/worry/" in client.get(place.get_absolute_url()).text


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_group_of_somebody_without_place_is_not_named_there(client, is_listed):
    place = make_location("The house")
    noor = make_therapist(is_without_place=True, is_listed=is_listed)
    make_group("Worry", [noor, make_therapist()], location=place, slug="worry")
    assert "/groups/worry/" not in client.get(place.get_absolute_url()).text


def test_an_address_that_moved_leads_on(client):
    place = make_location("The house")
    place.slug = "house"
    place.save()
    assert Redirect.objects.get().new_path == "/locations/house/"
    assert client.get("/locations/the-house/").headers["Location"] == "/locations/house/"


def test_two_of_one_name_have_two_addresses():
    slugs = [make_location("The house").slug for _number in range(3)]
    assert slugs == ["the-house", "the-house-2", "the-house-3"]


def test_what_the_form_of_the_facts_does_not_hold_stays_when_it_is_saved(client):
    client.force_login(make_user("manager"))
    place = make_location("The house", entrance="Five steps.")
    rows = rows_data("locations", [{"name": "Old house", "street": place.street, "city": "Larch"}])
    assert client.post(CHANGE, form_data(**rows)).status_code == 302
    again = Location.objects.get()
    assert (again.pk, again.name, again.city) == (place.pk, "Old house", "Larch")
    assert (again.entrance, again.slug) == ("Five steps.", "the-house")


def test_staff_add_a_place_of_its_own(client):
    client.force_login(make_user("manager"))
    typed = {"name": "The mill", "street": "3 Mill Square", "city": "Wendham", "order": "0"}
    typed |= {"parking": "Under the square.", "has_elevator": "on"}
    assert client.post(reverse("admin:pages_location_add"), typed).status_code == 302
    page = client.get("/locations/the-mill/").text
    assert "Under the square." in page
    assert "Elevator" in page


def test_places_of_before_get_the_addresses_of_their_names():
    for name in ("The house", "The house", "日本"):
        make_location(name)
    Location.objects.update(slug="")
    import_module("pages.migrations.0018_addresses_of_places").name_them(apps, None)
    slugs = sorted(Location.objects.values_list("slug", flat=True))
    assert slugs == ["place", "the-house", "the-house-2"]
