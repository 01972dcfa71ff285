"""Whatever is put on somebody's page reaches them: by mail, or by a person where no mail is wanted."""

import pytest
from django.core.management import call_command

from intake import mails, tokens, waitlist
from intake.models import Inquiry
from intake.person import telling
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import LIST, address, do, page_after, text_of
from tests.intake.persons import CODE, PAGE, put_on_list, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]
PHONE = {"route": "call", "email": "", "phone": "(555) 010-0123"}
TO_TELL, CALLS = f"{LIST}?place=to-tell", f"{LIST}call-sheet/"


def write_in(content=None, **fields):
    return factories.make_inquiry(factories.make_content(**(content or {})), code=CODE, **fields)


def put_on_page(client, inquiry, action="letter"):
    contact = factories.make_referral_contact()
    return text_of(
        page_after(client, inquiry, action, words="Tuesday at five?", contacts=[contact.pk])
    )


def news_mail():
    return [mail for mail in Message.objects.all() if mail.subject == "There is news for you"]


@pytest.mark.parametrize("action", ["letter", "wait", "no"])
def test_a_note_is_told_at_once_where_the_room_is_open(client, unlocked, action):
    inquiry = write_in()
    assert "They are told by email" in put_on_page(client, inquiry, action)
    inquiry.refresh_from_db()
    assert len(news_mail()) == 1
    assert inquiry.answered_at
    assert not inquiry.is_news_untold
    assert not inquiry.is_told_by_us


@pytest.mark.parametrize("action", ["letter", "wait", "no"])
def test_whoever_wants_no_mail_stands_under_to_tell_until_a_person_has_told_them(
    client, unlocked, action
):
    inquiry = write_in(PHONE)
    assert "They want no email: tell them" in put_on_page(client, inquiry, action)
    inquiry.refresh_from_db()
    assert inquiry.answered_at is None, "nobody has told them yet"
    for listing in (TO_TELL, CALLS):
        assert inquiry.reference in text_of(client.get(listing))
    do(client, inquiry, "attempt", outcome="spoke")
    inquiry.refresh_from_db()
    assert inquiry.answered_at
    for listing in (TO_TELL, CALLS):
        assert inquiry.reference not in text_of(client.get(listing))


def test_it_is_the_same_for_what_the_site_wrote_while_it_was_locked(client, unlocked):
    inquiry = write_in(PHONE, is_news_untold=True)
    assert "stands under “To tell”" in text_of(client.post(f"{LIST}tell/", follow=True))
    page = text_of(client.get(TO_TELL))
    assert inquiry.reference in page
    assert "To tell <b>1</b>" in page
    assert "Tell them" in page


@pytest.mark.parametrize(
    ("outcome", "is_told", "is_answered"),
    [
        ("spoke", True, True),
        ("wrote", True, True),
        ("voicemail", True, False),
        ("nobody", False, False),
        ("wrong", False, False),
    ],
)
def test_an_attempt_that_reached_nobody_tells_nothing(
    client, unlocked, outcome, is_told, is_answered
):
    inquiry = write_in(PHONE)
    put_on_page(client, inquiry, "no")
    do(client, inquiry, "attempt", outcome=outcome)
    inquiry.refresh_from_db()
    assert (not inquiry.is_told_by_us, bool(inquiry.answered_at)) == (is_told, is_answered)


def test_what_the_site_itself_wrote_is_no_answer(room):
    inquiry = write_in()
    put_on_list(inquiry)
    waitlist.look_after(inquiry.next_on)
    assert telling.tell(room) == (1, 0)
    inquiry.refresh_from_db()
    assert inquiry.answered_at is None


@pytest.mark.parametrize("content", [{}, PHONE])
@pytest.mark.parametrize("how", ["button", "page", "colleague"])
def test_nobody_who_asked_to_stop_is_told_anything(client, unlocked, room, content, how):
    inquiry = write_in(content, state="waiting", is_held=True, is_news_untold=True)
    if how == "button":
        send(client, looking="no")
    elif how == "page":
        send(client, erase="1")
    else:
        do(client, inquiry, "close", because="withdrew")
    assert Inquiry.objects.get().closed_because == "withdrew"
    assert telling.tell(room) == (0, 0)
    assert not news_mail()
    assert not Inquiry.objects.to_tell().exists()


def test_nobody_who_asked_to_stop_waits_to_be_told_by_a_person(client, unlocked):
    inquiry = write_in(PHONE)
    put_on_page(client, inquiry, "wait")
    send(client, looking="no")
    for listing in (TO_TELL, CALLS):
        assert inquiry.reference not in text_of(client.get(listing))


def test_mail_of_an_erased_person_is_gone_and_not_sent(client, unlocked, mailbox):
    inquiry = write_in(due_on="2026-12-01")
    mails.acknowledge(inquiry, factories.told(inquiry))
    put_on_page(client, inquiry)
    assert Message.objects.count() == 2
    client.post(PAGE, {"token": tokens.issue(), "erase": "1"})
    assert not Message.objects.exists()
    call_command("worker", once=True)
    assert not mailbox.messages


def test_news_that_did_not_arrive_shows_on_the_inquiry(client, unlocked):
    inquiry = write_in()
    put_on_page(client, inquiry)
    assert "could not be delivered" not in text_of(client.get(address(inquiry)))
    Message.objects.update(state="undelivered")
    assert "could not be delivered" in text_of(client.get(address(inquiry)))
