"""What is kept lasts until somebody writes, however they do it, and not a request longer."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, models, transaction
from django.utils import timezone, translation
from django.utils.translation import get_language

from freshness import triggers
from freshness.kept import Kept
from freshness.models import Edition
from pages.models import ContactRoute, Location

NAME = "tests"
OF = ["pages.ContactRoute", "pages.Location"]


class Texts(Kept):
    """What contact routes say, and how often that was read."""

    def __init__(self):
        super().__init__(NAME, OF, self.read_texts)
        self.reads, self.until, self.meanwhile = 0, None, lambda: None

    def read_texts(self):
        self.reads += 1
        found = texts()
        self.meanwhile()
        return found, self.until


@pytest.fixture
def kept(db):
    kept = Texts()
    triggers.install()
    yield kept
    del Kept.every[NAME]  # the triggers go with the transaction


def texts():
    return sorted(ContactRoute.objects.values_list("text", flat=True))


def route(text, audience="new"):
    return ContactRoute.objects.create(text=text, audience=audience)


def by_hand(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def changed(row):
    row.text = "Other"
    return row


WRITES = {
    "create": lambda row: route("New", "jobs"),
    "bulk_create": lambda row: ContactRoute.objects.bulk_create(
        [ContactRoute(text="New", audience="jobs")]
    ),
    "save": lambda row: changed(row).save(),
    "save one column": lambda row: changed(row).save(update_fields=["text"]),
    "update": lambda row: ContactRoute.objects.update(text="Other"),
    "bulk_update": lambda row: ContactRoute.objects.bulk_update([changed(row)], ["text"]),
    "delete": lambda row: row.delete(),
    "delete by query": lambda row: ContactRoute.objects.all().delete(),
    "without a word to Django": lambda row: ContactRoute.objects.all()._raw_delete("default"),
    "SQL that changes": lambda row: by_hand("UPDATE pages_contactroute SET text = %s", "Other"),
    "SQL that deletes": lambda row: by_hand("DELETE FROM pages_contactroute"),
    "SQL that copies": lambda row: by_hand(
        "INSERT INTO pages_contactroute"
        ' (audience, text, phone, email, link, link_label, "order")'
        " SELECT 'jobs', text, phone, email, link, link_label, \"order\" FROM pages_contactroute"
    ),
    "another of its tables": lambda row: Location.objects.create(practice_id=1, name="Annex"),
}


@pytest.mark.parametrize("way", WRITES)
def test_no_write_passes_it_by(kept, practice, way):
    row = route("Old")
    assert kept.get() == ["Old"]
    assert kept.get() == ["Old"]
    assert kept.reads == 1
    WRITES[way](row)
    assert kept.get() == texts()
    assert kept.reads == 2


def test_while_nobody_writes_it_costs_one_statement(kept, practice, django_assert_num_queries):
    kept.get()
    with django_assert_num_queries(1):
        kept.get()


def test_it_may_hold_words_so_each_language_has_its_own(kept, practice):
    kept.read = lambda: (get_language(), None)
    said = []
    for language in ("es", "en", "es"):
        with translation.override(language):
            said.append(kept.get())
    assert said == ["es", "en", "es"]
    route("New")
    for language in ("en", "es"):
        with translation.override(language):
            assert kept.get() == language


def test_writes_elsewhere_leave_it(kept, practice):
    kept.get()
    practice.name = "Another name"
    practice.save()
    kept.get()
    assert kept.reads == 1


def test_what_was_taken_back_is_not_kept(kept):
    """A preview is a save that is taken back, and another save may follow at once."""
    row = route("Old")
    assert kept.get() == ["Old"]
    for text in ("Preview", "Other preview"):
        with transaction.atomic():
            ContactRoute.objects.filter(pk=row.pk).update(text=text)
            assert kept.get() == [text]
            transaction.set_rollback(True)
        assert kept.get() == ["Old"]


def test_what_is_written_while_it_is_read_is_read_again(kept):
    route("Old")
    kept.meanwhile = lambda: ContactRoute.objects.update(text="Other")
    assert kept.get() == ["Old"]  # nobody could know better
    kept.meanwhile = lambda: None
    assert kept.get() == ["Other"]


def test_the_clock_makes_it_another_one(kept):
    now = timezone.now()
    kept.until = now + timedelta(hours=1)
    for minutes, reads in [(0, 1), (59, 1), (60, 2)]:
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            kept.get()
        assert kept.reads == reads


def test_beyond_a_turn_of_the_clock_it_reads_otherwise_though_its_rows_say_the_same(kept):
    """Or what rests on it would be taken for right."""
    now = timezone.now()
    turn = now + timedelta(hours=1)
    kept.until, readings = turn, []
    for minutes in (0, 59, 60):
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            kept.until = turn if minutes < 60 else None
            readings.append(kept.reading())
    assert readings[0] == readings[1] != readings[2]


def test_a_clock_that_was_put_back_finds_nothing_of_a_time_to_come(kept):
    now = timezone.now()
    with time_machine.travel(now + timedelta(days=1), tick=False):
        kept.get()
    kept.get()
    assert kept.reads == 2


def test_without_its_row_nothing_is_kept(kept):
    """As after somebody emptied all tables: then nothing tells of a write."""
    by_hand("DELETE FROM freshness_edition")
    kept.get()
    kept.get()
    assert kept.reads == 2
    route("New")
    assert kept.get() == ["New"]
    kept.get()
    assert kept.reads == 3


@pytest.mark.django_db(transaction=True)
def test_another_connection_tells_too_and_only_what_is_settled():
    row = route("Old")
    kept = Texts()
    triggers.install()
    try:
        assert kept.get() == ["Old"]
        written, settle = threading.Event(), threading.Event()

        def write():
            with transaction.atomic():
                ContactRoute.objects.filter(pk=row.pk).update(text="Other")
                written.set()
                settle.wait(20)
            connection.close()

        other = threading.Thread(target=write)
        other.start()
        written.wait(20)
        assert kept.get() == ["Old"]
        assert kept.reads == 1
        settle.set()
        other.join(20)
        assert kept.get() == ["Other"]
    finally:
        del Kept.every[NAME]
        triggers.install()


@pytest.mark.django_db(transaction=True)
def test_a_table_that_was_made_anew_tells_again():
    """SQLite changes a column by making the table anew, without what hung on it."""
    kept = Texts()
    triggers.install()
    try:
        field = ContactRoute._meta.get_field("link_label")
        wider = models.CharField(max_length=90, blank=True)
        wider.set_attributes_from_name("link_label")
        for old, new in [(field, wider), (wider, field)]:
            with connection.schema_editor() as editor:
                editor.alter_field(ContactRoute, old, new)
        call_command("migrate", verbosity=0)
        kept.get()
        route("New")
        assert kept.get() == ["New"]
    finally:
        del Kept.every[NAME]
        triggers.install()


def rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM freshness_edition WHERE name = %s", [NAME])
        return cursor.fetchone()[0]


def test_many_writes_of_one_transaction_make_one_row_and_many_marks(kept):
    with transaction.atomic():
        row, marks = route("Old"), {kept.mark.look()}
        first = rows()
        for number in range(20):
            ContactRoute.objects.filter(pk=row.pk).update(text=str(number))
            marks.add(kept.mark.look())
            assert kept.get() == [str(number)]
    assert rows() == first
    assert len(marks) == 21


def test_old_rows_are_swept_and_nothing_goes_stale(kept):
    row = route("Old")
    for number in range(3):
        Edition.objects.create(name=NAME, mark=number)
        assert kept.get() == ["Old"]
    triggers.sweep()
    assert rows() == 1
    assert Edition.objects.exclude(name=NAME).exists()
    ContactRoute.objects.filter(pk=row.pk).update(text="Other")
    assert kept.get() == ["Other"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="On SQLite one writes at a time")
def test_who_writes_waits_for_nobody_who_writes_another_row():
    one, other = route("One", "new"), route("Other", "jobs")
    kept = Texts()
    triggers.install()
    try:
        written, settle = threading.Event(), threading.Event()

        def write():
            with transaction.atomic():
                ContactRoute.objects.filter(pk=one.pk).update(text="Changed")
                written.set()
                settle.wait(20)
            connection.close()

        thread = threading.Thread(target=write)
        thread.start()
        written.wait(20)
        by_hand("SET lock_timeout = '2s'")
        ContactRoute.objects.filter(pk=other.pk).update(text="Changed too")
        assert kept.get() == ["Changed too", "One"]
        settle.set()
        thread.join(20)
        assert kept.get() == ["Changed", "Changed too"]
    finally:
        del Kept.every[NAME]
        triggers.install()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_after_a_migration_that_was_broken_off():
    """Its tables may have lost what tells of writes, and the server before it still runs."""
    kept = Texts()
    triggers.install()
    try:
        kept.get()
        triggers.remove_before_migrating()
        assert not triggers.are_installed()
        route("New")
        assert kept.get() == ["New"]
        ContactRoute.objects.update(text="Other")
        assert kept.get() == ["Other"]
    finally:
        del Kept.every[NAME]
        triggers.install()
    assert triggers.are_installed()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one place for tables")
def test_a_script_that_looks_for_tables_elsewhere_is_heard(kept):
    route("Old")
    assert kept.get() == ["Old"]
    by_hand("SET LOCAL search_path = ''")
    by_hand("UPDATE public.pages_contactroute SET text = 'Other'")
    by_hand("SET LOCAL search_path = public")
    assert kept.get() == ["Other"]
