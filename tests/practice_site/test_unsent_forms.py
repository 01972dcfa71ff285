"""Whatever fails on our side while a form is taken, what somebody typed stands on the page that says so,
and the same page sent again goes through, once."""

import errno
import re

import psycopg
import pytest
from django.db import DataError, InterfaceError, InternalError, OperationalError, connection
from django.urls import reverse

from editing.models import ReviewStep
from intake import tokens, views
from intake.documents import person_keys
from intake.models import Entry, Inquiry, Offer, ReferralContact
from intake.offers import asking
from outbox.models import Message
from practice_site import errors
from tests import factories
from tests.editing.desk import saved
from tests.editing.links import link_for, open_link
from tests.intake.coordinators import sign_in
from tests.intake.persons import answers
from tests.unsent_form import fields_of

pytestmark = pytest.mark.django_db
CODE = person_keys.new_code()
WORDS = "Tuesdays, after six.\r\n\r\n<b>“not”</b> at home & not by voicemail; " + "long " * 30


class Outage:
    """The database fails at its ``number``-th question, counted from 1."""

    def __init__(self, number, error=OperationalError):
        self.left, self.error = number, error

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            raise self.error("gone away")
        return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def practice():
    practice = factories.make_practice()
    factories.open_intake()
    return practice


@pytest.fixture
def visitor(client):
    client.raise_request_exception = False
    return client


def inquiry_form(visitor):
    return "/get-started/", answers(message=WORDS), Inquiry.objects.count


def persons_page(visitor):
    factories.make_inquiry(code=CODE)
    sent = {"token": tokens.issue(), "words": WORDS}
    return f"/r/{person_keys.in_groups(CODE)}/", sent, Entry.objects.count


def clinicians_answer(visitor):
    clinician = factories.make_therapist(user=factories.make_user("clinician"))
    asking.ask(factories.make_inquiry(state="offered"), clinician, "An adult", by=None)
    mails = " ".join(body for _to, body in (m.recipient_and_body() for m in Message.objects.all()))
    sent = {"token": tokens.issue(), "answer": "later", "words": WORDS}
    link = re.search(r"/c/[^/\s]+/", mails)[0]
    return link, sent, Offer.objects.exclude(answer="").count


def readers_answer(visitor):
    visitor.force_login(factories.make_user("editor"))
    article = saved(visitor, factories.make_article("Rain", [factories.make_therapist()]))
    link = link_for(article, factories.make_therapist("Rosa Quill"), "author")
    page = open_link(visitor, link)
    sent = {"kind": "returned", "note": WORDS, "shown": page.context["preview_mark"]}
    return f"/p/{link.token}/", sent, ReviewStep.objects.count


def coordinators_note(visitor):
    factories.make_key_holder(sign_in(visitor, "coordinator"))
    inquiry = factories.make_inquiry()
    address = reverse("admin:intake_inquiry_change", args=[inquiry.pk])
    return address, {"action": "note", "note-words": WORDS}, Entry.objects.count


def a_new_referral(visitor):
    visitor.force_login(factories.make_user("coordinator"))
    address = reverse("admin:intake_referralcontact_add")
    sent = {"name": "Quince Street", "states": "OR", "note": WORDS}
    return address, sent, ReferralContact.objects.count


@pytest.mark.parametrize(
    "form",
    [
        inquiry_form,
        persons_page,
        clinicians_answer,
        pytest.param(readers_answer, marks=pytest.mark.django_db(transaction=True)),
        coordinators_note,
        a_new_referral,
    ],
)
def test_every_typed_word_is_kept_at_every_question_the_database_fails(visitor, form):
    address, sent, count = form(visitor)
    before = count()
    for number in range(1, 200):
        with connection.execute_wrapper(outage := Outage(number)):
            response = visitor.post(address, sent)
        if outage.left > 0:
            break
        assert response.status_code == 503, number
        assert "tel:988" in response.text
        assert "long long" in response.text
        again = fields_of(response.text)
        assert again == {name: [value] for name, value in sent.items()}, number
        assert count() == before, number
    assert number > 4
    assert response.status_code in (302, 303), response.text
    assert count() == before + 1


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("disk I/O error"), 503),
        (InterfaceError("connection already closed"), 503),
        (OSError(errno.ENOSPC, "No space left on device"), 503),
        (OSError(errno.EROFS, "Read-only file system"), 503),
        (RuntimeError("a fault of ours"), 500),
        (DataError("value too long"), 400),
    ],
)
def test_whatever_the_failure_the_words_stand_on_its_page(visitor, monkeypatch, error, status):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(views, "receive", fail)
    sent = answers(message=WORDS)
    response = visitor.post("/get-started/", sent)
    assert response.status_code == status
    assert fields_of(response.text) == {name: [value] for name, value in sent.items()}
    assert response["Cache-Control"] == "no-store"


def test_a_database_that_only_reads_is_an_outage():
    fault = InternalError("cannot execute INSERT in a read-only transaction")
    fault.__cause__ = psycopg.errors.ReadOnlySqlTransaction()
    assert errors.is_outage(fault)
    assert not errors.is_outage(InternalError("current transaction is aborted"))


def test_the_words_stand_there_without_style_sheets_as_well(visitor, monkeypatch):
    real = errors.render_to_string

    def broken(template, context):
        if template == "errors/error.html":
            raise ValueError("no such style sheet")
        return real(template, context)

    monkeypatch.setattr(errors, "render_to_string", broken)
    with connection.execute_wrapper(Outage(1)):
        response = visitor.post("/get-started/", sent := answers(message=WORDS))
    assert fields_of(response.text) == {name: [value] for name, value in sent.items()}


@pytest.mark.parametrize(
    "address",
    [
        "/admin/login/",
        "/admin/password/",
        "/admin/password_change/",
        "/admin/room/unlock/",
        "/admin/room/passphrase/",
        "/admin/room/sheet/A/use/",
        "/admin/second-factor/",
        "/admin/staff/user/add/",
        "/r/",
    ],
)
def test_what_opens_a_door_is_never_shown_again(visitor, address):
    visitor.force_login(factories.make_user(is_superuser=True))
    sent = dict.fromkeys(
        ["password", "password1", "passphrase", "old", "new", "again", "code", "name"],
        "open-sesame",
    )
    with connection.execute_wrapper(Outage(1)):
        response = visitor.post(address, sent)
    assert "open-sesame" not in response.text


def test_no_secret_is_shown_again_even_where_other_words_are(visitor):
    with connection.execute_wrapper(Outage(1)):
        sent = answers(message=WORDS, password="open-sesame", code="open-sesame")
        response = visitor.post("/get-started/", sent)
    assert "long long" in response.text
    assert "open-sesame" not in response.text


def test_only_what_was_stored_counts_against_a_network(visitor, settings):
    settings.INQUIRIES_PER_HOUR = 1
    for number in (5, 10, 15):
        with connection.execute_wrapper(Outage(number)):
            assert visitor.post("/get-started/", answers()).status_code == 503
    assert visitor.post("/get-started/", answers()).status_code == 303
    assert visitor.post("/get-started/", answers()).status_code == 429


def test_a_form_that_could_not_be_taken_is_not_shown_but_said_to_be_closed(visitor):
    with connection.execute_wrapper(Outage(1)):
        response = visitor.get("/get-started/")
    assert response.status_code == 503
    assert str(errors.MESSAGE_OF_A_FORM[0]) in response.text
    assert "<form" not in response.text
    assert "988" in response.text
