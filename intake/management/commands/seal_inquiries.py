"""Seals what older versions of the site stored in clear, one row at a time: it may be stopped and
started again. At the end the pages that the clear text stood on are overwritten."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from intake.documents import sealed
from intake.documents.content import UnreadableContent, from_document
from intake.models import Inquiry
from intake.receiving import address_index
from intake.room import holders
from outbox.models import Message

SEALED = ["content", "practice_key", "address_index", "unsealed", "received_at"]


class Command(BaseCommand):
    help = "Seals inquiries and mail that an older version of the site stored in clear."

    def add_arguments(self, parser):
        parser.add_argument(
            "--wait",
            type=float,
            default=60,
            metavar="SECONDS",
            help="How long to wait for other connections to the database to end what they do.",
        )

    def handle(self, *, wait, **options):
        waiting = Inquiry.objects.unsealed().order_by("pk")
        if waiting and not holders.form_is_open():
            raise CommandError("Set the keys up first, on the page “Access” of the practice desk.")
        self.each(waiting, self.seal_inquiry, "Inquiries")
        clear_mail = Message.objects.filter(sealed=None).exclude(recipient="", body="")
        self.each(clear_mail.order_by("pk"), self.seal_message, "Mail")
        overwrite_free_pages(wait)
        self.stdout.write("Nothing stands in clear any more. Older backups still hold what did.")

    def each(self, rows, seal_one, name):
        keys = list(rows.values_list("pk", flat=True))
        for number, pk in enumerate(keys, start=1):
            with transaction.atomic():
                row = rows.select_for_update().filter(pk=pk).first()
                if row is not None:
                    seal_one(row)
            if number % 100 == 0 or number == len(keys):
                self.stdout.write(f"{name}: {number} of {len(keys)}")

    def seal_inquiry(self, inquiry):
        inquiry.content, inquiry.practice_key = sealed.close(
            inquiry.unsealed, sealed.CONTENT, inquiry.pk
        )
        try:
            inquiry.address_index = address_index(from_document(inquiry.unsealed))
        except UnreadableContent:
            inquiry.address_index = ""
        inquiry.unsealed = None
        inquiry.received_at = inquiry.received_at.replace(minute=0, second=0, microsecond=0)
        inquiry.save(update_fields=SEALED)

    def seal_message(self, message):
        message.close(message.recipient, message.body)
        message.save()


def overwrite_free_pages(patience):
    """Rewrites the tables, so that no freed page keeps what stood there.

    patience: how long to wait for other transactions to end, in seconds
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            # VACUUM FULL would keep each old row that any open transaction could still see, and
            # PostgreSQL's own statistics open some; a change of type copies only what stands.
            rewrite(cursor, Inquiry, "unsealed", "unsealed::text::jsonb")
            rewrite(cursor, Message, "body", "body || ''")
            # The statistics themselves quote common values of a column.
            cursor.execute("ANALYZE")
            wait_for_readers(cursor, patience)
            cursor.execute("VACUUM FULL pg_catalog.pg_statistic")
            cursor.execute("CHECKPOINT")


def wait_for_readers(cursor, patience):
    """Until no transaction is open that could still see the old statistics, which keeps them.

    That is any that reads this database, and any that writes on the same server, wherever it writes:
    PostgreSQL goes by the oldest writer of all its databases.
    """
    cursor.execute("SELECT clock_timestamp(), pg_current_xact_id()::text")
    began = cursor.fetchone()
    give_up = time.monotonic() + patience
    while True:
        cursor.execute(
            "SELECT pg_snapshot_xmin(pg_current_snapshot()) <= %s::xid8 OR EXISTS ("
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND xact_start < %s)",
            began[::-1],
        )
        [is_seen] = cursor.fetchone()
        if not is_seen:
            return
        if time.monotonic() > give_up:
            raise CommandError(
                "Everything is sealed, but another connection to the database’s server still holds on"
                " to PostgreSQL’s old statistics, which quote what was in clear. Stop the website,"
                " the worker and other programs that use this server, and run this again."
            )
        time.sleep(0.2)


def rewrite(cursor, model, column, value):
    """Copies a PostgreSQL table to a new file by setting a column to the same type again."""
    field = model._meta.get_field(column)
    table = connection.ops.quote_name(model._meta.db_table)
    cursor.execute(
        f"ALTER TABLE {table} ALTER COLUMN {column} TYPE {field.db_type(connection)} USING {value}"
    )
