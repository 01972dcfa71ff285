"""What somebody adds on their own page is heard, once, wherever they stand by then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from intake import tokens, transitions, waitlist
from intake.models import Entry, Inquiry
from intake.person.views import PersonView
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock
from tests.intake.persons import CODE, PAGE, html_of, put_on_list, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
LET_GO = ["referred", "unreached", "no-word", "withdrew", "nobody"]


def closed(because, **fields):
    inquiry = factories.make_inquiry(code=CODE, **fields)
    inquiry.close(because)
    inquiry.save()
    return inquiry


def waiting(**fields):
    inquiry = factories.make_inquiry(code=CODE, **fields)
    put_on_list(inquiry)
    return inquiry


def now_of(inquiry):
    inquiry.refresh_from_db()
    return inquiry.state, inquiry.next_action, inquiry.next_on


def days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.mark.parametrize("sent", [{"words": "A new number"}, {"looking": "yes"}])
@pytest.mark.parametrize("because", LET_GO)
def test_whoever_was_let_go_and_writes_is_somebodys_next_step(client, because, sent):
    owner = factories.make_user("coordinator")
    inquiry = closed(because, owner=owner)
    page = client.post(PAGE, {"token": tokens.issue(), **sent}, follow=True)
    assert "It is with us now" in html_of(page)
    state = "waiting" if because == "no-word" else "talking"
    assert now_of(inquiry) == (state, "answer", days(0))
    assert (inquiry.closed_because, inquiry.closed_on) == ("", None)
    assert Message.objects.get().recipient_and_body()[0] == owner.email


@pytest.mark.parametrize("because", Inquiry.Outcome.values)
def test_whoever_may_write_after_the_end_finds_the_box_on_the_page(client, because):
    """The page says that they can write again at any time, and the moves hear them."""
    inquiry = closed(because)
    assert transitions.allows("heard_from", inquiry)
    assert 'name="words"' in html_of(client.get(PAGE))


def test_no_box_is_shown_where_the_moves_hear_nobody(client, monkeypatch):
    closed("referred")
    hears_nobody = replace(transitions.MOVES["heard_from"], leads={})
    monkeypatch.setitem(transitions.MOVES, "heard_from", hears_nobody)
    assert 'name="words"' not in html_of(client.get(PAGE))


@pytest.mark.parametrize("sent", [{"words": "Thank you"}, {"looking": "yes"}])
def test_a_client_who_writes_stays_a_client(client, sent):
    inquiry = closed("client")
    send(client, **sent)
    assert now_of(inquiry) == ("closed", "", None)
    assert inquiry.closed_because == "client"
    assert Entry.objects.exists()


def test_words_of_somebody_on_the_list_are_read_by_a_person_and_keep_the_place(client):
    inquiry = waiting(asks=2)
    Inquiry.objects.update(asks=2, next_on=days(0))
    factories.make_referral_contact()
    send(client, words="I said so: still looking!")
    assert now_of(inquiry) == ("waiting", "answer", days(0))
    assert inquiry.asks == 0
    assert waitlist.look_after(days(60)) == (0, 0), "nobody is let go unread"


@pytest.mark.parametrize("state", ["new", "talking", "offered"])
def test_words_change_no_step_where_somebody_is_on_it(client, state):
    inquiry = factories.make_inquiry(code=CODE, state=state, next_action="find", next_on=days(2))
    send(client, words="Tuesdays")
    assert now_of(inquiry) == (state, "find", days(2))


@pytest.mark.parametrize(("ended", "state"), [("", "new"), ("unreached", "talking")])
def test_words_of_a_twin_reach_the_one_that_goes_on(client, ended, state):
    owner = factories.make_user("coordinator")
    factories.make_key_holder(sign_in(client, "coordinator"))
    unlock(client)
    first, second = factories.make_inquiry(code=CODE), factories.make_inquiry(owner=owner)
    do(client, first, "merge", twin=second.pk)
    if ended:
        do(client, second, "close", because=ended)
    send(client, words="Tuesdays")
    assert now_of(second)[:2] == (state, "answer")
    assert now_of(first) == ("closed", "", None)
    assert owner.email in [mail.recipient_and_body()[0] for mail in Message.objects.all()]


def test_where_the_owner_has_left_others_hear_of_the_words(client):
    coordinator = factories.make_user("coordinator")
    factories.make_inquiry(code=CODE, owner=factories.make_user("coordinator", is_active=False))
    send(client, words="Tuesdays")
    assert [mail.recipient_and_body()[0] for mail in Message.objects.all()] == [coordinator.email]


@pytest.mark.parametrize("said", ["", "maybe", "YES", "1"])
def test_any_other_answer_than_the_two_buttons_is_refused(client, said):
    inquiry = waiting()
    before = now_of(inquiry)
    assert 'role="alert"' in html_of(send(client, looking=said))
    assert now_of(inquiry) == before
    assert not Entry.objects.exists()


def test_a_no_that_was_sent_before_does_not_take_off_the_list_again(client):
    inquiry = waiting()
    sent = {"token": tokens.issue(), "looking": "no"}
    client.post(PAGE, sent)
    assert now_of(inquiry)[0] == "closed"
    put_on_list(inquiry)
    assert client.post(PAGE, sent).status_code == 303
    assert now_of(inquiry)[0] == "waiting"
    assert Entry.objects.count() == 1


def test_a_second_click_while_the_first_is_on_its_way_is_no_fault(monkeypatch):
    """Both have looked whether the token was spent before either has spent it."""
    factories.make_inquiry(code=CODE)
    client = Client(raise_request_exception=False)
    token = tokens.issue()
    monkeypatch.setattr(tokens, "used", lambda _token: None)
    for _click in range(2):
        assert client.post(PAGE, {"token": token, "words": "Tuesdays"}).status_code == 303
    assert Entry.objects.count() == 1


@pytest.fixture
def meanwhile(monkeypatch):
    """``meanwhile(do)``: done between finding the inquiry and erasing it."""
    real = PersonView.erase

    def put_between(do):
        monkeypatch.setattr(PersonView, "erase", lambda *given: (do(), real(*given))[1])

    return put_between


def test_a_hold_put_on_in_between_keeps_it_and_says_so(client, meanwhile):
    factories.make_inquiry(code=CODE)
    meanwhile(lambda: Inquiry.objects.update(is_held=True))
    page = html_of(client.post(PAGE, {"token": tokens.issue(), "erase": "1"}, follow=True))
    assert "It is erased" not in page
    assert "A legal duty makes us keep" in page
    assert Inquiry.objects.get().closed_because == "withdrew"


def test_what_a_colleague_erased_in_between_is_erased_and_does_not_come_back(client, meanwhile):
    factories.make_inquiry(code=CODE, is_held=True)
    meanwhile(lambda: Inquiry.objects.all().delete())
    assert "It is erased" in html_of(send(client, erase="1"))
    assert not Inquiry.objects.exists()
