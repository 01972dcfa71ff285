"""Whoever makes an order presses up or down; numbers are nobody's business, and equal ones are no trouble."""

import pytest
from django.contrib.admin.models import LogEntry

from pages.models import MenuItem
from team.models import Language, OfficePerson
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
LIST = "/admin/team/language/"


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def languages(*orders):
    return [Language.objects.create(name=f"L{n}", order=order) for n, order in enumerate(orders)]


def names():
    return [language.name for language in Language.objects.all()]


@pytest.mark.parametrize("orders", [(0, 0, 0), (1, 2, 3), (5, 5, 900), (0, 32767, 32767)])
@pytest.mark.parametrize(
    ("which", "step", "after"),
    [
        (0, "down", ["L1", "L0", "L2"]),
        (2, "up", ["L0", "L2", "L1"]),
        (1, "up", ["L1", "L0", "L2"]),
        (0, "up", ["L0", "L1", "L2"]),
        (2, "down", ["L0", "L1", "L2"]),
    ],
)
def test_a_row_goes_one_step_and_no_further(manager_client, orders, which, step, after):
    moved = languages(*orders)[which]
    response = manager_client.post(LIST, {"_move": f"{step}:{moved.pk}"})
    assert response.url == f"{LIST}#move-{moved.pk}"
    assert names() == after


@pytest.mark.parametrize(
    "odd", ["", "up", "up:", "up:x", "up:99999999999999999999", "up:-1", "off:1", "up:0", "up:²"]
)
def test_an_odd_step_moves_nothing(manager_client, odd):
    languages(0, 1)
    assert manager_client.post(LIST, {"_move": odd}).status_code in (200, 302)
    assert names() == ["L0", "L1"]


def test_whoever_only_looks_moves_nothing(client):
    people = [OfficePerson.objects.create(first_name=name, order=1) for name in ("Ada", "Bo")]
    client.force_login(make_user("editor"))
    address = "/admin/team/officeperson/"
    assert 'name="_move"' not in client.get(address).text
    assert client.post(address, {"_move": f"down:{people[0].pk}"}).status_code == 403
    assert [person.order for person in OfficePerson.objects.all()] == [1, 1]


def test_the_head_and_the_foot_of_the_page_have_an_order_each(manager_client):
    places = ["head", "head", "foot", "foot"]
    rows = [
        MenuItem.objects.create(place=p, label=str(n), section="pages:contact")
        for n, p in enumerate(places)
    ]
    data = {"form-TOTAL_FORMS": 0, "form-INITIAL_FORMS": 0}
    manager_client.post("/admin/pages/menuitem/", data | {"_move": f"up:{rows[2].pk}"})
    manager_client.post("/admin/pages/menuitem/", data | {"_move": f"down:{rows[0].pk}"})
    assert [item.label for item in MenuItem.objects.filter(place="head")] == ["1", "0"]
    assert [item.label for item in MenuItem.objects.filter(place="foot")] == ["2", "3"]


def test_a_move_is_in_the_history(manager_client):
    moved = languages(0, 1)[0]
    manager_client.post(LIST, {"_move": f"down:{moved.pk}"})
    assert LogEntry.objects.get().object_id == str(moved.pk)
