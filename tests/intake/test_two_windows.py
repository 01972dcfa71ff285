"""One desk, two windows, and a Back button: nothing is written twice, and nothing is undone unseen."""

import re

import pytest

from intake import tokens
from intake.models import Entry, Inquiry
from tests import factories
from tests.intake.coordinators import (
    LIST,
    address,
    do,
    page_after,
    sign_in,
    text_of,
    unlock,
)

pytestmark = pytest.mark.django_db
CODE = factories.person_keys.new_code()


@pytest.fixture(autouse=True)
def coordinator(client):
    factories.make_practice(safety_protocol="Call Idris first.")
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    unlock(client)
    return user


def send(client, inquiry, action, page, **answers):
    """As from a page that was opened before: with what stood hidden in it."""
    hidden = dict(re.findall(r'name="(seen|once)" value="([^"]*)"', page))
    data = {"action": action, **hidden} | {f"{action}-{k}": v for k, v in answers.items()}
    return text_of(client.post(address(inquiry), data, follow=True))


def test_what_is_sent_twice_from_one_page_is_written_once(client):
    inquiry = factories.make_inquiry()
    page = text_of(client.get(address(inquiry)))
    said = {"outcome": "spoke", "words": "Tuesdays."}
    send(client, inquiry, "attempt", page, **said)
    inquiry.refresh_from_db()
    page = page.replace('name="seen" value="new"', 'name="seen" value="talking"')
    assert "was not written a second time" in send(client, inquiry, "attempt", page, **said)
    assert Entry.objects.count() == 1


def test_a_slip_does_not_use_the_page_up(client):
    inquiry = factories.make_inquiry()
    page = text_of(client.get(address(inquiry)))
    send(client, inquiry, "note", page, words="")
    send(client, inquiry, "note", page, words="She prefers mornings.")
    assert Entry.objects.count() == 1


def test_a_call_that_is_sent_twice_is_one_inquiry(client):
    said = {"came_by": "call", "name": "Kit", "route": "call", "phone": "555-010-0111"}
    said |= {"consent": "on", "once": tokens.issue()}
    for _press in range(2):
        client.post(f"{LIST}add/", said)
    assert Inquiry.objects.count() == 1


def test_what_a_colleague_changed_meanwhile_is_said_before_it_is_undone(client):
    inquiry = factories.make_inquiry(state="talking", next_action="find", next_on="2030-01-01")
    page = text_of(client.get(address(inquiry)))
    do(client, inquiry, "close", because="referred")
    answers = {"place": "talking", "next_action": "find", "next_on": "2030-01-01"}
    again = send(client, inquiry, "next", page, **answers, owner="")
    assert "This has changed while you were looking" in again
    inquiry.refresh_from_db()
    assert inquiry.state == "closed"


def test_a_note_is_kept_whatever_has_changed(client):
    inquiry = factories.make_inquiry()
    page = text_of(client.get(address(inquiry)))
    do(client, inquiry, "close", because="referred")
    send(client, inquiry, "note", page, words="She prefers mornings.")
    assert Entry.objects.filter(kind="note").count() == 2


def test_who_wrote_again_is_marked_until_somebody_has_worked_with_it(client):
    inquiry = factories.make_inquiry(code=CODE, next_on="2030-01-01")
    page = f"/r/{factories.person_keys.in_groups(CODE)}/"
    client.post(page, {"token": tokens.issue(), "words": "Tuesdays after five."})
    assert "wrote again" in text_of(client.get(LIST))
    do(client, inquiry, "note", words="Seen.")
    assert "wrote again" not in text_of(client.get(LIST))


def test_the_protocol_stands_on_top_of_a_worrying_message(client):
    inquiry = factories.make_inquiry()
    page = text_of(page_after(client, inquiry, "worry"))
    assert page.index("Call Idris first.") < page.index('class="inquiry-parts')
    assert "Somebody is worried" in text_of(client.get(LIST))
