"""Ends that are easily left loose: what comes while something is erased, and what is merged."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from intake import tokens
from intake.models import Inquiry
from intake.offers import asking
from intake.person.views import PersonView
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import address, do, text_of
from tests.intake.persons import CODE, PAGE, put_on_list, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice")]


def days(number):
    return timezone.localdate() + timedelta(days=number)


def test_words_while_a_colleague_erases_are_no_fault(monkeypatch):
    factories.make_inquiry(code=CODE)
    real = PersonView.keep
    monkeypatch.setattr(
        PersonView, "keep", lambda *a, **k: (Inquiry.objects.all().delete(), real(*a, **k))[1]
    )
    client = Client(raise_request_exception=False)
    assert client.post(PAGE, {"token": tokens.issue(), "words": "Tuesdays"}).status_code < 500


def test_a_clinicians_answer_while_it_is_erased_is_no_fault(monkeypatch, client, unlocked):
    inquiry = factories.make_inquiry()
    hana = factories.make_user("clinician", email="h@practice.example")
    do(
        client,
        inquiry,
        "offer",
        therapist=factories.make_therapist(user=hana).pk,
        words="An adult.",
    )
    [body] = [
        text
        for to, text in (m.recipient_and_body() for m in Message.objects.all())
        if to == hana.email
    ]
    page = re.search(r"/c/[\w-]+/", body)[0]
    real = asking.answer
    monkeypatch.setattr(asking, "answer", lambda *a: (Inquiry.objects.all().delete(), real(*a))[1])
    visitor = Client(raise_request_exception=False)
    sent = {"token": tokens.issue(), "answer": "yes", "words": ""}
    assert visitor.post(page, sent).status_code < 500


def test_the_page_is_true_after_a_yes_was_passed_on(client, unlocked):
    inquiry = factories.make_inquiry(code=CODE, state="offered", next_action="answer")
    do(client, inquiry, "attempt", outcome="spoke")
    assert "wait for the answer" not in text_of(client.get(PAGE))


def test_mail_that_waits_is_taken_back_when_they_ask_to_stop(client, unlocked):
    inquiry = factories.make_inquiry(code=CODE)
    do(client, inquiry, "wait", words="You are on our waitlist.")
    send(client, looking="no")
    assert not inquiry.mail.filter(state="waiting").exists()


def test_a_yes_to_be_passed_on_goes_on_with_the_other(client, unlocked):
    first = factories.make_inquiry(state="offered", next_action="answer", next_on=days(0))
    second = factories.make_inquiry(state="talking", next_action="find", next_on=days(9))
    do(client, first, "merge", twin=second.pk)
    second.refresh_from_db()
    assert (second.next_action, second.next_on) == ("answer", days(0))


def test_the_earlier_promise_is_also_the_earlier_next_day(client, unlocked):
    first = factories.make_inquiry(due_on=days(1), next_on=days(1))
    second = factories.make_inquiry(due_on=days(5), next_on=days(5))
    do(client, first, "merge", twin=second.pk)
    second.refresh_from_db()
    assert second.next_on == days(1)


def test_a_twin_may_add_words_and_answer_the_list(client, unlocked):
    first, second = factories.make_inquiry(code=CODE), factories.make_inquiry()
    do(client, first, "merge", twin=second.pk)
    assert "Add this" in text_of(client.get(PAGE))
    second.refresh_from_db()
    put_on_list(second)
    assert "Yes, keep my place" in text_of(client.get(PAGE))


def test_erasing_a_twins_page_stops_the_other_too(client, unlocked):
    first, second = factories.make_inquiry(code=CODE), factories.make_inquiry()
    do(client, first, "merge", twin=second.pk)
    send(client, erase="1")
    assert not Inquiry.objects.open().exists()


def test_notes_of_a_twins_twin_stand_on_the_last_page(client, unlocked):
    one, two, three = [factories.make_inquiry() for _ in range(3)]
    do(client, one, "note", words="She prefers mornings.")
    do(client, one, "merge", twin=two.pk)
    do(client, two, "merge", twin=three.pk)
    assert "She prefers mornings." in text_of(client.get(address(three)))
