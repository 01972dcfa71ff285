import html

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from intake import erasing
from intake.documents import entries
from intake.models import Entry, Inquiry, Tombstone
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import (
    LIST,
    address,
    do,
    page_after,
    sign_in,
    text_of,
    tomorrow,
    unlock,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def practice():
    return factories.make_practice(safety_protocol="Call Idris first.")


@pytest.fixture
def inquiry():
    content = factories.make_content(
        name="Rowan Sentinel",
        route="call-no-voicemail",
        email="",
        phone="(555) 010-0123",
        age="13-17",
        message="Sundays are hard.\n<script>alert(1)</script>",
    )
    return factories.make_inquiry(content)


def test_locked_a_coordinator_sees_what_stands_in_clear_and_is_told_so(
    client, inquiry, coordinator
):
    for page in [client.get(LIST), client.get(address(inquiry))]:
        assert inquiry.reference in text_of(page)
        assert "Locked" in text_of(page)
        for secret in ["Rowan", "0123", "Sundays", "New York", "under 18"]:
            assert secret not in text_of(page)


def test_unlocked_a_coordinator_reads_an_inquiry_as_text(client, inquiry, unlocked):
    assert "Rowan Sentinel" in text_of(client.get(LIST))
    page = client.get(address(inquiry)).content.decode()
    for text in [
        "Rowan Sentinel",
        "(555) 010-0123",
        "Leave no voicemail.",
        "New York",
        "under 18",
    ]:
        assert text in page
    assert "Sundays are hard.<br>" in page
    assert html.escape("<script>alert(1)</script>") in page
    assert "<script>alert(1)" not in page


def test_locked_an_inquiry_is_found_by_its_reference_only(client, inquiry, coordinator):
    other = factories.make_inquiry()
    found = text_of(client.post(LIST, {"words": inquiry.reference}))
    assert address(inquiry) in found
    assert address(other) not in found
    assert address(inquiry) not in text_of(client.post(LIST, {"words": "Sentinel"}))


@pytest.mark.parametrize("text", ["sentinel", "rowan hard", "5550100123", "new york"])
def test_unlocked_an_inquiry_is_found_by_what_was_told(client, inquiry, unlocked, text):
    other = factories.make_inquiry(
        factories.make_content(name="Kit", state="OR", email="k@x.example")
    )
    found = text_of(client.post(LIST, {"words": text}))
    assert address(inquiry) in found
    assert address(other) not in found


@pytest.mark.parametrize("role", ["author", "editor", "clinician", "manager"])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_nobody_else_can(client, inquiry, role, page):
    sign_in(client, role)
    assert client.get(LIST).status_code == 403
    assert client.get("/admin/room/").status_code == 403
    response = client.get(address(inquiry, page))
    assert response.status_code == 403
    assert b"Sentinel" not in response.content


def test_a_superuser_without_a_key_reads_nothing(client, inquiry):
    sign_in(client, is_superuser=True)
    assert "Sentinel" not in text_of(client.get(address(inquiry)))


def test_a_note_is_kept_while_the_room_is_locked_and_sealed(client, inquiry, coordinator):
    page = page_after(client, inquiry, "note", words="She prefers mornings.")
    assert "prefers mornings" not in text_of(page)
    assert b"mornings" not in bytes(Entry.objects.get().sealed)
    unlock(client)
    assert "She prefers mornings." in text_of(client.get(address(inquiry)))


def test_a_conversation_answers_an_inquiry_and_gives_it_an_owner(client, inquiry, coordinator):
    do(client, inquiry, "attempt", outcome="spoke", words="She calls back.")
    changed = Inquiry.objects.get()
    assert (changed.state, changed.owner, changed.next_action) == ("talking", coordinator, "find")
    assert changed.answered_at
    assert changed.next_on


@pytest.mark.parametrize("outcome", ["voicemail", "nobody", "wrong"])
def test_an_attempt_that_reached_nobody_is_no_answer(client, inquiry, coordinator, outcome):
    do(client, inquiry, "attempt", outcome=outcome)
    changed = Inquiry.objects.get()
    assert (changed.next_action, changed.answered_at) == ("try-again", None)


def test_only_somebody_who_may_answer_inquiries_can_own_one(client, inquiry, coordinator):
    author = factories.make_user("author")
    then = {"next_action": "hear-back", "next_on": tomorrow()}
    page = page_after(client, inquiry, "next", place="talking", owner=author.pk, **then)
    assert "Select a valid choice" in text_of(page)
    do(client, inquiry, "next", place="offered", owner=coordinator.pk, **then)
    changed = Inquiry.objects.get()
    assert (changed.state, changed.owner) == ("offered", coordinator)


def test_an_owner_who_has_left_stays_a_choice(client, inquiry, coordinator):
    leaver = factories.make_user("coordinator", is_active=False)
    Inquiry.objects.update(owner=leaver)
    then = {"next_action": "find", "next_on": tomorrow()}
    do(client, inquiry, "next", place="talking", owner=leaver.pk, **then)
    assert Inquiry.objects.get().owner == leaver


def test_closing_needs_a_reason_and_opening_again_forgets_it(client, inquiry, unlocked):
    do(client, inquiry, "close", because="")
    assert Inquiry.objects.get().state == "new"
    do(client, inquiry, "close", because="referred")
    closed = Inquiry.objects.get()
    assert (closed.state, closed.closed_because, closed.next_action) == ("closed", "referred", "")
    assert inquiry.reference not in text_of(client.get(LIST))
    do(client, inquiry, "next", place="talking", next_action="find", next_on=tomorrow())
    assert Inquiry.objects.get().closed_because == ""


def test_a_worrying_message_opens_the_practices_protocol(client, inquiry, coordinator):
    assert "Call Idris first." not in text_of(client.get(address(inquiry)))
    assert "Call Idris first." in text_of(page_after(client, inquiry, "worry"))
    assert Inquiry.objects.get().is_worrying


def test_what_was_typed_is_kept_where_something_is_missing(client, inquiry, coordinator):
    page = page_after(client, inquiry, "attempt", words="We spoke for a while.")
    assert "We spoke for a while." in text_of(page)
    assert not Entry.objects.exists()


def test_nothing_personal_reaches_history_messages_or_titles(client, inquiry, unlocked):
    page = page_after(client, inquiry, "note", words="Sentinel again")
    assert "Sentinel" not in "".join(str(message) for message in page.context["messages"])
    assert not LogEntry.objects.exists(), "the room has a log of its own"
    history = client.get(address(inquiry, "history"), follow=True)
    assert inquiry.reference in text_of(history)
    assert "Sentinel" not in text_of(history)
    assert "Sentinel" not in f"{inquiry} {inquiry!r}"
    assert "Sentinel" not in page.context["title"]


def test_an_unreadable_inquiry_says_so_and_can_still_be_closed(client, inquiry, unlocked):
    Inquiry.objects.update(content=b"\x63" + bytes(inquiry.content)[1:])
    assert client.get(LIST).status_code == 200
    assert "another version of the site" in text_of(client.get(address(inquiry)))
    do(client, inquiry, "close", because="nobody")
    assert Inquiry.objects.get().state == "closed"


def test_a_mistyped_address_shows_on_the_inquiry(client, inquiry, unlocked):
    mail = Message.objects.write("rowan@hoem.example", "Hello", "", state="undelivered")
    inquiry.mail.add(mail)
    assert "could not be delivered" in text_of(client.get(address(inquiry)))


def test_a_second_inquiry_from_the_same_address_is_pointed_out(client, coordinator):
    one, two = factories.make_inquiry(), factories.make_inquiry()
    other = factories.make_inquiry(factories.make_content(email="else@mail.example"))
    assert two.reference not in text_of(client.get(address(one))), "locked, nobody learns who wrote"
    unlock(client)
    page = text_of(client.get(address(one)))
    assert two.reference in page
    assert other.reference not in page


def test_the_five_places_are_counted_and_filtered(client, inquiry, coordinator):
    talking = factories.make_inquiry(state="talking")
    page = text_of(client.get(LIST, {"place": "talking"}))
    assert talking.reference in page
    assert inquiry.reference not in page
    assert "New <b>1</b>" in page


@pytest.mark.parametrize("is_unlocked", [False, True])
def test_the_list_costs_the_same_for_three_as_for_ten(
    client, coordinator, is_unlocked, django_assert_max_num_queries
):
    if is_unlocked:
        unlock(client)
    for _ in range(10):
        factories.make_inquiry(owner=factories.make_user())
    # Unlocked, the keys are looked at, and who saw the names is written down; locked, whether there is
    # a key to unlock with.
    client.get(LIST)  # what is kept of the practice is read
    with django_assert_max_num_queries(27 if is_unlocked else 18):
        client.get(LIST)


def test_erasing_an_inquiry_takes_everything_along_and_leaves_only_a_reference(
    client, inquiry, unlocked
):
    inquiry.mail.add(Message.objects.create(recipient="rowan@mail.example", subject="Hello"))
    entries.write(inquiry, Entry.Kind.NOTE, "Rowan called")
    client.post(address(inquiry, "delete"), {"post": "yes"})
    Inquiry.objects.update(erase_at=timezone.now())
    erasing.erase_put_aside()
    for model in [Inquiry, Message, Entry]:
        assert not model.objects.exists()
    assert Tombstone.objects.get().inquiry_id == inquiry.pk
    assert not LogEntry.objects.exists()


def test_a_locked_room_erases_nothing_and_leads_to_the_unlocking_and_back(
    client, inquiry, coordinator
):
    erase = address(inquiry, "delete")
    for answer in [client.get(erase), client.post(erase, {"post": "yes"})]:
        assert answer.url == f"/admin/room/unlock/?next={erase.replace('/', '%2F')}"
    assert Inquiry.objects.exists()
    then = client.post(answer.url, {"passphrase": factories.PASSPHRASE, "next": erase})
    assert then.url == erase


def test_what_must_be_kept_cannot_be_erased(client, inquiry, unlocked):
    Inquiry.objects.update(is_held=True)
    assert client.post(address(inquiry, "delete"), {"post": "yes"}).status_code == 403
    assert Inquiry.objects.exists()
