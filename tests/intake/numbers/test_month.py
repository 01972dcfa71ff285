"""The page for whoever looks over a month of the room, and the table for the day something happened."""

import csv
import html
import io
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from intake.admin import second_look as look
from intake.models import RoomEvent
from tests import factories
from tests.intake.coordinators import sign_in, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
PAGE = "/admin/intake/roomevent/month/"
Kind = RoomEvent.Kind


@pytest.fixture
def dana():
    return factories.make_user("coordinator", name="Dana Osei")


def note(kind, user, when, **fields):
    with time_machine.travel(datetime.fromisoformat(when).replace(tzinfo=NEW_YORK), tick=False):
        return RoomEvent.objects.note(kind, user, **fields)


NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def october(dana):
    inquiry = factories.make_inquiry()
    note(Kind.UNLOCKED, dana, "2026-10-05T09:00")
    note(Kind.OPENED, dana, "2026-10-05T09:05", inquiry_id=inquiry.pk)
    note(Kind.FAILED, dana, "2026-10-06T10:00")
    note(Kind.OPENED, dana, "2026-10-07T23:30", inquiry_id=inquiry.pk)
    note(Kind.LET_IN, dana, "2026-10-08T10:00", about="Ruth Calder")
    note(Kind.BY_PERSON, None, "2026-10-10T04:00", inquiry_id=inquiry.pk)
    note(Kind.OPENED, dana, "2026-11-02T09:00", inquiry_id=inquiry.pk)
    return inquiry


def page(client, month="2026-10"):
    return text_of(client.get(PAGE, {"month": month}))


def test_a_manager_sees_who_did_how_much_and_opens_nothing(client, october):
    sign_in(client, "manager")
    text = page(client)
    row = text[text.index('<th scope="row">Dana Osei') :]
    numbers = re.findall(r'<td data-label="([^"]+)">(\d+)</td>', row[: row.index("</tr>")])
    assert numbers == [
        ("Unlocked", "1"),
        ("Wrong tries", "1"),
        ("Looked at", "2"),
        ("Worked on", "0"),
        ("Downloaded or printed", "0"),
        ("Erased", "0"),
    ]
    assert "1 person erased" in text
    assert "Rowan" not in text
    assert client.get("/admin/intake/inquiry/").status_code == 403


def test_wrong_tries_keys_and_nights_deserve_a_second_look(client, october):
    sign_in(client, "manager")
    said = second_look(client)
    for text in [
        "wrong passphrase",
        "Gave somebody access",
        "Ruth Calder",
        "At night or on a weekend",
    ]:
        assert text in said
    assert said.count("<tr>") == 1 + 2 + 1 + 1, "what is as usual is left out"


def second_look(client):
    """It stands before who did how much."""
    return page(client).split("second look")[1].split("Who did how much")[0]


def test_what_stands_out_comes_first_and_each_night_is_one_row(client, dana, october):
    for number in range(60):
        note(Kind.OPENED, dana, f"2026-10-17T23:{number:02}")
        note(Kind.LISTED, dana, f"2026-10-18T01:{number:02}", number=3)
    note(Kind.OPENED, dana, "2026-10-18T12:00")
    note(Kind.EXPORTED, dana, "2026-10-18T02:00", number=9)
    sign_in(client, "manager")
    first, nights = second_look(client).split("At night or on a weekend")
    assert "Gave somebody access" in first
    assert first.count("<tr>") == 1 + 3
    assert "night or weekend" in first, "what stands out by itself stays in sight, and says when"
    assert nights.count("<tr>") == 1 + 3, "Wednesday's, Saturday's until the morning, and Sunday's"
    assert "60×" in nights


@pytest.mark.parametrize(
    ("when", "is_odd", "day"),
    [
        ("2026-10-07T06:00", False, 7),
        ("2026-10-07T20:59", False, 7),
        ("2026-10-07T21:00", True, 7),
        ("2026-10-08T05:59", True, 7),
        ("2026-10-10T12:00", True, 10),
        ("2026-10-12T05:59", True, 11),
    ],
)
def test_a_night_begins_in_the_evening_and_ends_in_the_morning(dana, when, is_odd, day):
    note(Kind.OPENED, dana, when)
    event = RoomEvent.objects.latest("pk")
    with timezone.override(NEW_YORK):
        assert look.is_odd_hour(event) == is_odd
        assert look.night_of(event).day == day


def test_an_entry_that_was_changed_shows(client, october):
    sign_in(client, "manager")
    assert "all as they were written" in page(client)
    RoomEvent.objects.filter(kind=Kind.FAILED).update(kind=Kind.LOCKED)
    assert "was changed, or one before it was taken out" in page(client)


def test_that_a_month_was_looked_over_is_kept(client, october):
    sign_in(client, "manager", name="Marisol Tennant")
    assert "Looked over by" not in page(client)
    client.post(f"{PAGE}?month=2026-10")
    assert "Looked over by Marisol Tennant" in page(client)
    assert "Looked over by" not in page(client, "2026-09")


def test_a_running_month_is_not_looked_over_yet(client, october):
    sign_in(client, "manager")
    assert "I have looked this month over" not in text_of(client.get(PAGE))


def table(response):
    return list(csv.reader(io.StringIO(response.content.decode())))[1:]


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({"first": "2026-10-05", "last": "2026-10-05"}, 2),
        ({"first": "2026-10-01", "last": "2026-10-31"}, 6),
        ({"first": "2026-10-01", "last": "2026-11-30", "reference": "its"}, 4),
        ({"first": "2026-10-01", "last": "2026-11-30", "who": "dana"}, 6),
    ],
)
def test_the_table_of_an_incident_has_who_what_and_when(client, dana, october, wanted, number):
    if "reference" in wanted:
        wanted = wanted | {"reference": october.reference}
    if "who" in wanted:
        wanted = wanted | {"who": dana.pk}
    sign_in(client, "manager")
    rows = table(client.post(PAGE, wanted))
    assert len(rows) == number
    assert rows[0][1] == "Dana Osei"
    assert RoomEvent.objects.first().kind == Kind.EXPORTED


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"first": "2026-10-05", "last": "2026-10-01"}, "before the first one"),
        ({"first": "", "last": "soon"}, "Enter a valid date"),
    ],
)
def test_a_slip_in_the_dates_is_said(client, october, wanted, sentence):
    sign_in(client, "manager")
    response = client.post(PAGE, wanted)
    assert sentence in html.unescape(response.content.decode())


@pytest.mark.parametrize("month", ["", "2026-13", "x", "9999-01", "2026-10-05"])
def test_an_odd_month_is_this_one(client, october, month):
    sign_in(client, "manager")
    assert client.get(PAGE, {"month": month}).status_code == 200


@pytest.mark.parametrize("role", ["editor", "author", "clinician"])
def test_nobody_else_looks_it_over(client, october, role):
    sign_in(client, role)
    assert client.get(PAGE).status_code == 403


def test_the_page_asks_as_little_for_many(client, october, dana, django_assert_max_num_queries):
    for _number in range(30):
        RoomEvent.objects.note(Kind.FAILED, dana)
    sign_in(client, "manager")
    with django_assert_max_num_queries(14):
        client.get(PAGE)
