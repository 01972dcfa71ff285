"""What people write stands nowhere that a thief of the server, the database or its logs could read."""

import io
import json
import logging
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.views.debug import ExceptionReporter

from intake import views
from intake.models import Inquiry
from outbox.models import Message
from pages.models import Practice
from practice_site.logs import JsonFormatter
from tests import factories
from tests.intake.database_files import files_of_the_database
from tests.intake.persons import answers
from tests.intake.sentinels import (
    ADDED,
    ADDRESS,
    FORM,
    LETTER,
    NOTE,
    PHONE,
    SECRETS,
    sentinel,
    stands_in,
    tell_everything,
)


@pytest.fixture
def practice(transactional_db):
    return factories.make_practice()


@pytest.fixture
def story(practice, client, caplog):
    caplog.set_level(logging.DEBUG)
    return tell_everything(client)


def test_the_search_finds_what_is_there():
    assert stands_in(f"..{FORM.upper()}..".encode(), SECRETS) == [FORM]


def test_no_row_holds_it(story):
    for model in apps.get_models(include_auto_created=True):
        rows = list(model._base_manager.values_list())
        flat = b"\n".join(
            bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
            for row in rows
            for value in row
        )
        assert stands_in(flat, story) == [], model._meta.label


def test_no_session_and_no_message_holds_it(story, client):
    kept = dict(client.session)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    assert stands_in(json.dumps([kept, cookies]).encode(), story) == []


def test_no_byte_of_the_databases_files_holds_it(story):
    in_clear = f"Clear {uuid4().hex}"
    Practice.objects.update(name=in_clear)
    seen_in_clear = []
    for name, raw in files_of_the_database(with_log=True):
        assert stands_in(raw, story) == [], name
        seen_in_clear += [name] * (in_clear.encode() in raw)
    assert seen_in_clear, "what is not sealed is found"


def test_no_file_and_no_cache_holds_it(story):
    folders = [Path(settings.MEDIA_ROOT), settings.STATE_DIR / "static"]
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        assert stands_in(path.read_bytes(), story) == []
    kept = getattr(cache, "_cache", {})
    assert stands_in(repr(kept).encode(), story) == []


def test_no_line_of_the_log_holds_it(story, caplog):
    # The queries are logged by Django itself only where DEBUG is on, which shows them to a developer.
    lines = [JsonFormatter().format(r) for r in caplog.records if r.name != "django.db.backends"]
    assert stands_in("\n".join(lines).encode(), story) == []


def test_no_error_report_holds_it(practice, client, caplog, monkeypatch):
    factories.open_intake()

    def fail(content, *args, **kwargs):
        raise RuntimeError(content.message)

    monkeypatch.setattr(views, "receive", fail)
    client.raise_request_exception = False
    response = client.post("/get-started/", answers(message=FORM, email=ADDRESS))
    assert response.status_code == 500
    lines = [JsonFormatter().format(record) for record in caplog.records]
    assert lines
    record = next(record for record in caplog.records if record.exc_info)
    reporter = settings.DEFAULT_EXCEPTION_REPORTER
    from django.utils.module_loading import import_string

    report = import_string(reporter)(record.request, *record.exc_info)
    frames = report.get_traceback_data()["frames"]
    # The page itself gives the person back what they typed, and nobody else reads it.
    said = [*lines, repr([frame["vars"] for frame in frames])]
    assert isinstance(report, ExceptionReporter)
    assert stands_in("".join(said).encode(), SECRETS) == []


def test_the_address_stands_only_in_the_talk_with_the_mail_server(story, mailbox):
    call_command("worker", once=True)
    mails = [mail for mail in mailbox.messages if mail["To"] == ADDRESS]
    assert len(mails) == 2, "that it arrived, and that there is a letter"
    for mail in mails:
        text = f"{mail['Subject']} {mail.get_content()}"
        assert stands_in(text.encode(), [FORM, PHONE, NOTE, LETTER, ADDED]) == []
        assert re.search(r"/r/(\w{4}-){3}\w{4}/", text)
    assert not Message.objects.exclude(sealed=None).exists()
    rows = str(list(Message.objects.values())).encode()
    assert stands_in(rows, story) == []


def test_what_was_stored_before_sealing_leaves_no_trace_either(practice):
    """In clear first, as older versions did; then sealed by the command."""
    factories.open_intake()
    name, text, body = sentinel("oldname"), sentinel("oldwords"), sentinel("oldletter")
    address = f"{name}@quince.example"
    document = {"version": 1, "name": name, "route": "email", "email": address, "state": "NY"}
    document |= {"for_whom": "me", "age": "26-64", "message": text}
    for _number in range(3):
        Inquiry.objects.create(unsealed=document)
    Message.objects.create(recipient=address, subject="Hello", body=body)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as PostgreSQL does in its own time: it notes common values
    call_command("seal_inquiries", stdout=io.StringIO())
    inquiry = Inquiry.objects.first()
    assert factories.told(inquiry).email == address
    assert Message.objects.get().recipient_and_body() == [address, body]
    assert inquiry.address_index
    for file, raw in files_of_the_database():
        assert stands_in(raw, [name, text, body]) == [], file


def another_connection(database):
    other = connection.copy()
    other.settings_dict = connection.settings_dict | {"NAME": database}
    return other


# What began before keeps PostgreSQL from throwing away what it could see.
@pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="it lets nobody read beside the one who rewrites"
)
@pytest.mark.parametrize(
    ("elsewhere", "first_statement"),
    [(False, "SELECT 1"), (True, "SELECT pg_current_xact_id()")],
    ids=["a reader", "a writer in another database"],
)
def test_sealing_does_not_claim_what_another_connection_prevents(
    practice, elsewhere, first_statement
):
    factories.open_intake()
    name = sentinel("held")
    document = {"version": 1, "name": name, "route": "call", "phone": "555-0100", "state": "NY"}
    Inquiry.objects.create(unsealed=document | {"for_whom": "me", "age": "26-64"})
    other = another_connection("postgres" if elsewhere else connection.settings_dict["NAME"])
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            cursor.execute(first_statement)
            with pytest.raises(CommandError, match="Stop the website"):
                call_command("seal_inquiries", wait=0, stdout=io.StringIO())
            cursor.execute("ROLLBACK")
    finally:
        other.close()
    call_command("seal_inquiries", stdout=io.StringIO())
    for file, raw in files_of_the_database():
        assert stands_in(raw, [name]) == [], file


def test_sealing_what_is_there_can_be_stopped_and_started_again(practice, monkeypatch):
    factories.open_intake()
    # Not the words of the story: what stood in clear once stays in PostgreSQL's log for a while.
    name = sentinel("again")
    document = {"version": 1, "name": name, "route": "call", "phone": "555-0100", "state": "NY"}
    for _number in range(4):
        Inquiry.objects.create(unsealed=document | {"for_whom": "me", "age": "26-64"})
    from intake.management.commands.seal_inquiries import Command

    seal_one, done = Command.seal_inquiry, []

    def stop_after_two(self, inquiry):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(inquiry)
        seal_one(self, inquiry)

    monkeypatch.setattr(Command, "seal_inquiry", stop_after_two)
    with pytest.raises(KeyboardInterrupt):
        call_command("seal_inquiries", stdout=io.StringIO())
    assert Inquiry.objects.unsealed().count() == 2
    monkeypatch.setattr(Command, "seal_inquiry", seal_one)
    call_command("seal_inquiries", stdout=io.StringIO())
    assert not Inquiry.objects.unsealed().exists()
    assert {factories.told(inquiry).name for inquiry in Inquiry.objects.all()} == {name}
