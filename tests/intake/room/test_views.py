"""The pages behind “Keys”: setting up, letting in, recovering, and who cannot."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from intake.documents import entries
from intake.models import Entry, Inquiry, KeyHolder, PracticeKey
from intake.room import holders, unlocking
from tests import factories
from tests.intake.persons import answers
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    let_in,
    make_recovery_code,
    reads,
    set_up,
    signed_in,
    take_out,
    unlock,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]


def test_the_form_opens_when_two_people_and_both_sheets_can_open_what_comes_in(client):
    first, deputy = signed_in(), signed_in()
    choose(first)
    codes = {label: make_recovery_code(first, label) for label in "AB"}
    choose(deputy, OTHER)
    let_in(first, deputy)
    first.post(f"{ROOM}sheet/A/prove/", {"code": codes["A"]})
    assert not holders.form_is_open()
    first.post(f"{ROOM}sheet/B/prove/", {"code": codes["A"]})
    assert not holders.form_is_open(), "the wrong sheet proves nothing"
    first.post(f"{ROOM}sheet/B/prove/", {"code": codes["B"].lower()})
    assert holders.form_is_open()
    client.post("/get-started/", answers())
    assert reads(first)
    unlock(deputy, OTHER)
    assert reads(deputy)


def test_a_colleague_is_let_in_and_reads(client):
    first, deputy = signed_in(), signed_in()
    set_up(first, deputy)
    client.post("/get-started/", answers())
    assert reads(first)
    assert reads(deputy)


def test_more_colleagues_cost_the_page_of_keys_no_query():
    first = signed_in()
    choose(first)
    with CaptureQueriesContext(connection) as usual:
        first.get(ROOM)
    for user in [factories.make_user("coordinator") for _number in range(2)]:
        holders.make_person(user, OTHER)
    with CaptureQueriesContext(connection) as more:
        assert first.get(ROOM).context["people"][2]
    assert len(more) == len(usual)


def test_until_then_the_form_says_to_call_and_takes_nothing(client):
    assert b"Please call us" in client.get("/get-started/").content
    refused = client.post("/get-started/", answers(message="Sundays are hard."))
    assert refused.status_code == 503
    assert b"Sundays are hard." in refused.content
    assert not Inquiry.objects.exists()


def test_whoever_waits_to_be_let_in_opens_nothing(client):
    first, deputy, third = signed_in(), signed_in(), signed_in()
    set_up(first, deputy)
    client.post("/get-started/", answers())
    choose(third, "another sentence of my own")
    assert not reads(third)
    assert third.post(f"{ROOM}let-in/{KeyHolder.objects.of(third.user).pk}/").status_code in (
        302,
        403,
    )
    assert not reads(third)


def test_whoever_is_taken_out_opens_neither_old_nor_new(client):
    first, deputy = signed_in(), signed_in()
    set_up(first, deputy)
    unlock(deputy, OTHER)
    take_out(first, deputy)
    client.post("/get-started/", answers())
    assert not reads(deputy)
    assert reads(first)
    assert not PracticeKey.objects.current().grants.filter(holder__user=deputy.user).exists()


def test_nobody_takes_the_own_key_away():
    first, deputy = signed_in(), signed_in()
    set_up(first, deputy)
    own = KeyHolder.objects.of(first.user)
    assert first.post(f"{ROOM}take-out/{own.pk}/", {"passphrase": SENTENCE}).status_code == 403


def test_keys_turn_over_while_inquiries_arrive(client):
    first, deputy = signed_in(), signed_in()
    set_up(first, deputy)
    client.post("/get-started/", answers())
    before = Inquiry.objects.get()
    holders.turn_over()
    entries.write(before, Entry.Kind.NOTE, "written after the key turned over")
    assert before.practice_key != PracticeKey.objects.current()
    page = first.get(f"/admin/intake/inquiry/{before.pk}/change/").content.decode()
    assert "Rowan" in page
    assert "written after the key turned over" in page


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("too short", "at least 15 characters"),
        ("aaaaaaaaaaaaaaaaaaaa", "guessed at once"),
        (factories.PASSWORD, "another one than the password"),
    ],
)
def test_a_weak_passphrase_is_refused_with_a_reason(sentence, message):
    client = signed_in()
    assert message in choose(client, sentence).content.decode()
    assert not KeyHolder.objects.exists()


def test_the_old_passphrase_is_needed_to_change_it():
    client = signed_in()
    choose(client)
    data = {"old": "not this one", "new": OTHER, "again": OTHER}
    assert b"not the passphrase" in client.post(f"{ROOM}passphrase/", data).content
    assert client.post(f"{ROOM}passphrase/", data | {"old": SENTENCE}).status_code == 302
    client.post(f"{ROOM}lock/")
    assert unlock(client, OTHER).status_code == 302


@pytest.mark.parametrize("role", ["manager", "editor", "author", "clinician"])
def test_nobody_else_comes_near_the_keys(role):
    client = signed_in(role)
    for page in ["", "unlock/", "passphrase/", "sheet/A/prove/"]:
        assert client.get(ROOM + page).status_code == 403


def test_a_locked_room_prints_no_sheet_and_lets_nobody_in():
    first, deputy = signed_in(), signed_in()
    set_up(first, deputy)
    first.post(f"{ROOM}lock/")
    assert first.post(f"{ROOM}sheet/A/").status_code == 403
    assert KeyHolder.objects.get(sheet="A").is_proven
    assert first.post(f"{ROOM}let-in/{KeyHolder.objects.of(deputy.user).pk}/").status_code == 403


class TestUnlocked:
    @pytest.fixture
    def coordinator_client(self, client):
        first, deputy = signed_in(), signed_in()
        set_up(first, deputy)
        client.post("/get-started/", answers())
        return first

    def test_neither_the_session_nor_the_cookie_opens_anything_alone(self, coordinator_client):
        assert reads(coordinator_client)
        thief = Client()
        thief.cookies["sessionid"] = coordinator_client.cookies["sessionid"].value
        assert not reads(thief)
        other = signed_in()
        other.cookies["room"] = coordinator_client.cookies["room"].value
        assert not reads(other)

    def test_the_cookie_is_strict_and_out_of_reach_of_scripts_and_public_pages(
        self, coordinator_client
    ):
        cookie = coordinator_client.cookies["room"]
        assert (cookie["samesite"], cookie["httponly"], cookie["path"]) == (
            "Strict",
            True,
            "/admin/",
        )

    def test_the_session_row_does_not_hold_the_key(self, coordinator_client):
        holder = KeyHolder.objects.of(coordinator_client.user)
        own = holders.private_key_of(holder, SENTENCE)
        rows = str(dict(coordinator_client.session))
        assert own.raw.hex() not in rows
        assert str(holder.pk) in rows

    def test_half_an_hour_of_nothing_locks_and_using_it_does_not(self, coordinator_client):
        start = timezone.now()
        for minutes in (20, 40, 60):
            with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
                assert reads(coordinator_client)
        with time_machine.travel(start + timedelta(minutes=91), tick=False):
            assert not reads(coordinator_client)

    def test_after_a_working_day_it_locks_however_busy_it_was(self, coordinator_client):
        begun = timezone.now() - unlocking.WORKING_DAY + timedelta(minutes=10)
        session = coordinator_client.session
        session[unlocking.IN_SESSION] |= {"since": begun.isoformat()}
        session.save()
        assert reads(coordinator_client)
        with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
            assert not reads(coordinator_client)

    def test_signing_out_locks(self, coordinator_client):
        coordinator_client.post("/admin/logout/")
        coordinator_client.force_login(coordinator_client.user)
        assert not reads(coordinator_client)

    def test_after_eight_wrong_tries_the_right_one_waits_as_well(self, coordinator_client):
        coordinator_client.post(f"{ROOM}lock/")
        for _number in range(8):
            assert b"not the passphrase" in unlock(coordinator_client, "no, not this one").content
        assert b"Too many tries" in unlock(coordinator_client).content
        assert not reads(coordinator_client)

    def test_a_key_put_into_the_database_by_somebody_else_raises_the_alarm(
        self, coordinator_client
    ):
        PracticeKey.objects.filter(is_current=True).update(public=holders.new_key().public.raw)
        coordinator_client.post(f"{ROOM}lock/")
        page = coordinator_client.post(f"{ROOM}unlock/", {"passphrase": SENTENCE}, follow=True)
        assert "changed the practice’s keys" in page.content.decode().replace("'", "’")
