"""The list of inquiries: in what order they stand, what a row says, and what each person chooses to see."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from intake.admin import queue, shown_rows
from intake.models import Inquiry
from intake.models.urgency import Urgency
from tests import factories
from tests.intake.coordinators import LIST, sign_in, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
TODAY = timezone.localdate
WORDS = "The stairs are loudest at night."


@pytest.fixture
def practice(db):
    return factories.make_practice()


@pytest.fixture
def coordinator(client):
    factories.make_room_ready()
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    return user


@pytest.fixture
def unlocked(client, coordinator):
    unlock(client)


def day(number):
    return TODAY() + timedelta(days=number)


@pytest.mark.parametrize(
    ("fields", "urgency"),
    [
        ({"is_worrying": True, "next_on": 30}, Urgency.WORRY),
        ({"is_worrying": True, "state": "closed", "next_on": None}, Urgency.WORRY),
        ({"next_on": -1}, Urgency.DUE),
        ({"next_on": 0}, Urgency.DUE),
        ({"next_on": 1}, Urgency.NEW),
        ({"next_on": None}, Urgency.NEW),
        ({"next_on": 0, "state": "waiting"}, Urgency.DUE),
        ({"next_on": 1, "state": "talking"}, Urgency.LATER),
        ({"next_on": None, "state": "offered"}, Urgency.LATER),
        ({"next_on": None, "state": "closed"}, Urgency.OVER),
        ({"next_on": None, "state": "closed", "is_told_by_us": True}, Urgency.DUE),
        ({"is_worrying": True, "next_on": 0, "erase_at": timezone.now()}, Urgency.GOING),
    ],
)
def test_what_comes_before_what(fields, urgency):
    number = fields["next_on"]
    row = factories.make_inquiry(**fields | {"next_on": None if number is None else day(number)})
    assert Inquiry.objects.with_urgency().get(pk=row.pk).urgency == urgency


def test_what_worries_somebody_is_on_top_then_what_is_late_then_what_is_new(client, unlocked):
    rows = [
        factories.make_inquiry(state="talking", next_on=day(5)),
        factories.make_inquiry(next_on=day(3)),
        factories.make_inquiry(state="waiting", next_on=day(-9)),
        factories.make_inquiry(state="waiting", next_on=day(40), is_worrying=True),
    ]
    page = text_of(client.get(LIST))
    headings = re.findall(r'scope="rowgroup">(?:<svg.*?</svg>)?([^<]+)<', page)
    assert headings == ["Somebody is worried", "Overdue, and due today", "New", "Later"]
    places = [page.index(str(row.pk)) for row in reversed(rows[:3])]
    assert page.index(f'{rows[3].pk}/change/">') < places[0]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"route": "call", "phone": "541 555 0100"}, "voicemail is fine"),
        ({"route": "call-no-voicemail", "phone": "541 555 0100"}, "Call, no voicemail"),
        ({"route": "text", "phone": "541 555 0100"}, "Text message"),
        ({"route": "call", "phone": "541 555 0100", "before_call": "at noon only"}, "at noon only"),
        ({"age": "13-17", "for_whom": "child", "state": "WA"}, "13 to 17 · My child · Washington"),
        ({"name": "Zora <b>"}, "Zora <b>"),
    ],
)
def test_a_row_says_what_decides_the_next_move_only_while_unlocked(
    client, coordinator, answers, said
):
    factories.make_inquiry(factories.make_content(**answers))
    assert said not in text_of(client.get(LIST))
    unlock(client)
    assert said in text_of(client.get(LIST))


def test_the_minute_it_came_stands_there_while_unlocked(client, coordinator):
    moment = timezone.localtime().replace(hour=0, minute=7)
    content = factories.make_content(received_at=moment.isoformat())
    factories.make_inquiry(content)
    assert "12:07 a.m." not in text_of(client.get(LIST))
    unlock(client)
    assert "Today, 12:07 a.m." in text_of(client.get(LIST))


@pytest.mark.parametrize("odd", ["", "yesterday", "2026-13-45", "12:07"])
def test_a_minute_that_cannot_be_read_is_left_out(client, unlocked, odd):
    inquiry = factories.make_inquiry(factories.make_content(received_at=odd))
    assert inquiry.reference in text_of(client.get(LIST))


def test_first_words_are_a_choice_of_each_person_and_off_until_then(client, coordinator):
    factories.make_inquiry(factories.make_content(message=f"{WORDS} {'And on. ' * 90}the end"))
    unlock(client)
    assert WORDS not in text_of(client.get(LIST))
    client.post(f"{LIST}list/", {"sees_first_words": "on"})
    page = text_of(client.get(LIST))
    assert WORDS in page
    assert "the end" not in page
    coordinator.refresh_from_db()
    assert coordinator.sees_first_words
    assert not coordinator.covers_by_key
    client.post(f"{LIST}list/", {})
    assert WORDS not in text_of(client.get(LIST))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("One two", "One two"),
        ("One two three", "One two…"),
        ("Onetwothreefour", "Onetwothr…"),
        ("一二三四五六七八九十一", "一二三四五六七八九…"),
    ],
)
def test_first_words_are_whole_words(text, said):
    assert queue.beginning(text, 10) == said


def test_the_key_that_covers_is_on_until_somebody_wants_none(client, unlocked):
    factories.make_inquiry()
    assert 'data-key="c"' in text_of(client.get(LIST))
    client.post(f"{LIST}list/", {"sees_first_words": "on"})
    assert "data-key" not in text_of(client.get(LIST))
    assert "data-cover" in text_of(client.get(LIST)), "the button stays"


def test_choosing_leads_back_to_the_list_and_nowhere_else(client, coordinator):
    back = client.post(f"{LIST}list/", {"next": f"{LIST}?place=new"})
    assert back.url == f"{LIST}?place=new"
    assert client.post(f"{LIST}list/", {"next": "https://else.example/"}).url == LIST
    assert client.get(f"{LIST}list/").status_code == 405


def test_who_may_not_see_inquiries_chooses_nothing(client):
    user = sign_in(client, "author")
    assert client.post(f"{LIST}list/", {"sees_first_words": "on"}).status_code == 403
    user.refresh_from_db()
    assert not user.sees_first_words


def test_only_what_stands_on_the_page_is_opened(client, unlocked, monkeypatch):
    rows = [factories.make_inquiry(next_on=day(number)) for number in range(53)]
    opened = []
    read = shown_rows.read_inquiry

    def noting(room, inquiry):
        opened.append(inquiry.pk)
        return read(room, inquiry)

    monkeypatch.setattr(shown_rows, "read_inquiry", noting)
    client.get(LIST)
    assert opened == [row.pk for row in rows[:50]]
    opened.clear()
    client.get(f"{LIST}?p=2")
    assert opened == [row.pk for row in rows[50:]]


def test_the_list_is_narrowed_to_mine_to_nobodys_and_to_what_is_late(client, coordinator):
    other = factories.make_user("coordinator")
    rows = {
        "mine": factories.make_inquiry(owner=coordinator, due_on=day(2)),
        "nobodys": factories.make_inquiry(due_on=day(0)),
        "late": factories.make_inquiry(owner=other, due_on=day(-1)),
        "answered": factories.make_inquiry(owner=other, due_on=day(-1), answered_at=timezone.now()),
    }
    for name in ["mine", "nobodys", "late"]:
        page = text_of(client.get(LIST, {"whose": name}))
        assert [key for key, row in rows.items() if row.reference in page] == [name]
        assert "Take away:" in page
    page = text_of(client.get(LIST, {"whose": "odd"}, follow=True))
    assert all(row.reference in page for row in rows.values())
    assert "Take away:" not in page


def test_an_odd_page_number_is_no_fault(client, unlocked):
    for _number in range(51):
        factories.make_inquiry()
    for odd in ["0", "9", "-1", "x", "all"]:
        assert client.get(LIST, {"p": odd}, follow=True).status_code == 200
    assert client.get(LIST, {"all": ""}, follow=True).status_code == 200
