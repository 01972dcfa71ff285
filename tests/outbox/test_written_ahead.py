"""What was erased is in neither file of SQLite once the worker has emptied its log."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from intake import erasing
from intake.models import Inquiry
from outbox import jobs, written_ahead
from tests import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database has no such file"),
]


@pytest.fixture
def files():
    path = Path(connection.settings_dict["NAME"])
    return [path, path.with_name(f"{path.name}-wal")]


def holding(files, *traces):
    return [
        (file.name, trace)
        for file in files
        for trace in traces
        if file.exists() and trace in file.read_bytes()
    ]


@pytest.fixture
def traces():
    factories.make_practice()
    inquiry = factories.make_inquiry(code="ABCDEFGHJKMNPQRS")
    return bytes(inquiry.content)[200:260], inquiry.link_digest.encode()


def test_what_was_erased_is_in_no_file(files, traces):
    assert holding(files, *traces)
    erasing.erase(Inquiry.objects.all())
    jobs.registered["outbox: empty the database’s log"].run()
    assert not holding(files, *traces)
    assert files[1].stat().st_size == 0


def test_who_reads_meanwhile_puts_it_off_and_is_not_disturbed(files, traces):
    reader = sqlite3.connect(files[0], isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM intake_inquiry").fetchone()
    erasing.erase(Inquiry.objects.all())
    assert written_ahead.empty() is False
    assert reader.execute("SELECT count(*) FROM intake_inquiry").fetchone() == (1,)
    reader.close()
    assert written_ahead.empty() is True
    assert not holding(files, *traces)


def test_who_writes_waits_as_long_as_ever_afterwards():
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()
        written_ahead.empty()
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == before
