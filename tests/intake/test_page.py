"""The page of one inquiry: the words first, the next step open, the others folded, and which comes next."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from intake.admin import page_parts
from tests import factories
from tests.intake.coordinators import address, do, page_after, sign_in, text_of, unlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
WORDS = "The stairs are loudest at night."
CALL = {"route": "call", "phone": "(541) 555-0100", "email": ""}


@pytest.fixture
def practice(db):
    return factories.make_practice()


@pytest.fixture
def coordinator(client):
    factories.make_room_ready()
    user = sign_in(client, "coordinator", name="Dana Example")
    factories.make_key_holder(user)
    return user


@pytest.fixture
def unlocked(client, coordinator):
    unlock(client)


def page_of(client, **answers):
    inquiry = factories.make_inquiry(factories.make_content(**answers))
    return text_of(client.get(address(inquiry)))


def test_the_words_come_before_how_to_answer_and_everything_else(client, unlocked):
    page = page_of(client, message=WORDS)
    places = [page.index(part) for part in [WORDS, "This message worries me", "How to answer"]]
    places += [page.index('id="attempt"'), page.index("Everything else"), page.index('id="close"')]
    assert places == sorted(places)
    assert page.count(WORDS) == 1


def test_locked_there_are_no_words_and_the_worry_button_all_the_same(client, coordinator):
    page = page_of(client, message=WORDS)
    assert WORDS not in page
    assert "This message worries me" in page


def test_only_the_next_step_and_the_note_stand_open(client, unlocked):
    page = page_of(client)
    opened = [part.partition('"')[0] for part in page.split('id="') if " open>" in part[:40]]
    assert opened == ["attempt", "note"]


@pytest.mark.parametrize(
    ("answers", "link"),
    [
        (CALL, "tel:5415550100"),
        (CALL | {"phone": "+1 541 555 0100"}, "tel:+15415550100"),
        (CALL | {"route": "call-no-voicemail"}, "tel:5415550100"),
        (CALL | {"route": "text"}, "sms:5415550100"),
        ({"route": "email", "email": "r@mail.example"}, "mailto:r@mail.example"),
        (CALL | {"phone": "٠١٢٣"}, ""),
        (CALL | {"phone": "call my work"}, ""),
        (CALL | {"route": "pigeon"}, ""),
    ],
)
def test_the_way_they_chose_is_one_press_away_and_no_other(answers, link):
    assert page_parts.link_of(factories.make_content(**answers)) == link


def test_the_minute_it_came_is_read_from_what_is_sealed(client, coordinator):
    moment = timezone.localtime().replace(hour=0, minute=7)
    inquiry = factories.make_inquiry(factories.make_content(received_at=moment.isoformat()))
    assert "12:07 a.m." not in text_of(client.get(address(inquiry)))
    unlock(client)
    assert "12:07 a.m." in text_of(client.get(address(inquiry)))


def test_one_press_takes_it_and_what_they_added_still_waits(client, coordinator):
    other = factories.make_user("coordinator")
    inquiry = factories.make_inquiry(owner=other, is_word_waiting=True)
    assert "Assign it to me" in text_of(client.get(address(inquiry)))
    page = text_of(page_after(client, inquiry, "take"))
    assert "assigned to Dana Example" in page
    assert "Assign it to me" not in page
    inquiry.refresh_from_db()
    assert inquiry.is_word_waiting
    assert inquiry.state == "new"


def test_what_is_over_is_taken_by_nobody(client, coordinator):
    inquiry = factories.make_inquiry(state="closed", closed_because="nobody", next_action="")
    assert "Assign it to me" not in text_of(client.get(address(inquiry)))
    do(client, inquiry, "take")
    inquiry.refresh_from_db()
    assert inquiry.owner is None


def test_next_and_previous_follow_the_queue(client, coordinator):
    day = timezone.localdate()
    late, new = (factories.make_inquiry(next_on=day + timedelta(days=n)) for n in (-2, 2))
    worry = factories.make_inquiry(next_on=day + timedelta(days=9), is_worrying=True)
    closed = factories.make_inquiry(state="closed", closed_because="nobody", next_action="")
    assert page_parts.neighbors(worry) == {"previous": None, "next": late.pk}
    assert page_parts.neighbors(late) == {"previous": worry.pk, "next": new.pk}
    assert page_parts.neighbors(new) == {"previous": late.pk, "next": None}
    assert page_parts.neighbors(closed) == {"previous": None, "next": worry.pk}
    assert f'{late.pk}/change/" rel="next"' in text_of(client.get(address(worry)))


def test_of_nothing_nothing_is_next():
    assert page_parts.around(uuid4(), []) == {"previous": None, "next": None}
