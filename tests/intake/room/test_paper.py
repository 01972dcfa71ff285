"""Recovery sheets: the good one works until the new one was typed from the paper."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone

from intake.models import FormerSheet, KeyHolder, NewKey
from intake.room import holders, recovery_codes
from tests.intake.room.ceremony import (
    OTHER,
    ROOM,
    SENTENCE,
    choose,
    code_on,
    make_recovery_code,
    prove,
    replace_recovery_code,
    signed_in,
    text_of,
    unlock,
    use_recovery_code,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_once", "practice")]


@pytest.fixture
def waiting(coordinator_client):
    client = signed_in()
    choose(client, OTHER)
    return client


def is_let_in_by(client, code):
    return "You can open inquiries again." in text_of(use_recovery_code(client, "A", code))


def test_asking_and_a_wrong_passphrase_make_no_sheet(coordinator_client):
    assert "goes on working" in text_of(coordinator_client.get(f"{ROOM}sheet/A/"))
    assert make_recovery_code(coordinator_client, "A", "not this sentence") == ""
    assert not NewKey.objects.exists()


def test_the_good_sheet_works_until_the_new_one_was_typed(coordinator_client, waiting):
    code = make_recovery_code(coordinator_client, "A")
    assert "You can open inquiries again." not in text_of(use_recovery_code(waiting, "A", code))
    assert is_let_in_by(waiting, coordinator_client.codes["A"])


def test_then_the_old_one_opens_nothing_and_is_known_as_replaced(coordinator_client, waiting):
    code = replace_recovery_code(coordinator_client, "A")
    page = text_of(use_recovery_code(waiting, "A", coordinator_client.codes["A"]))
    assert "Recovery code A was replaced on" in page
    assert not is_let_in_by(waiting, coordinator_client.codes["B"]), (
        "nor is the other one’s code this one’s"
    )
    assert is_let_in_by(waiting, code)


def test_an_old_code_is_known_where_a_sheet_is_tried_as_well(coordinator_client):
    replace_recovery_code(coordinator_client, "A")
    replace_recovery_code(coordinator_client, "A")
    assert "Recovery code A was replaced on" in text_of(
        prove(coordinator_client, "A", coordinator_client.codes["A"])
    )
    for _number in range(recovery_codes.MOST_FORMER):
        replace_recovery_code(coordinator_client, "A")
    assert FormerSheet.objects.filter(sheet="A").count() == recovery_codes.MOST_FORMER


def test_a_reload_makes_no_other_code_and_loses_none(coordinator_client):
    code = make_recovery_code(coordinator_client, "A")
    for _number in range(2):
        assert code_on(coordinator_client.get(f"{ROOM}sheet/A/code/")) == code
    assert NewKey.objects.count() == 1


@pytest.mark.parametrize("how", ["tried", "locked", "another browser", "without the cookie"])
def test_the_code_is_shown_to_nobody_else_and_not_for_ever(coordinator_client, how):
    code = make_recovery_code(coordinator_client, "A")
    client = coordinator_client
    if how == "tried":
        prove(coordinator_client, "A", code)
    elif how == "locked":
        coordinator_client.post(f"{ROOM}lock/")
        unlock(coordinator_client)
    elif how == "another browser":
        client = signed_in()
        client.force_login(coordinator_client.user)
        unlock(client)
    else:
        kept = coordinator_client.session["room_code"]["code"]
        del coordinator_client.cookies["room"]
        assert code not in kept
    page = client.get(f"{ROOM}sheet/A/code/", follow=True)
    assert code_on(page) == ""
    assert code not in text_of(page)


def test_a_second_new_sheet_voids_the_untried_one_only(coordinator_client, waiting):
    first = make_recovery_code(coordinator_client, "A")
    assert "that paper is void" in text_of(coordinator_client.get(f"{ROOM}sheet/A/"))
    second = make_recovery_code(coordinator_client, "A")
    assert "This is not recovery code A" in text_of(prove(coordinator_client, "A", first))
    assert "Recovery code A works" in text_of(prove(coordinator_client, "A", second))


def test_trying_the_good_sheet_while_a_new_one_waits_says_which_it_is(coordinator_client):
    make_recovery_code(coordinator_client, "A")
    assert "that counts until now" in text_of(
        prove(coordinator_client, "A", coordinator_client.codes["A"])
    )
    assert NewKey.objects.exists()


def test_a_sheet_that_somebody_has_seen_is_taken_out_at_once(coordinator_client, waiting):
    page = text_of(coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": "wrong one"}))
    assert "This is not the passphrase" in page
    assert KeyHolder.objects.filter(sheet="A").exists()
    coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE})
    assert not KeyHolder.objects.filter(sheet="A").exists()
    assert use_recovery_code(waiting, "A", coordinator_client.codes["A"]).status_code == 404


def test_the_last_sheet_that_was_tried_is_never_taken_out(coordinator_client):
    coordinator_client.post(f"{ROOM}sheet/A/out/", {"passphrase": SENTENCE})
    page = text_of(
        coordinator_client.post(f"{ROOM}sheet/B/out/", {"passphrase": SENTENCE}, follow=True)
    )
    assert "Nothing was changed" in page
    assert KeyHolder.objects.filter(sheet="B").exists()


def test_twice_a_year_somebody_is_asked_to_try_a_sheet(coordinator_client):
    message = "Please test recovery code A, as twice a year"
    assert message not in text_of(coordinator_client.get("/admin/"))
    with time_machine.travel(timezone.now() + recovery_codes.HALF_A_YEAR, tick=False):
        client = signed_in()
        client.force_login(coordinator_client.user)
        assert message in text_of(client.get("/admin/"))
        unlock(client)
        prove(client, "A", coordinator_client.codes["A"])
        page = text_of(client.get("/admin/"))
        assert message not in page
        assert message.replace("A,", "B,") in page


def test_an_untried_sheet_of_an_older_version_counts_once_it_was_typed(coordinator_client):
    KeyHolder.objects.filter(sheet="A").update(is_proven=False)
    holders.roll.record()
    assert holders.missing() == (0, ["A"])
    assert "Recovery code A was made and not tested yet" in text_of(
        coordinator_client.get("/admin/")
    )
    prove(coordinator_client, "A", coordinator_client.codes["A"])
    assert holders.missing() == (0, [])


DAY = date(2026, 3, 4)
MADE = NewKey(sheet="A", made_at=datetime(2026, 11, 5, 17, tzinfo=UTC))


@pytest.mark.parametrize(
    ("sheet", "new", "lines"),
    [
        (None, None, ["not made yet"]),
        ({}, None, ["printed, and not tested yet"]),
        ({"is_proven": True}, None, ["works; made March 4, 2026"]),
        (
            {"is_proven": True, "tried_on": date(2026, 9, 1), "kept_by": "Mara Lindqvist"},
            None,
            ["works; made March 4, 2026, last tested Sept. 1, 2026 · Mara Lindqvist keeps it"],
        ),
        (None, MADE, ["a new one was made on Nov. 5, 2026 and not tested yet"]),
        (
            {"is_proven": True},
            MADE,
            ["works; made March 4, 2026", "a new one was made on Nov. 5, 2026 and not tested yet"],
        ),
    ],
)
def test_the_page_says_how_far_a_sheet_is(sheet, new, lines):
    row = None if sheet is None else KeyHolder(sheet="A", since=DAY, **sheet)
    found = recovery_codes.lines_about(row, new)
    assert [line.removesuffix("; it opens nothing until then") for line in found] == lines
