"""Two people at the same moment: neither undoes the other, and nobody meets a fault."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client

from intake import erasing, tokens
from intake.actions import CloseForm, MergeForm, NoteForm
from intake.documents import person_keys
from intake.models import Entry, Inquiry
from intake.offers import asking
from tests import factories
from tests.intake.coordinators import address, do, page_after, sign_in, text_of, unlock

pytestmark = pytest.mark.django_db(transaction=True)
CODE = person_keys.new_code()
PAGE = f"/r/{person_keys.in_groups(CODE)}/"
needs_row_locks = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="one writer at a time there, so nobody is between"
)


@pytest.fixture(autouse=True)
def practice(transactional_db):
    return factories.make_practice()


class Other(threading.Thread):
    """Somebody else, with a connection of their own. ``go`` returns as soon as they are done or wait
    for a row that is locked here."""

    def __init__(self, act):
        super().__init__()
        self.act, self.result, self.fault = act, None, None

    def run(self):
        try:
            self.result = self.act()
        except Exception as fault:  # noqa: BLE001  shown by ``done``
            self.fault = fault
        finally:
            connection.close()

    def go(self):
        self.start()
        while self.is_alive() and not self.waits_for_us():
            pass

    def waits_for_us(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_locks"
                " WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
            )
            return cursor.fetchone()[0]

    def done(self):
        self.join()
        assert self.fault is None, repr(self.fault)
        return self.result


@pytest.fixture
def meanwhile(monkeypatch):
    """``meanwhile(kind, act)``: while a form of this kind was read and is not saved yet."""

    def put_between(kind, act):
        other, real = Other(act), kind.is_valid

        def is_valid(form):
            if other.ident is None:
                other.go()
            return real(form)

        monkeypatch.setattr(kind, "is_valid", is_valid)
        return other

    return put_between


def colleague_client():
    """Signed in and with the room open, as the coordinator is."""
    client = Client()
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    return client


def offer_to(inquiry):
    therapist = factories.make_therapist(user=factories.make_user("clinician"))
    return asking.ask(inquiry, therapist, "An adult", by=None)


def say_yes(offer):
    token = tokens.read(tokens.issue())
    asking.answer(offer, asking.Asked("Hana Wexler", "An adult"), "yes", "", token)


@needs_row_locks
def test_a_note_does_not_undo_a_clinicians_yes(client, coordinator, meanwhile):
    inquiry = factories.make_inquiry(state="offered", next_action="hear-back")
    offer = offer_to(inquiry)
    other = meanwhile(NoteForm, lambda: say_yes(offer))
    do(client, inquiry, "note", words="She prefers mornings.")
    other.done()
    inquiry.refresh_from_db()
    assert inquiry.next_action == "answer"
    assert Entry.objects.count() == 3


@needs_row_locks
@pytest.mark.parametrize(
    ("action", "sent", "changed"),
    [
        ("hold", {"want": "begin", "words": "Counsel"}, {"is_held": True}),
        ("close", {"because": "client"}, {"closed_because": "client"}),
        ("worry", {}, {"is_worrying": True}),
    ],
)
def test_a_note_does_not_undo_what_a_colleague_does(
    client, coordinator, meanwhile, action, sent, changed
):
    inquiry, colleague = factories.make_inquiry(), colleague_client()
    other = meanwhile(NoteForm, lambda: page_after(colleague, inquiry, action, **sent))
    do(client, inquiry, "note", words="She prefers mornings.")
    other.done()
    assert Inquiry.objects.filter(pk=inquiry.pk, **changed).exists()


@needs_row_locks
def test_a_note_does_not_undo_what_the_person_says(client, coordinator, meanwhile):
    inquiry = factories.make_inquiry(code=CODE, state="waiting", next_action="ask-again")
    sent = {"token": tokens.issue(), "looking": "no"}
    other = meanwhile(NoteForm, lambda: Client().post(PAGE, sent))
    do(client, inquiry, "note", words="She prefers mornings.")
    assert other.done().status_code == 303
    inquiry.refresh_from_db()
    assert inquiry.closed_because == "withdrew"


@needs_row_locks
def test_words_that_come_while_it_is_closed_are_somebodys_next_step(client, unlocked, meanwhile):
    inquiry = factories.make_inquiry(code=CODE, state="talking", next_action="find")
    sent = {"token": tokens.issue(), "words": "Tuesdays after five"}
    other = meanwhile(CloseForm, lambda: Client().post(PAGE, sent))
    do(client, inquiry, "close", because="unreached")
    assert other.done().status_code == 303
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("talking", "answer")


@needs_row_locks
def test_a_yes_that_comes_while_it_is_closed_wakes_nothing(client, unlocked, meanwhile):
    inquiry = factories.make_inquiry(state="offered", next_action="hear-back")
    offer = offer_to(inquiry)
    other = meanwhile(CloseForm, lambda: say_yes(offer))
    do(client, inquiry, "close", because="withdrew")
    other.done()
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.next_action) == ("closed", "")


@needs_row_locks
def test_two_that_are_merged_into_each_other_never_both_close(client, unlocked, meanwhile):
    first, second, colleague = (
        factories.make_inquiry(),
        factories.make_inquiry(),
        colleague_client(),
    )
    other = meanwhile(MergeForm, lambda: page_after(colleague, second, "merge", twin=first.pk))
    do(client, first, "merge", twin=second.pk)
    assert "does not fit any more" in text_of(other.done())
    assert Inquiry.objects.open().get() == second


@needs_row_locks
def test_saving_what_is_erased_at_the_moment_says_so(client, coordinator):
    inquiry = factories.make_inquiry()
    other = Other(lambda: page_after(client, inquiry, "note", words="She prefers mornings."))
    with transaction.atomic():
        erasing.erase(Inquiry.objects.all())
        other.go()
    page = other.done()
    assert page.status_code == 200
    assert "was erased in the meantime" in text_of(page)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_page_of_what_was_erased_says_so(client, coordinator, method):
    inquiry = factories.make_inquiry()
    erasing.erase(Inquiry.objects.all())
    sent = {"action": "note", "note-words": "She prefers mornings."}
    page = getattr(client, method)(address(inquiry), sent, follow=True)
    assert page.status_code == 200
    assert "was erased in the meantime" in text_of(page)


def test_many_clicks_at_once_add_the_words_once(practice):
    factories.make_inquiry(code=CODE)
    sent = {"token": tokens.issue(), "words": "Tuesdays after five"}
    clicks = [Other(lambda: Client().post(PAGE, sent)) for _number in range(4)]
    for click in clicks:
        click.start()
    assert [click.done().status_code for click in clicks] == [303] * 4
    assert Entry.objects.count() == 1
