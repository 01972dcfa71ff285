import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from pages.error_page_facts import recall
from pages.models import ContactRoute, OpeningHours, Practice
from tests.factories import make_practice, make_user
from tests.pages.practice_form import CHANGE, form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def errors(response):
    return response.context["adminform"].form.errors


def test_the_list_leads_straight_to_the_one_practice(manager_client):
    response = manager_client.get(reverse("admin:pages_practice_changelist"))
    assert response.url == CHANGE


def test_the_first_form_shows_defaults_and_looking_at_it_stores_nothing(manager_client):
    assert "Our practice" in manager_client.get(CHANGE).text
    assert not Practice.objects.exists()
    manager_client.post(
        CHANGE,
        form_data()
        | {
            "weekly_hours-0-0-opens": "09:00",
            "weekly_hours-0-0-closes": "17:00",
        },
    )
    practice = Practice.objects.get()
    assert (practice.pk, practice.time_zone) == (1, "America/Chicago")
    assert practice.states_served == ["IL", "WI"]
    assert [str(row) for row in practice.hours] == ["Monday 09:00–17:00"]


def test_the_practice_is_neither_added_nor_deleted(manager_client):
    make_practice()
    assert manager_client.get("/admin/pages/practice/add/").status_code == 403
    assert (
        manager_client.post("/admin/pages/practice/1/delete/", {"post": "yes"}).status_code == 403
    )
    assert manager_client.get("/admin/pages/practice/2/change/").status_code == 302
    with pytest.raises(IntegrityError):
        Practice.objects.create(pk=2)


def test_a_coordinator_reads_the_facts_and_changes_none(client):
    make_practice(name="Before")
    client.force_login(make_user("coordinator"))
    assert client.get("/admin/pages/practice/").url == CHANGE
    response = client.get(CHANGE)
    assert response.status_code == 200
    assert 'name="name"' not in response.text
    assert client.post(CHANGE, form_data()).status_code == 403
    assert Practice.objects.get().name == "Before"


def test_other_roles_do_not_see_the_facts(client):
    make_practice()
    client.force_login(make_user("editor"))
    assert client.get("/admin/pages/practice/").status_code == 403
    assert client.get(CHANGE).status_code == 403


def test_a_color_that_cannot_be_read_is_refused_with_one_that_can(manager_client):
    response = manager_client.post(CHANGE, form_data(accent="#00ff00"))
    nearest = re.search(r"#[0-9a-f]{6}", errors(response)["accent"][0])[0]
    assert manager_client.post(CHANGE, form_data(accent=nearest)).status_code == 302
    assert Practice.objects.get().accent == nearest


@pytest.mark.parametrize("accent", ["", "green", "#12", "#1f4b3a\n", "#gggggg", "red;}body{x:y"])
def test_what_is_no_color_is_refused(accent):
    with pytest.raises(ValidationError) as refused:
        Practice(accent=accent).clean_fields()
    assert "accent" in refused.value.error_dict


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "", "America"])
def test_only_known_time_zones_are_taken(manager_client, zone):
    assert "time_zone" in errors(manager_client.post(CHANGE, form_data(time_zone=zone)))
    with pytest.raises(ValidationError):
        Practice(time_zone=zone).clean_fields()


def test_states_outside_the_list_are_refused(manager_client):
    response = manager_client.post(CHANGE, form_data(states_served=["IL", "XX"]))
    assert "states_served" in errors(response)


@pytest.mark.parametrize(
    ("phone", "link"),
    [("(555) 010-0199", "tel:+15550100199"), ("+44 20 7946 0958", "tel:+442079460958")],
)
def test_the_phone_can_be_tapped(phone, link):
    assert Practice(phone=phone).phone_link == link


@pytest.mark.parametrize("phone", ["javascript:alert(1)", "call me", "1"])
def test_a_phone_is_a_number(phone):
    with pytest.raises(ValidationError):
        Practice(phone=phone).clean_fields()


def test_hours_close_after_they_open():
    hours = OpeningHours(practice=make_practice(), weekday=0, opens="17:00", closes="09:00")
    with pytest.raises(ValidationError, match="closing time"):
        hours.validate_constraints()


@pytest.mark.parametrize("link", ["/careers/", "https://portal.example/a?b=1", ""])
def test_a_contact_route_may_lead_to_a_page_or_a_secure_address(link):
    ContactRoute(audience="new", text="Write to us.", link=link).clean_fields()


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", " javascript:alert(1)", "//evil.example", "/\\evil.example",
     "http://a.example", "careers", "data:text/html,x", "https://", "/\t/evil.example"],
)  # fmt: skip
def test_a_contact_route_leads_nowhere_else(link):
    with pytest.raises(ValidationError):
        ContactRoute(audience="new", text="Write to us.", link=link).clean_fields()


def test_contact_asks_who_you_are(client):
    make_practice()
    ContactRoute.objects.create(audience="jobs", text="We hire on Saturdays.", link="/careers/")
    html = client.get("/contact/").text
    assert "I would like to work here" in html
    assert "We hire on Saturdays." in html
    assert 'href="/careers/"' in html


def test_error_pages_learn_of_changed_facts(settings, tmp_path, django_capture_on_commit_callbacks):
    settings.STATE_DIR = tmp_path
    with django_capture_on_commit_callbacks(execute=True):
        make_practice(name="Larchmont", phone="(555) 010-0142")
    assert (recall()["name"], recall()["phone"]) == ("Larchmont", "(555) 010-0142")


def places(**rows):
    data = {"locations-TOTAL": "3"}
    for number, row in rows.items():
        data |= {f"locations-{number[1:]}-{column}": value for column, value in row.items()}
    return form_data() | data


def test_where_the_practice_is_are_rows_of_the_form_in_their_order(manager_client):
    make_practice()
    house = {"name": "The house", "street": "14 Larch Street", "state": "OR"}
    manager_client.post(CHANGE, places(n0=house, n1={"name": "Online", "ORDER": "1"}))
    assert list(Practice.objects.get().location_set.values_list("name", "street")) == [
        ("Online", ""),
        ("The house", "14 Larch Street"),
    ]
    html = manager_client.get(CHANGE).text
    assert 'name="locations-1-street" value="14 Larch Street"' in html
    # One more can be written without a script.
    assert 'name="locations-2-name"' in html.partition("<template>")[0]
    manager_client.post(CHANGE, places(n0={"name": "Online", "DELETE": "on"}, n1=house))
    assert list(Practice.objects.get().location_set.values_list("name", flat=True)) == ["The house"]


def test_a_place_without_a_name_is_refused_and_nothing_is_saved(manager_client):
    make_practice()
    response = manager_client.post(CHANGE, places(n1={"street": "14 Larch Street"}))
    assert [line[:11] for line in errors(response)["locations"]] == ["Location 2,"]
    assert 'value="14 Larch Street"' in response.text
    assert not Practice.objects.get().location_set.exists()
