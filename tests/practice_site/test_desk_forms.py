"""What every form of the desk has, whichever admin it is of."""

import re

import pytest
from django.contrib.admin import site
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.forms.widgets import DateTimeBaseInput
from django.test import RequestFactory
from django.urls import reverse

from pages.models import Practice
from staff.desk_fields import ClockInput, DayInput
from tests import factories
from tests.factories import make_practice, make_user
from tests.practice_site.one_of_each import MAKE

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def fields_of(model_admin, request):
    form = model_admin.get_form(request)
    yield from form.base_fields.values()
    for inline in model_admin.get_inline_instances(request):
        yield from inline.get_formset(request).form.base_fields.values()


def controls(widget):
    return getattr(widget, "widgets", [getattr(widget, "widget", widget)])


def test_no_form_of_the_desk_has_another_control_for_days_and_times():
    request = RequestFactory().get("/admin/")
    request.user = make_user("manager", is_superuser=True)
    others = {
        f"{model.__name__}: {type(control).__name__}"
        for model, model_admin in site._registry.items()
        if model_admin.has_add_permission(request) or model is Practice
        for field in fields_of(model_admin, request)
        for control in controls(field.widget)
        if isinstance(control, DateTimeBaseInput) and not isinstance(control, DayInput | ClockInput)
    }
    assert others == set()


ROWS = sorted(set(MAKE) - {"intake.Inquiry", "intake.RoomEvent", "blog.Article own published"})


@pytest.mark.parametrize("label", ROWS)
def test_labels_have_no_colon(client, label):
    user = make_user(is_superuser=True)
    client.force_login(user)
    response = client.get(address(MAKE[label](user)))
    assert re.findall(r"[^<>]*:\s*</(?:label|legend)>", response.text) == []


def address(row):
    return reverse(admin_urlname(row._meta, "change"), args=[row.pk])


def test_the_zone_is_said_once_and_only_where_times_are_asked(manager_client):
    make_practice(time_zone="America/Denver")
    with_times = manager_client.get(address(factories.make_page())).text
    assert with_times.count("zone: Mountain.") == 1
    assert "zone: Mountain" not in manager_client.get("/admin/pages/menuitem/add/").text


def test_what_was_refused_stands_at_the_top_with_a_link_to_its_field(manager_client):
    typed = {"reason": "", "first_day": "9999-01-01", "last_day": "next week"}
    html = manager_client.post("/admin/pages/closureday/add/", typed).text
    slips = re.findall(r'<li><a href="#(\w+)">', html)
    assert slips == ["id_first_day", "id_last_day", "id_reason"]
    for target in slips:
        assert f'id="{target}"' in html
    assert 'value="next week"' in html
    assert "This year looks mistyped" in html


def test_a_set_that_was_refused_is_led_to_as_well(manager_client):
    practice = factories.make_practice()
    html = manager_client.post(address(practice), {"states_served": ["nowhere"]}).text
    assert 'href="#id_states_served"' in html
    assert 'id="id_states_served"' in html


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("pages.MenuItem", "Visitors see it as soon as it is saved."),
        ("team.Payer", "Visitors see it as soon as it is saved."),
        ("intake.ReferralContact", "visitors see nothing of it"),
    ],
)
def test_a_form_says_what_saving_does_to_readers(client, label, said):
    user = make_user("manager", "coordinator")
    client.force_login(user)
    assert said in client.get(address(MAKE[label](user))).text


def test_whoever_only_looks_is_told_nothing_about_saving(client):
    practice = make_practice()
    client.force_login(make_user("coordinator"))
    assert 'class="saving"' not in client.get(address(practice)).text


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("author", "/admin/password_change/"),
        ("manager", "/admin/editing/redirect/fill/"),
        ("manager", "/admin/intake/roomevent/month/"),
        ("coordinator", "/admin/room/passphrase/"),
        ("coordinator", "/admin/intake/inquiry/add/"),
    ],
)
def test_labels_of_pages_of_their_own_have_no_colon(client, role, place):
    user = make_user(role)
    if role == "coordinator":
        factories.make_key_holder(user)
    client.force_login(user)
    page = client.get(place)
    assert page.status_code == 200
    assert "</label>" in page.text
    assert re.findall(r"[^<>]*:\s*</(?:label|legend)>", page.text) == []
