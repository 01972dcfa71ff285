"""Those who wait are asked twice whether they still look, and let go with names of others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake import tokens, waitlist
from intake.documents import person_keys
from intake.models import Entry, Inquiry
from intake.person import telling
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, sign_in, text_of, unlock
from tests.intake.persons import put_on_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
CODE = person_keys.new_code()
PAGE = f"/r/{person_keys.in_groups(CODE)}/"
TODAY = timezone.localdate()


def waiting(**content):
    inquiry = factories.make_inquiry(factories.make_content(**content), code=CODE)
    put_on_list(inquiry)
    return inquiry


def days(number):
    return TODAY + timedelta(days=number)


def test_the_coordinator_puts_somebody_on_the_list_with_a_letter(client):
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    inquiry = factories.make_inquiry(code=CODE)
    do(client, inquiry, "wait", words="You are on our waitlist.")
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_on) == ("waiting", days(30))
    assert inquiry.answered_at
    page = text_of(client.get(PAGE))
    assert "You are on our waitlist." in page
    assert "Yes, keep my place" in page


def test_nobody_is_asked_before_a_month():
    waiting()
    assert waitlist.look_after(days(29)) == (0, 0)
    assert waitlist.look_after(days(30)) == (1, 0)


def test_the_question_waits_for_an_unlock_and_its_clock_with_it(client, room):
    inquiry = waiting()
    waitlist.look_after(days(30))
    assert "Are you still looking?" in text_of(client.get(PAGE))
    assert waitlist.look_after(days(90)) == (0, 0), "nobody was told yet"
    assert telling.tell(room) == (1, 0)
    inquiry.refresh_from_db()
    assert inquiry.next_on == days(14)


def test_after_two_questions_without_an_answer_others_are_named(client, room):
    inquiry = waiting()
    factories.make_referral_contact("Quince Street Clinic")
    for moment in (30, 45):
        assert waitlist.look_after(days(moment)) == (1, 0)
        telling.tell(room)
    assert waitlist.look_after(days(60)) == (0, 1)
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.closed_because) == ("closed", "no-word")
    assert inquiry.is_news_untold
    page = text_of(client.get(PAGE))
    for text in ["Quince Street Clinic", "988", "You can write to us again at any time."]:
        assert text in page


def test_with_nobody_to_name_nobody_is_let_go(room):
    inquiry = waiting()
    for moment in (30, 45):
        waitlist.look_after(days(moment))
        telling.tell(room)
    assert waitlist.look_after(days(60)) == (0, 0)
    inquiry.refresh_from_db()
    assert inquiry.state == "waiting"


def test_whoever_wants_no_mail_is_asked_by_a_person(room):
    inquiry = waiting(route="call", email="", phone="(555) 010-0123")
    factories.make_referral_contact()
    waitlist.look_after(days(30))
    assert telling.tell(room) == (0, 1)
    inquiry.refresh_from_db()
    assert (inquiry.next_action, inquiry.next_on) == ("ask-again", TODAY)
    for moment in (31, 60, 90):
        assert waitlist.look_after(days(moment)) == (0, 0)


def press(client, said):
    return client.post(PAGE, {"token": tokens.issue(), "looking": said})


def test_a_yes_keeps_the_place_for_another_month(client, room):
    inquiry = waiting()
    waitlist.look_after(days(30))
    assert press(client, "yes").status_code == 303
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.asks, inquiry.next_on) == ("waiting", 0, days(30))
    assert Entry.objects.filter(kind=Entry.Kind.FROM_PERSON).exists()


def test_a_yes_gives_nobody_a_mail_or_anything_to_read(client):
    waiting(route="call", email="", phone="(555) 010-0123")
    factories.make_user("coordinator")
    press(client, "yes")
    assert not Message.objects.exists()
    assert not Inquiry.objects.get().is_word_waiting


def test_a_yes_takes_no_words_from_anybodys_desk(client):
    inquiry = waiting()
    client.post(PAGE, {"token": tokens.issue(), "words": "I have a new number."})
    press(client, "yes")
    inquiry.refresh_from_db()
    assert (inquiry.next_action, inquiry.next_on) == ("answer", TODAY)
    assert inquiry.is_word_waiting


def test_a_yes_to_what_was_put_aside_is_looked_at(client):
    owner = factories.make_user("coordinator")
    inquiry = waiting()
    Inquiry.objects.update(erase_at=timezone.now() + timedelta(days=1))
    press(client, "yes")
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action, inquiry.erase_at) == ("waiting", "answer", None)
    assert Message.objects.get().recipient_and_body()[0] == owner.email


def test_a_no_stops_it(client):
    inquiry = waiting()
    assert press(client, "no").status_code == 303
    inquiry.refresh_from_db()
    assert inquiry.closed_because == "withdrew"


def test_only_who_waits_can_answer(client):
    inquiry = factories.make_inquiry(code=CODE)
    press(client, "no")
    inquiry.refresh_from_db()
    assert inquiry.state == "new"


def test_the_worker_asks_with_the_room_locked():
    inquiry = waiting()
    Inquiry.objects.update(next_on=TODAY)
    from outbox import jobs

    jobs.registered["intake: look after the list"].run()
    assert Entry.objects.get().inquiry == inquiry
