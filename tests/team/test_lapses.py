"""What ends is told 60, 30 and 7 days before, and shown the day before; then the claim goes, not the person."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import override_settings

from practice_site.dashboard import attention
from team import lapses, reminders
from team.models import Supervision
from tests.factories import make_compact, make_practice, make_therapist, make_user
from tests.team.rights import nobody, on, right

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("America/Los_Angeles")
DAY = date(2026, 3, 4)
LOCAL = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")


@pytest.fixture(autouse=True)
def practice():
    make_practice(time_zone=ZONE.key)


def at(day, hour=12):
    return time_machine.travel(
        datetime(day.year, day.month, day.day, hour, tzinfo=ZONE), tick=False
    )


def told(day, hour=12):
    """Whom the job writes to on that day."""
    mail.outbox.clear()
    with at(day, hour), LOCAL:
        reminders.tell()
    return sorted(message.to[0] for message in mail.outbox)


def items(user):
    return [f"{item.text}: {item.detail}" for item in attention(user) if item.icon == "clock"]


@pytest.fixture
def manager():
    return make_user("manager", email="manager@practice.example")


def test_both_are_told_three_times_and_once_each(manager):
    user = make_user("clinician", email="hana@practice.example")
    right(nobody(user=user), to_day=DAY)
    both = ["hana@practice.example", "manager@practice.example"]
    days = {n: told(on(DAY, -n)) for n in (61, 60, 59, 31, 30, 8, 7, 6, 1, 0, -1)}
    assert {n: who for n, who in days.items() if who} == {60: both, 30: both, 7: both}
    assert told(on(DAY, -7), hour=20) == []


def test_a_worker_that_slept_tells_once_and_of_the_nearest(manager):
    right(nobody(), to_day=DAY)
    assert [len(told(on(DAY, -n))) for n in (20, 19, 6, 5)] == [1, 0, 1, 0]


def test_a_new_last_day_is_told_anew(manager):
    row = right(nobody(), to_day=DAY)
    assert told(on(DAY, -5))
    row.refresh_from_db()
    row.to_day = on(DAY, 365)
    row.save()
    assert not told(on(DAY, -4))
    assert told(on(DAY, 365 - 60))


def test_a_late_board_moves_what_is_told(manager):
    right(nobody(), to_day=DAY, late_until=on(DAY, 20), late_reason="Receipt", late_by="Dana")
    assert told(on(DAY, 13))
    with at(on(DAY, 13)):
        assert any("License, New York" in line for line in items(manager))


@pytest.mark.parametrize(
    ("person", "row"),
    [
        ({"is_listed": False}, {}),
        ({"left_on": date(2026, 1, 1)}, {}),
        ({}, {"to_day": None}),
        ({}, {"to_day": on(DAY, 400)}),
        ({}, {"to_day": on(DAY, -400)}),
    ],
)
def test_nobody_is_told_of_what_does_not_matter(manager, person, row):
    right(nobody(**person), **{"to_day": DAY, **row})
    assert told(on(DAY, -5)) == []


def test_what_is_followed_by_a_renewal_is_no_lapse(manager):
    person = nobody()
    right(person, to_day=DAY)
    right(person, from_day=on(DAY, 1))
    assert told(on(DAY, -5)) == []
    assert lapses.goes_after(DAY) == ([], [])


def test_accounts_that_are_shut_get_nothing():
    user = make_user("clinician", is_active=False)
    right(nobody(user=user), to_day=DAY)
    make_user("manager", is_active=False)
    make_user("editor")
    assert told(on(DAY, -5)) == []


def gone(day=DAY):
    losses, nobody_left = lapses.goes_after(day)
    return {loss.therapist.name: loss.states for loss in losses}, nobody_left


def test_the_day_before_shows_who_loses_what_trainees_included(manager):
    boss, june = nobody("Boss"), nobody("June")
    right(boss, "OR", to_day=DAY)
    right(boss, "NY")
    right(june, "OR", kind="supervised")
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day=date(2020, 1, 1))
    assert gone() == ({"Boss": ["Oregon"], "June": ["Oregon"]}, ["Oregon"])
    assert gone(on(DAY, -1)) == gone(on(DAY, 1)) == ({}, [])
    with at(DAY):
        lines = items(manager)
    for name in ("Boss", "June"):
        said = f"From tomorrow {name} is not shown for Oregon: The profile stays. Nobody is left for Oregon"
        assert any(line.startswith(said) for line in lines), lines


def test_a_state_that_somebody_else_has_stays_in_the_filter():
    right(nobody("Hana"), to_day=DAY)
    right(nobody("Amos"))
    assert gone() == ({"Hana": ["New York"]}, [])


def test_ways_that_go_are_a_loss_as_well():
    person = nobody("Hana")
    right(person, to_day=DAY)
    right(person, kind="telehealth", way="video")
    assert gone() == ({"Hana": ["New York"]}, [])


@pytest.mark.parametrize("what", ["a supervision", "an absence", "a compact"])
def test_what_ends_with_something_else_is_shown_too(what):
    boss, june = nobody("Boss"), nobody("June")
    right(june, kind="supervised")
    given = {"supervisee": june, "supervisor": boss, "from_day": date(2020, 1, 1)}
    if what == "a compact":
        compact = make_compact(states=["WA", "NY"])
        right(june, "WA", profession="psychology")
        right(june, "WA", kind="compact", compact=compact, profession="psychology")
        compact.members.filter(state="NY").update(to_day=DAY)
    elif what == "an absence":
        days = {"absent_from": DAY - timedelta(days=3), "absent_to": DAY}
        Supervision.objects.create(**given, deputy=make_therapist("Amos"), **days)
    else:
        right(boss)
        Supervision.objects.create(**given, to_day=DAY)
    assert gone()[0] == {"June": ["New York"]}


def test_at_midnight_the_state_goes_and_the_person_stays(client):
    right(nobody("Hana Wexler"), "OR", to_day=DAY)
    right(nobody("Amos"), "NY")
    with at(DAY, 23):
        assert "Oregon" in client.get("/team/hana-wexler/").text
    with at(on(DAY, 1), 0):
        page = client.get("/team/hana-wexler/")
        assert page.status_code == 200
        assert "Oregon" not in page.text
        assert "Hana Wexler" in client.get("/team/").text


def test_a_clinician_reads_of_the_own_and_of_no_other():
    user = make_user("clinician")
    right(nobody("Hana", user=user), to_day=DAY)
    right(nobody("Amos"), "OR", to_day=DAY)
    with at(on(DAY, -20)):
        assert [line for line in items(user) if "Yours ends" in line] == [
            "Yours ends: License, New York: Tell whoever keeps the licenses at the practice once it is renewed."
        ]
        assert not any("Oregon" in line for line in items(user))
        assert not any("New York" in line for line in items(make_user("editor")))
