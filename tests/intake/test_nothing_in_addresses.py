"""Words stand in no address and no history, and no page of the desk hands out the code of somebody's page."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.test import Client

from intake.models import Inquiry, RoomEvent
from tests import factories
from tests.intake.coordinators import (
    LIST,
    address,
    do,
    page_after,
    sign_in,
    text_of,
    unlock,
)
from tests.intake.persons import CODE, PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
GROUPS = PAGE.split("/")[2]


def addresses_in(page):
    return " ".join(re.findall(r'(?:href|action|value)="([^"]*)"', text_of(page)))


# Searching


@pytest.mark.parametrize("is_unlocked", [False, True])
def test_words_to_look_for_are_posted(client, coordinator, inquiry, is_unlocked):
    if is_unlocked:
        unlock(client)
    form = re.search(r'<form id="changelist-search"[^>]*>', text_of(client.get(LIST)))[0]
    assert 'method="post"' in form
    assert "action" not in form
    found = client.post(LIST, {"words": "quince"})
    addresses = addresses_in(found).replace('value="quince"', "")
    assert addresses.count("quince") == 1, "in the field they were typed into, and nowhere else"
    assert "/quince" not in addresses
    assert "=quince" not in addresses


def test_words_in_an_address_are_not_followed(client, coordinator, inquiry):
    unlock(client)
    assert address(inquiry) in text_of(client.get(LIST, {"q": "quince"}))
    assert not RoomEvent.objects.filter(kind=RoomEvent.Kind.SEARCHED).exists()


def test_words_in_an_address_are_carried_on_nowhere(client, coordinator, inquiry):
    unlock(client)
    response = client.get(LIST, {"q": "quince", "place": "all"})
    assert response.status_code == 200
    assert "quince" not in text_of(response)


def test_unlocking_leads_back_to_no_words_that_were_posted(client, coordinator, inquiry):
    page = text_of(client.post(f"{LIST}?place=all", {"words": "quince"}))
    back = re.search(r'href="(/admin/room/unlock/[^"]*)"', page)[1]
    assert back.endswith("%3Fplace%3Dall")


# The desk


def take_down(client):
    call = {"came_by": "call", "name": "Kit", "route": "email", "email": "kit@mail.example"}
    client.post(f"{LIST}add/", call | {"consent": "on"})
    return Inquiry.objects.latest("received_at")


def code_of(inquiry):
    code = factories.told(inquiry).code
    return code, "-".join(code[at : at + 4] for at in range(0, 16, 4))


def hands_out(page, codes):
    text = text_of(page)
    return any(code in text for code in codes) or re.search(r"/r/\w", text)


def test_the_desk_hands_out_the_code_of_nobody_who_wrote(client, coordinator, inquiry):
    inquiry.owner = coordinator
    inquiry.close("client")
    inquiry.save()
    unlock(client)
    pages = [address(inquiry, name) for name in ("change", "history", "delete", "sheet")]
    for page in [LIST, f"{LIST}?place=all", f"{LIST}call-sheet/", *pages]:
        response = client.get(page)
        assert response.status_code == 200
        assert not hands_out(response, [CODE, GROUPS]), page


def test_a_code_is_read_out_by_whoever_took_the_call_down_and_within_the_hour(client):
    colleague = Client()
    with time_machine.travel("2026-03-04T15:40:00Z", tick=False) as clock:
        for one in (client, colleague):
            factories.make_key_holder(sign_in(one, "coordinator"))
            unlock(one)
        inquiry = take_down(client)
        codes = code_of(inquiry)
        clock.shift(timedelta(minutes=15))
        assert codes[1] in text_of(client.get(address(inquiry)))
        assert not hands_out(colleague.get(address(inquiry)), codes)
        client.post("/admin/room/lock/")
        assert not hands_out(client.get(address(inquiry)), codes), "locked, it is sealed"
        unlock(client)
        clock.shift(timedelta(minutes=10))
        assert not hands_out(client.get(address(inquiry)), codes)


def test_a_call_that_goes_to_a_colleague_hands_them_no_code(client, coordinator):
    unlock(client)
    inquiry = take_down(client)
    Inquiry.objects.update(owner=factories.make_user("coordinator"))
    assert not hands_out(client.get(address(inquiry)), code_of(inquiry))


def test_locked_nobody_learns_of_a_twin_or_merges_with_it(client, coordinator):
    one, two = factories.make_inquiry(), factories.make_inquiry()
    assert two.reference not in text_of(client.get(address(one)))
    page = text_of(page_after(client, one, "merge", twin=two.pk))
    assert "The room has locked itself" in page
    assert "From the same address" not in page
    assert set(Inquiry.objects.values_list("state", flat=True)) == {"new"}
    unlock(client)
    assert f'From the same address: <a href="{address(two)}' in text_of(client.get(address(one)))
    do(client, one, "merge", twin=two.pk)
    assert Inquiry.objects.get(pk=one.pk).twin_of == two


def test_the_admins_own_history_stays_empty(client, coordinator, inquiry):
    unlock(client)
    do(client, inquiry, "worry")
    do(client, inquiry, "looked-after", words="They called back.")
    do(client, inquiry, "hold", want="begin", words="Counsel says so.")
    do(client, inquiry, "hold", want="end", words="It is over.")
    do(client, inquiry, "close", because="nobody")
    client.post(address(inquiry, "delete"), {"post": "yes"})
    take_down(client)
    assert Inquiry.objects.active().count() == 1
    assert not LogEntry.objects.exists()
