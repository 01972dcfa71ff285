"""One loop: the mail that is due, then the jobs that are due. Ends after the current mail."""

import logging
import signal
import time
from contextlib import suppress

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseFault
from django.db import close_old_connections, connection

from outbox import jobs, mail_key, sending, signs
from outbox.troubles import troubles

logger = logging.getLogger(__name__)

LOOK_FOR_MAIL_SECONDS = 2
LOOK_FOR_JOBS_SECONDS = 60
SHOW_LIFE_SECONDS = 20
LONGEST_WAIT_SECONDS = 60
# A signal does not end a sleep early, so sleep in short pieces.
NAP_SECONDS = 0.25


class Command(BaseCommand):
    help = "Sends mail and runs due jobs until interrupted."
    # They look at pages and forms, none of which this process would load otherwise.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")
        parser.add_argument(
            "--check", action="store_true", help="say what keeps mail from leaving, and do nothing"
        )

    def handle(self, *, once, check, **options):
        if check:
            if found := list(troubles()):
                raise CommandError("\n".join(found))
            self.stdout.write("Mail leaves as it should.")
            return
        if not once:
            Worker().run()
            return
        with suppress(DatabaseFault):
            mail_key.show_life()
        jobs.run_queues()
        while sending.send_due():
            pass
        jobs.run_due()


class Worker:
    def __init__(self):
        self.is_stopping = False
        self.next_jobs = 0.0
        self.next_sign = 0.0
        self.key = None  # of the last sign
        self.in_the_way = None

    def run(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        failures = 0
        while not self.is_stopping:
            try:
                was_busy = self.work()
            except DatabaseFault as error:
                # The database will be back; nothing is lost meanwhile, rows wait in it.
                logger.error("The database does not answer: %s", type(error).__name__)
                connection.close()
            except Exception:
                # Whatever it is, the mail after it still has to go out.
                logger.exception("The worker met a fault")
            else:
                failures = 0
                if not was_busy:
                    self.rest(LOOK_FOR_MAIL_SECONDS)
                continue
            failures += 1
            self.rest(min(2**failures, LONGEST_WAIT_SECONDS))
        with suppress(DatabaseFault):
            signs.end(self.key)

    def stop(self, number, frame):
        self.is_stopping = True

    def work(self):
        close_old_connections()
        jobs.run_queues()
        was_busy = sending.send_due(self.between_mails) > 0
        self.between_mails()
        if time.monotonic() >= self.next_jobs and not self.is_stopping:
            self.next_jobs = time.monotonic() + LOOK_FOR_JOBS_SECONDS
            jobs.run_due()
        return was_busy

    def between_mails(self):
        """Shows that this worker lives; returns whether it is asked to stop."""
        if time.monotonic() >= self.next_sign:
            self.next_sign = time.monotonic() + SHOW_LIFE_SECONDS
            self.show_life()
        return self.is_stopping

    def show_life(self):
        key, in_the_way = mail_key.show_life()
        if key != self.key:
            signs.end(self.key)
            self.key = key
        if in_the_way and not self.in_the_way:
            logger.error(
                "The worker on %s has another key for mail and was here first, so no mail is closed "
                "for the key here: give both hosts one MAIL_KEY_PATH.",
                in_the_way.name,
            )
        self.in_the_way = in_the_way

    def rest(self, seconds):
        deadline = time.monotonic() + seconds
        while not self.is_stopping and time.monotonic() < deadline:
            time.sleep(NAP_SECONDS)
