"""What every page shows of the practice is read once, and again as soon as anything of it is another."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages import frame, site_facts
from pages.models import (
    Announcement,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
    Page,
    Practice,
)
from pictures.models import Image
from tests.factories import make_image, make_page, make_practice

pytestmark = pytest.mark.django_db
ZONE = "America/Los_Angeles"


def on_the_page(client, words):
    return words in client.get("/contact/").content.decode()


def make_logo():
    image = make_image(alt="Two chairs")
    Practice.objects.update(logo=image)
    return image


# What somebody changes, and words of every page that come or go with it.
CHANGES = {
    "the name": (lambda: Practice.objects.update(name="Quiet Rooms"), "Quiet Rooms"),
    "a place": (lambda: Location.objects.create(practice_id=1, name="A", street="9 Elm"), "9 Elm"),
    "hours": (
        lambda: OpeningHours.objects.create(
            practice_id=1, weekday=2, opens=time(9), closes=time(17)
        ),
        "Wednesday",
    ),
    "the menu": (
        lambda: MenuItem.objects.create(label="Our rooms", section="team:therapist_list"),
        "Our rooms",
    ),
    "a notice": (
        lambda: Announcement.objects.bulk_create(
            [
                Announcement(
                    text="Closed for snow.",
                    first_day=timezone.localdate() - timedelta(days=1),
                    last_day=timezone.localdate() + timedelta(days=1),
                )
            ]
        ),
        "Closed for snow.",
    ),
    "crisis help": (
        lambda: CrisisResource.objects.create(name="Night line", text="Somebody is awake."),
        "Night line",
    ),
    "the logo": (make_logo, "Two chairs"),
    "words of the logo": (
        lambda: make_logo() and Image.objects.update(alt="Three chairs"),
        "Three chairs",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_on_the_next_page(client, practice, what):
    change, words = CHANGES[what]
    assert not on_the_page(client, words)
    change()
    assert on_the_page(client, words)


def test_an_entry_of_the_menu_comes_and_goes_with_its_page(client, practice):
    page = make_page("Fees")
    MenuItem.objects.create(label="What it costs", page=page, place="head")
    assert on_the_page(client, "What it costs")
    Page.objects.update(state="withdrawn")
    assert not on_the_page(client, "What it costs")


@pytest.mark.parametrize("which", ["publish_at", "withdraw_at"])
def test_an_entry_of_the_menu_comes_and_goes_at_its_time(client, practice, which):
    now = timezone.now()
    page = make_page("Fees", **{which: now + timedelta(minutes=30)})
    MenuItem.objects.create(label="What it costs", page=page, place="head")
    comes = which == "publish_at"
    for minutes, is_there in [(0, not comes), (29, not comes), (30, comes)]:
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            assert on_the_page(client, "What it costs") == is_there


def test_a_page_that_goes_out_while_the_menu_is_read_is_in_the_next_one(practice, monkeypatch):
    now = timezone.now()
    page = make_page("Fees", publish_at=now + timedelta(minutes=1))
    MenuItem.objects.create(label="What it costs", page=page, place="head")
    read = site_facts.menu_of

    def slowly(items):
        found = read(items)
        clock.shift(timedelta(minutes=2))
        return found

    with time_machine.travel(now, tick=False) as clock:
        monkeypatch.setattr(site_facts, "menu_of", slowly)
        assert "What it costs" not in frame.current().head("/")
        assert "What it costs" in frame.current().head("/")


def test_a_day_begins_where_the_practice_moved_to(client):
    make_practice(time_zone="UTC")
    with time_machine.travel("2026-03-05T02:00:00Z", tick=False):
        Announcement.objects.create(
            text="Closed for snow.", first_day="2026-03-04", last_day="2026-03-04"
        )
        assert not on_the_page(client, "Closed for snow.")
        Practice.objects.update(time_zone=ZONE)
        assert on_the_page(client, "Closed for snow.")


def test_a_notice_comes_and_goes_at_midnight_where_the_practice_is(client):
    make_practice(time_zone=ZONE)
    day = datetime(2026, 3, 4, tzinfo=ZoneInfo(ZONE))
    Announcement.objects.create(text="Closed for snow.", first_day=day, last_day=day)
    midnight = timedelta(days=1)
    for moment, is_there in [
        (day - timedelta(seconds=1), False),
        (day, True),
        (day + midnight - timedelta(seconds=1), True),
        (day + midnight, False),
    ]:
        with time_machine.travel(moment, tick=False):
            assert on_the_page(client, "Closed for snow.") == is_there, moment


def test_pages_that_follow_read_nothing_of_the_practice(client, practice):
    client.get("/contact/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/contact/")
    tables = [re.findall(r'FROM "?(\w+)', query["sql"]) for query in asked]
    assert sorted(tables) == [["freshness_edition"], ["pages_contactroute"]]
