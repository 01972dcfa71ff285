import itertools
import re

import pytest
from django.test import Client

from intake import tokens
from intake.documents import entries, person_keys
from intake.models import Entry, Inquiry, Tombstone
from intake.person import status_messages
from outbox.models import Message
from tests import factories
from tests.intake.persons import CODE, PAGE, answers, html_of, send

pytestmark = pytest.mark.django_db
NEVER = re.compile(r"declin|reject|spam|duplicate|closed", re.IGNORECASE)


@pytest.fixture(autouse=True)
def practice():
    return factories.make_practice(responder="Dana Osei, our coordinator")


def test_whoever_wrote_finds_the_page_at_once_and_comes_back_with_the_code(client):
    factories.open_intake()
    page = client.post("/get-started/", answers(), follow=True)
    code = re.search(r"(\w{4}-){3}\w{4}", html_of(page))[0]
    assert "It is with us" in html_of(page)
    found = client.post("/r/", {"code": code.lower().replace("-", " ")}, follow=True)
    assert "Your message is with us" in html_of(found)


def test_a_second_click_leads_to_the_same_page(client):
    factories.open_intake()
    form = answers()
    first, second = client.post("/get-started/", form), client.post("/get-started/", form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Inquiry.objects.count() == 1


def test_the_code_stands_nowhere_in_the_database(inquiry):
    row = str(list(Inquiry.objects.values())).upper()
    assert CODE not in row
    assert person_keys.in_groups(CODE) not in row


def test_every_stage_has_a_sentence_that_never_says_no(practice):
    State, Next, Outcome = Inquiry.State, Inquiry.Next, Inquiry.Outcome
    for state, step, because in itertools.product(State, Next, Outcome):
        is_closed = state == State.CLOSED
        inquiry = Inquiry(
            state=state, next_action=step, closed_because=because if is_closed else ""
        )
        stage = status_messages.of(inquiry, practice)
        assert stage.title
        assert stage.text.endswith(".")
        assert not NEVER.search(f"{stage.title} {stage.text}")


@pytest.mark.parametrize("because", Inquiry.Outcome.values)
def test_the_whole_page_never_says_no(client, inquiry, because):
    inquiry.close(because)
    inquiry.save()
    main = html_of(client.get(PAGE)).split("<main")[1]
    assert not NEVER.search(main.split('class="small"')[0].replace("We are closed today", ""))


def test_nothing_of_what_was_told_is_shown(client, inquiry):
    page = html_of(client.get(PAGE))
    for secret in ["Rowan", "rowan@mail.example"]:
        assert secret not in page


def test_a_note_opens_with_the_link_and_with_nothing_else(client, inquiry):
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, "Tuesday at five?")
    entries.write(inquiry, Entry.Kind.NOTE, "a note among us")
    page = html_of(client.get(PAGE))
    assert "Tuesday at five?" in page
    assert "a note among us" not in page
    other = factories.make_inquiry()
    Entry.objects.update(inquiry=other)
    with pytest.raises(Exception):  # noqa: B017  any way of not opening is right
        person_keys.private_key_of(other, CODE)


def test_a_wrong_code_says_the_same_whatever_it_is_and_guesses_are_limited(client, inquiry):
    pages = {html_of(client.get(f"/r/{code}/")) for code in ["x", "7K2M-ABCD-EFGH-0188"]}
    assert len(pages) == 1
    assert client.get("/r/7K2M-ABCD-EFGH-0188/").status_code == 404
    for _number in range(20):
        client.get("/r/7K2M-ABCD-EFGH-0188/")
    assert client.get("/r/7K2M-ABCD-EFGH-0188/").status_code == 429
    assert client.get(PAGE).status_code == 200


def test_words_are_added_once_and_sealed_and_the_owner_is_told(client, inquiry):
    owner = factories.make_user("coordinator")
    Inquiry.objects.update(owner=owner)
    token = tokens.issue()
    for _click in range(2):
        response = client.post(PAGE, {"token": token, "words": "Tuesdays after five"})
        assert response.status_code == 303
    entry = Entry.objects.get()
    assert b"Tuesdays" not in bytes(entry.sealed) + bytes(entry.sealed_for_person)
    assert "Tuesdays after five" in html_of(client.get(PAGE))
    to, text = Message.objects.get().recipient_and_body()
    assert to == owner.email
    assert "Tuesdays" not in text


@pytest.mark.parametrize("token", ["", "forged"])
def test_without_a_good_token_the_words_are_kept_and_nothing_is_stored(client, inquiry, token):
    page = client.post(PAGE, {"token": token, "words": "Tuesdays after five"})
    assert page.status_code == 403
    assert "Tuesdays after five" in html_of(page)
    assert not Entry.objects.exists()


def test_a_form_on_another_site_cannot_erase(inquiry):
    client = Client(headers={"Sec-Fetch-Site": "cross-site"})
    assert send(client, erase="1").status_code == 403
    assert Inquiry.objects.exists()


def test_erasing_takes_everything_and_leaves_the_number(client, inquiry):
    entries.write(inquiry, Entry.Kind.NOTE_TO_PERSON, "Tuesday at five?")
    assert "Yes, erase everything" in html_of(client.get(PAGE + "?erase"))
    assert Inquiry.objects.exists(), "asking is not erasing"
    assert "It is erased" in html_of(send(client, erase="1"))
    assert not Inquiry.objects.exists()
    assert not Entry.objects.exists()
    assert Tombstone.objects.get().inquiry_id == inquiry.pk
    assert client.get(PAGE).status_code == 404


def test_what_must_be_kept_is_stopped_and_that_is_said(client, inquiry):
    Inquiry.objects.update(is_held=True)
    assert "A legal duty makes us keep" in html_of(client.get(PAGE))
    send(client, erase="1")
    assert Inquiry.objects.get().closed_because == "withdrew"


def test_the_page_gives_nothing_away_to_a_shoulder_or_a_cache(client, inquiry):
    response = client.get(PAGE)
    page = html_of(response)
    assert "<title>Your page</title>" in page
    assert "plain.svg" in page
    assert 'content="noindex' in page
    assert "data-quick-exit" in page
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize("text", ["", "x" * 2001, "\x00Tuesdays"])
def test_bad_words_are_refused_with_a_sentence_and_kept(client, inquiry, text):
    page = send(client, words=text)
    assert page.status_code in (200, 400)
    assert 'role="alert"' in html_of(page)
    assert not Entry.objects.exists()
