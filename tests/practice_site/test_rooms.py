"""The rooms of the desk, for each role: what may be opened, and nothing else."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from practice_site.rooms import ORDER
from staff.roles import ROLES
from tests.factories import make_practice, make_user

pytestmark = pytest.mark.django_db

ROOMS = {
    "manager": ["Writing", "People", "Inquiries", "The practice", "Site"],
    "editor": ["Writing", "People", "The practice", "Site"],
    "author": ["Writing"],
    "coordinator": ["People", "Inquiries", "The practice", "Site"],
    "clinician": ["Writing", "People"],
}
NAV = re.compile(r'<nav class="rooms".*?</nav>', re.DOTALL)
ROOM = re.compile(r'href="([^"]+)"(?: aria-current="\w+")?><svg.*?</svg><span>([^<]+)')


def rooms_on(client, path):
    page = client.get(path).content.decode()
    return {name: address for address, name in ROOM.findall(NAV.search(page)[0])}


def test_every_role_has_a_row():
    assert ROOMS.keys() == ROLES.keys()


def test_every_registered_model_stands_in_one_room():
    registered = {model._meta.label for model in admin.site._registry}
    assert registered == set(ORDER)
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("role", ROOMS)
def test_a_role_sees_the_rooms_it_may_open_and_each_door_leads_in(client, role):
    make_practice()
    client.force_login(make_user(role))
    rooms = rooms_on(client, reverse("admin:index"))
    assert list(rooms) == ["Today", *ROOMS[role]]
    for address in rooms.values():
        assert client.get(address, follow=True).status_code == 200


def test_the_room_one_is_in_is_marked(client):
    make_practice()
    client.force_login(make_user("editor"))
    page = client.get(reverse("admin:blog_series_changelist")).content.decode()
    assert re.findall(r'aria-current="true">.*?<span>([^<]+)', NAV.search(page)[0]) == ["Writing"]


def test_whoever_is_not_signed_in_sees_no_room(client):
    make_practice()
    assert 'class="rooms"' not in client.get(reverse("admin:login")).content.decode()
