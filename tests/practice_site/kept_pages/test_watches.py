"""That a process hears of what another connection writes, before it gives out the next page."""

import pytest
from django.db import connection

from pages.models import Practice
from practice_site.kept_pages import watches
from tests.factories import make_practice


@pytest.fixture
def watch(transactional_db):
    make_practice()
    watch = watches.for_database()
    yield watch
    if watch.connection:
        watch.connection.close()


def look(watch):
    began = watch.begin()
    watch.listen()
    watch.settle(began)


def test_nobody_has_written_until_somebody_has(watch):
    assert not watch.is_still(), "nobody has looked yet"
    look(watch)
    assert watch.is_still()
    assert watch.is_still()
    Practice.objects.update(tagline="Other words")
    assert has_moved(watch)
    look(watch)
    assert watch.is_still()


def test_sql_by_hand_is_heard_of(watch):
    look(watch)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_practice SET tagline = 'By hand'")
    assert has_moved(watch)


def test_what_is_not_settled_yet_is_not_looked_at_twice(watch):
    look(watch)
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("UPDATE pages_practice SET tagline = 'Taken back'")
        cursor.execute("ROLLBACK")
    assert watch.is_still()


def test_a_write_between_the_look_and_its_end_is_heard_of(watch):
    began = watch.begin()
    watch.listen()
    Practice.objects.update(tagline="Meanwhile")
    watch.settle(began)
    assert has_moved(watch)


def test_what_was_heard_is_remembered_until_a_look_has_ended(watch):
    look(watch)
    assert not watch.has_heard
    Practice.objects.update(tagline="Other words")
    assert has_moved(watch)
    began = watch.begin()
    watch.listen()
    assert watch.has_heard
    watch.settle(began)
    assert not watch.has_heard


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="nobody ends a connection to a file")
def test_what_was_said_before_a_connection_ended_is_heard(watch):
    look(watch)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_practice SET tagline = 'Withdrawn'")
        watch.poll.poll(5000)
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [watch.connection.info.backend_pid])
    with pytest.raises(Exception, match=r"terminat|closed|lost"):
        look(watch)
    assert watch.has_heard


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="nobody ends a connection to a file")
def test_a_connection_that_is_ended_is_made_anew(watch):
    look(watch)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [watch.connection.info.backend_pid])
    assert has_moved(watch)
    with pytest.raises(Exception, match=r"terminat|closed|lost"):
        look(watch)
    assert not watch.is_still()
    look(watch)
    Practice.objects.update(tagline="Other words")
    assert has_moved(watch)


def has_moved(watch):
    """PostgreSQL tells it as soon as whoever wrote has been told, and that is a moment of another process."""
    if connection.vendor == "postgresql":
        watch.poll.poll(5000)
    return not watch.is_still()
