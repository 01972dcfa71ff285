"""How somebody is reached, changed by them on their own page: sealed, confirmed there, and used from then on."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from intake import mails, transitions
from intake.actions import duplicates
from intake.documents import entries, new_way_entries, sealed
from intake.documents.new_ways import NewWay
from intake.documents.opened import read_inquiry
from intake.documents.reaching import FurtherNumber, OtherPerson
from intake.models import Entry, Inquiry
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import address, do, page_after, sign_in, text_of, unlock
from tests.intake.persons import CODE, PAGE, html_of, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
NEW = {"way": "1", "route": "call", "phone": "(555) 010-0188"}
TOLD = {
    "before_call": "At noon only.",
    "numbers": [FurtherNumber("(555) 010-0124")],
    "people": [OtherPerson("Wren", "(555) 010-0125")],
}


@pytest.fixture
def inquiry(practice):
    return factories.make_inquiry(factories.make_content(**TOLD), code=CODE)


def told(inquiry):
    inquiry.refresh_from_db()
    return factories.told(inquiry)


def test_it_is_used_from_then_on_and_nothing_is_left_of_the_way_before(client, inquiry):
    assert send(client, **NEW).status_code == 303
    after = told(inquiry)
    assert (after.route, after.phone, after.email) == ("call", "(555) 010-0188", "")
    assert {name: getattr(after, name) for name in TOLD} == TOLD, "what was left empty stays"


@pytest.mark.parametrize("drops", [True, False])
def test_other_numbers_and_people_are_dropped_where_they_say_so(client, inquiry, drops):
    send(client, **NEW, before_call="Never the house.", **({"drops_others": "on"} if drops else {}))
    after = told(inquiry)
    assert after.before_call == "Never the house."
    assert (after.numbers == []) == (after.people == []) == drops


def test_the_last_change_counts_and_what_was_dropped_stays_dropped(client, inquiry):
    send(client, **NEW, drops_others="on")
    send(client, way="1", route="email", email="new@mail.example")
    assert (told(inquiry).address, told(inquiry).numbers) == ("new@mail.example", [])


def test_it_is_confirmed_to_whoever_changed_it_and_for_a_while_only(client, inquiry):
    there = send(client, **NEW).headers["Location"]
    page = html_of(client.get(there))
    assert "From now on we answer you here: <strong>(555) 010-0188</strong>" in page
    assert "You changed how we reach you." in page
    assert "010-0188" not in html_of(client.get(PAGE))
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        assert "010-0188" not in html_of(client.get(there))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"phone": ""}, "Write the phone number"),
        ({"phone": "soon"}, "Check the phone number"),
        ({"route": "email"}, "Write the email address"),
        ({"route": ""}, "Choose how we may answer"),
        ({"before_call": "x" * 241}, "240 characters fit"),
    ],
)
def test_a_slip_is_said_and_changes_nothing(client, inquiry, fields, sentence):
    page = html_of(send(client, **NEW | fields))
    assert sentence in page
    assert '<details class="more" id="way" open>' in page
    assert told(inquiry).address == "rowan@mail.example"
    assert not inquiry.is_way_changed


def test_a_second_press_changes_nothing_twice(client, inquiry):
    token = html_of(client.get(PAGE)).split('name="token" value="')[1].split('"')[0]
    for _press in range(2):
        client.post(PAGE, {"token": token, **NEW})
    assert inquiry.entries.count() == 1


def test_a_mail_that_waits_for_the_old_address_is_taken_back(client, inquiry):
    inquiry.due_on = timezone.localdate()
    mails.acknowledge(inquiry, factories.told(inquiry))
    send(client, **NEW)
    assert not Message.objects.exists()


def test_who_answers_is_told_and_it_is_tried_again_today(client, inquiry):
    owner = factories.make_user("coordinator")
    later = timezone.localdate() + timedelta(days=3)
    fields = {"state": "talking", "next_action": "try-again", "next_on": later, "owner": owner}
    Inquiry.objects.filter(pk=inquiry.pk).update(**fields)
    send(client, **NEW)
    inquiry.refresh_from_db()
    assert (inquiry.next_on, inquiry.is_word_waiting) == (timezone.localdate(), True)
    assert Message.objects.get().recipient_and_body()[0] == owner.email


def test_a_second_inquiry_from_the_new_number_is_noticed(client, inquiry):
    content = factories.make_content(route="call", email="", phone="555 010 0188")
    twin = factories.make_inquiry(content)
    send(client, **NEW)
    assert list(duplicates.of(twin)) == [inquiry]


def test_a_wrong_number_is_said_on_the_page_until_there_is_another(client, inquiry):
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    do(client, inquiry, "attempt", outcome="wrong")
    page = html_of(client.get(PAGE))
    assert "does not lead to you" in page
    assert '<details class="more" id="way" open>' in page
    send(client, **NEW)
    assert "does not lead to you" not in html_of(client.get(PAGE))


def test_the_desk_shows_it_and_a_correction_settles_it(client, inquiry):
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    unlock(client)
    send(client, **NEW)
    page = text_of(client.get(address(inquiry)))
    assert "They have changed how to reach them" in page
    assert "(555) 010-0188" in page[page.index("how-to-answer") :]
    page_after(client, inquiry, "correct", route="call", phone="(555) 010-0189")
    assert (told(inquiry).phone, inquiry.is_way_changed) == ("(555) 010-0189", False)
    send(client, way="1", route="text", phone="(555) 010-0190")
    assert (told(inquiry).route, told(inquiry).phone) == ("text", "(555) 010-0190")


def test_on_a_page_that_goes_on_as_another_it_is_written_in_words(client, inquiry):
    other = factories.make_inquiry(state="talking", next_action="find")
    transitions.merged(inquiry, other, factories.make_user("coordinator"))
    assert "Change how we reach you" not in html_of(client.get(PAGE))
    send(client, **NEW)
    assert not Entry.objects.filter(kind=Entry.Kind.NEW_WAY).exists()


def planted(inquiry, code):
    """What somebody who can write to the database, and knows no code but their own, would put there."""
    entry = new_way_entries.write(inquiry, code, NewWay("email", email="thief@mail.example"))
    inquiry.is_way_changed = True
    inquiry.save()
    return entry


def test_a_change_without_the_code_of_the_page_sends_no_answer_elsewhere(inquiry, room):
    planted(inquiry, "0" * 16)
    found = read_inquiry(room, inquiry)
    assert found.content is None
    assert "do not use what they gave before" in found.fault


def test_a_change_of_another_page_counts_nowhere_else(inquiry, room):
    """Neither moved there as it is, nor closed anew with the practice's key, which everybody knows."""
    theirs = factories.make_inquiry(code="Z" * 16)
    row = planted(theirs, "Z" * 16)
    document = sealed.read(room, row.sealed, sealed.ENTRY, row.pk)
    closed, key = sealed.close(document, sealed.ENTRY, row.pk)
    Entry.objects.filter(pk=row.pk).update(inquiry=inquiry, sealed=closed, practice_key=key)
    inquiry.is_way_changed = True
    assert read_inquiry(room, inquiry).content is None


def test_nothing_of_it_stands_in_the_database_in_clear(client, inquiry):
    send(client, **NEW)
    row = Entry.objects.get()
    for stored in (row.sealed, row.sealed_for_person, Inquiry.objects.get().way_for_person):
        assert b"0188" not in bytes(stored)


def test_a_closed_page_lets_them_write_change_and_begin_anew(client, inquiry):
    inquiry.close("unreached")
    inquiry.save()
    page = html_of(client.get(PAGE))
    for text in ['name="words"', "Change how we reach you", 'href="/get-started/"']:
        assert text in page
    send(client, **NEW)
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_on) == ("talking", timezone.localdate())


def test_who_was_given_up_and_is_reached_after_all_is_open_again(client, inquiry):
    inquiry.close("unreached")
    inquiry.save()
    sign_in(client, "coordinator")
    do(client, inquiry, "attempt", outcome="spoke")
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("talking", "find")


def order(page, *marks):
    return sorted(marks, key=page.index)


def test_news_comes_before_crisis_help_and_right_after_sending_crisis_help_comes_first(
    client, inquiry
):
    sent = html_of(client.get(f"{PAGE}?new"))
    assert order(sent, "This page is yours", 'class="crisis"')[0] == 'class="crisis"'
    entries.write(inquiry, Entry.Kind.FROM_PERSON, "A word of mine")
    page = html_of(client.get(PAGE))
    assert order(page, "A word of mine", 'class="crisis"')[0] == 'class="crisis"'
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, "We have found somebody")
    page = html_of(client.get(PAGE))
    assert order(page, "We have found somebody", 'class="crisis"')[1] == 'class="crisis"'
    assert page.count('class="crisis"') == sent.count('class="crisis"') == 1
