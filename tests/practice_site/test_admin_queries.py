"""What pages of the admin cost in queries at most, so that a new one is a decision and not an accident."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.assertions import queries_of
from tests.factories import (
    make_article,
    make_inquiry,
    make_key_holder,
    make_page,
    make_room_ready,
    make_therapist,
    make_user,
)
from tests.intake.coordinators import address, do, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def test_index_of_a_manager(client):
    make_room_ready()
    soon = {"state": "approved", "publish_at": timezone.now() + timedelta(days=1)}
    for make in (make_article, make_page):
        for more in ({"state": "draft"}, {"state": "draft"}, soon, soon):
            make(**more)
    client.force_login(make_user("manager"))
    assert queries_of(client, "/admin/") <= 39


def test_pages_of_a_coordinator(client):
    make_room_ready()
    make_therapist("Hana Wexler")
    coordinator = make_user("coordinator")
    make_key_holder(coordinator)
    inquiry = make_inquiry(owner=make_user("coordinator"))
    make_inquiry()
    client.force_login(coordinator)
    unlock(client)
    assert queries_of(client, "/admin/") <= 39
    assert queries_of(client, "/admin/room/") <= 24
    assert queries_of(client, address(inquiry)) <= 23
    with CaptureQueriesContext(connection) as sending:
        do(client, inquiry, "note", words="Called back")
    assert len(sending) <= 33, "what is kept reads neither the team nor the other forms"
