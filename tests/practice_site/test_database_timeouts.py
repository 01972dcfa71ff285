"""A process that serves pages waits for no lock and no question without an end; a migration may."""

import os
import subprocess
import sys

import pytest
from django.db import connection, connections

from practice_site import database_timeouts
from practice_site.environment import Environment, database_from_url

SHOW = """
from django.db import connection
cursor = connection.cursor()
for name in ["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"]:
    cursor.execute(f"SHOW {name}")
    print(cursor.fetchone()[0])
"""
needs_postgres = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has one limit, in every process"
)


def database(query=""):
    parts = Environment({"D": f"postgres://u@db/name{query}"}).url("D", "", ["postgres"])
    return database_from_url(parts)


@pytest.fixture
def serving(monkeypatch):
    """What a process that serves pages would connect with."""

    def limited(entry):
        monkeypatch.setitem(connections.settings, "default", entry)
        database_timeouts.limit_waiting()
        return entry["OPTIONS"]

    return limited


def test_whoever_serves_pages_has_limits_and_nobody_else(serving):
    assert "options" not in database()["OPTIONS"]
    options = serving(database())["options"]
    for name in database_timeouts.LIMITS:
        assert name in options


def test_what_the_practice_says_counts_more(serving):
    options = serving(database("?options=-c%20lock_timeout%3D1s"))["options"]
    assert options.rindex("lock_timeout=1s") > options.rindex("lock_timeout=5s")


def test_sqlite_is_left_alone(serving):
    entry = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"timeout": 10}}
    assert serving(entry) == {"timeout": 10}


def test_a_server_that_is_away_is_not_waited_for():
    assert database()["OPTIONS"]["connect_timeout"] == "5"
    assert database("?connect_timeout=2")["OPTIONS"]["connect_timeout"] == "2"


@needs_postgres
@pytest.mark.parametrize(
    ("load", "limits"),
    [
        ("import practice_site.wsgi", ["5s", "30s", "1min"]),
        ("import django; django.setup()", ["0", "0", "0"]),
    ],
    ids=["a server", "a command"],
)
def test_postgresql_itself_knows_the_limits(db, load, limits):
    here = connection.settings_dict
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"postgres://{here['USER']}@{here['HOST']}:{here['PORT']}/{here['NAME']}",
    }
    done = subprocess.run(
        [sys.executable, "-c", f"{load}\n{SHOW}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == limits, done.stderr
