"""The front page as a person's day: greeting, order, first steps by role, and the week in one picture."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from intake.models import Inquiry
from practice_site.dashboard import attention, day_of
from practice_site.dashboard.firsts import FIRSTS, firsts
from practice_site.dashboard.greeting import greeting, in_words, sentence
from practice_site.dashboard.items import Item, by_day
from practice_site.dashboard.week import answered, week
from staff.roles import ROLES
from tests.factories import (
    make_inquiry,
    make_practice,
    make_published_article,
    make_room_ready,
    make_therapist,
    make_user,
)

WEDNESDAY = datetime(2026, 11, 25, 16, tzinfo=UTC)
FIRST_STEPS = {
    "manager": ["Write", "Invite somebody", "Change the practice’s facts"],
    "editor": ["Write", "Start from a text or Word file", "Tell visitors something"],
    "author": ["Write", "Start from a text or Word file"],
    "coordinator": ["Write down a call", "While somebody is on the line", "Find an inquiry"],
    "clinician": ["My profile"],
}


@pytest.fixture
def wednesday(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
    with timezone.override(UTC):
        yield WEDNESDAY


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("UTC", "Good afternoon"),
        ("America/Los_Angeles", "Good morning"),
        ("Europe/Berlin", "Good afternoon"),
        ("Asia/Dubai", "Good evening"),
        ("Pacific/Auckland", "Good morning"),
        ("Asia/Tokyo", "Good evening"),
    ],
)
def test_the_greeting_goes_by_the_practices_clock(monkeypatch, zone, words):
    monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
    with timezone.override(zone):
        assert greeting("Ines") == f"{words}, Ines"


CALM, LATE, ALARM = Item("a", "/"), Item("b", "/", is_late=True), Item("c", "/", is_alarm=True)


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], "Nothing is waiting for you."),
        ([CALM], "One thing waits for you, and nothing is late."),
        ([CALM] * 3, "Three things wait for you, and nothing is late."),
        ([LATE], "One thing waits for you, and it cannot wait long."),
        ([LATE, ALARM], "Two things wait for you, and none can wait long."),
        ([ALARM, CALM], "Two things wait for you, and one cannot wait long."),
        ([ALARM, LATE, CALM], "Three things wait for you, and two cannot wait long."),
        ([CALM] * 40, "40 things wait for you, and nothing is late."),
    ],
)
def test_one_sentence_says_what_waits(items, words):
    assert sentence(items) == words


def test_numbers_are_written_as_long_as_one_would_say_them():
    assert [in_words(number) for number in (0, 1, 12, 13)] == ["0", "one", "twelve", "13"]


def test_a_day_that_is_over_is_said_in_days(wednesday):
    today = wednesday.date()
    assert by_day(None) == {}
    assert by_day(today) == {"by": "by today"}
    assert by_day(today - timedelta(days=1)) == {"by": "1 day overdue", "is_late": True}


@pytest.mark.django_db
def test_what_worries_somebody_comes_first_then_what_is_late(wednesday):
    make_practice()
    make_room_ready()
    late = make_inquiry(due_on=wednesday.date() - timedelta(days=2))
    worrying = make_inquiry(state="waiting", is_worrying=True)
    first, second, *_rest = attention(make_user(is_superuser=True))
    second = next(item for item in attention(make_user(is_superuser=True)) if item.is_late)
    assert (first.icon, first.is_alarm) == ("worry", True)
    assert first.url == f"/admin/intake/inquiry/{worrying.pk}/change/"
    assert second.by == "2 days overdue"
    assert second.url == f"/admin/intake/inquiry/{late.pk}/change/"
    ranks = [item.rank for item in attention(make_user(is_superuser=True))]
    assert ranks == sorted(ranks)


def lines_about_inquiries():
    found = attention(make_user(is_superuser=True))
    return [(item.text, item.url) for item in found if "/intake/inquiry/" in item.url]


@pytest.mark.django_db
def test_each_line_leads_to_the_list_that_holds_these(wednesday):
    make_practice()
    today, later = wednesday.date(), wednesday.date() + timedelta(days=9)
    for _number in range(2):
        # A worry is one wherever its next step was moved, and also once it is closed.
        make_inquiry(state="talking", next_action="find", next_on=later, is_worrying=True)
        make_inquiry(due_on=today - timedelta(days=2))
        make_inquiry(due_on=later)
    make_inquiry(state="closed", closed_because="nobody", next_action="", is_worrying=True)
    assert lines_about_inquiries() == [
        (
            "Somebody is worried about 3 people who wrote",
            "/admin/intake/inquiry/?place=worrying",
        ),
        (
            "2 people wait longer for an answer than we promised",
            "/admin/intake/inquiry/?place=open&whose=late",
        ),
        ("4 people wrote and have no answer yet", "/admin/intake/inquiry/?place=new"),
    ]


@pytest.mark.django_db
def test_what_is_late_already_is_not_said_twice(wednesday):
    make_practice()
    late = make_inquiry(due_on=wednesday.date() - timedelta(days=2))
    assert lines_about_inquiries() == [
        (
            "One person waits longer for an answer than we promised",
            f"/admin/intake/inquiry/{late.pk}/change/",
        )
    ]


@pytest.mark.django_db
def test_a_worry_is_due_wherever_its_step_was_moved(wednesday):
    later = wednesday.date() + timedelta(days=9)
    worry = make_inquiry(next_on=later, is_worrying=True)
    make_inquiry(next_on=later)
    assert list(Inquiry.objects.due()) == [worry]


def test_every_role_has_a_row_of_first_steps():
    assert FIRST_STEPS.keys() == ROLES.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("role", FIRST_STEPS)
def test_first_steps_of_a_role_can_be_taken(client, role):
    make_practice()
    user = make_user(role)
    if role == "clinician":
        make_therapist(user=user)
    steps = firsts(user)
    assert [str(step["name"]) for step in steps] == FIRST_STEPS[role]
    client.force_login(user)
    for step in steps:
        assert client.get(step["url"], follow=True).status_code == 200, step


@pytest.mark.django_db
def test_nobody_has_more_than_three_first_steps_and_none_without_a_profile_or_a_role():
    assert len(firsts(make_user(*ROLES))) == 3
    assert firsts(make_user("clinician")) == []
    assert firsts(make_user()) == []
    assert len({first.name for first in FIRSTS}) == len(FIRSTS)


@pytest.mark.django_db
def test_an_author_with_a_profile_reaches_it():
    user = make_user("author", "clinician")
    profile = make_therapist(user=user)
    assert firsts(user)[-1]["url"] == f"/admin/team/therapist/{profile.pk}/change/"


def books(shown):
    return {
        day["name"]: [book["kind"] for book in day["books"]] for day in shown.days if day["books"]
    }


@pytest.mark.django_db
class TestTheWeek:
    def test_what_went_out_and_what_will_stand_on_the_sill(self, wednesday):
        for hours in (1, 25, 24 * 7):
            make_published_article(f"{hours}", ["A"], publish_at=wednesday - timedelta(hours=hours))
        for days in (2, 9):
            make_published_article(f"in {days}", ["A"], publish_at=wednesday + timedelta(days=days))
        shown = week(make_user("editor"))
        assert books(shown) == {"Tue": ["out"], "Wed": ["out"], "Fri": ["waiting"]}
        assert shown.words == [
            "Two articles went out this week, on Tuesday and Wednesday.",
            "One is still to go out, on Friday.",
        ]
        assert [day["is_today"] for day in shown.days].index(True) == 2

    def test_what_is_not_out_yet_is_shown_to_those_who_may_know(self, wednesday):
        author = make_user("author")
        later = wednesday + timedelta(days=1)
        make_published_article("Mine", ["A"], publish_at=later, created_by=author)
        make_published_article("Theirs", ["A"], publish_at=later)
        assert books(week(make_user("coordinator"))) == {}
        assert books(week(author)) == {"Thu": ["waiting"]}
        assert books(week(make_user("editor"))) == {"Thu": ["waiting", "waiting"]}

    def test_answers_are_counted_for_those_who_answer(self, wednesday):
        today = wednesday.date()
        day = timedelta(days=1)
        in_time = {"due_on": today - day, "answered_at": wednesday - 2 * day}
        make_inquiry(**in_time)
        make_inquiry(**in_time)
        make_inquiry(due_on=today - day, answered_at=wednesday)
        make_inquiry(due_on=today - day)
        make_inquiry(due_on=today)
        make_inquiry(due_on=today - 7 * day)
        shown = week(make_user("coordinator"))
        assert shown.words[-1] == "Of four answers promised so far, two came in time."
        kinds = Counter(slip["kind"] for each in shown.days for slip in each["slips"])
        assert kinds == {"in-time": 2, "late": 2}
        for role in ROLES.keys() - {"coordinator"}:
            assert not any(each["slips"] for each in week(make_user(role)).days)
            assert len(week(make_user(role)).words) == 1

    def test_a_week_of_hundreds_is_not_counted_one_by_one(self, wednesday):
        for number in range(22):
            make_published_article(f"{number}", ["A"], publish_at=wednesday - timedelta(minutes=1))
        shown = week(make_user("editor"))
        assert shown.words == ["More than 20 articles went out this week."]
        assert books(shown) == {"Wed": ["out"] * 4}


@pytest.mark.parametrize(
    ("in_time", "late", "words"),
    [
        (1, 0, "The one answer promised so far came in time."),
        (3, 0, "All three answers promised so far came in time."),
        (0, 1, "The one answer promised so far did not come in time."),
        (0, 2, "None of the two answers promised so far came in time."),
        (1, 1, "Of two answers promised so far, one came in time."),
    ],
)
def test_answers_in_words(in_time, late, words):
    assert answered(in_time, late) == words


@pytest.mark.django_db
@pytest.mark.parametrize("role", [*ROLES, None])
def test_the_page_shows_all_of_it_and_names_nobody_who_wrote(client, role):
    make_practice()
    make_inquiry()
    user = make_user(*[role] if role else [])
    client.force_login(user)
    page = client.get("/admin/").content.decode()
    for words in [day_of(user)["sentence"], *(step["name"] for step in firsts(user))]:
        assert str(words) in page
    assert ("Everything at this desk" in page) is (role is not None)
    assert ("You have no role yet" in page) is (role is None)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_everything_somebody_may_open_is_one_press_from_the_front_page(client, role):
    make_practice()
    client.force_login(make_user(role))
    page = client.get("/admin/")
    for part in page.context["available_apps"]:
        for model in part["models"]:
            assert f'href="{model["admin_url"]}"' in page.content.decode()
