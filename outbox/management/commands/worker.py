"""One loop: the mail that is due, then the jobs that are due. Ends after the current mail."""

import logging
import signal
import time
from contextlib import suppress

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseFault
from django.db import close_old_connections, connection

from outbox import jobs, mail_key, sending

logger = logging.getLogger(__name__)

LOOK_FOR_MAIL_SECONDS = 2
LOOK_FOR_JOBS_SECONDS = 60
LONGEST_WAIT_SECONDS = 60
# A signal does not end a sleep early, so sleep in short pieces.
NAP_SECONDS = 0.25


class Command(BaseCommand):
    help = "Sends mail and runs due jobs until interrupted."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *, once, **options):
        with suppress(mail_key.NoMailKey, OSError, DatabaseFault):
            # After another SECRET_KEY nobody else may be able to read the file, and vouch for it.
            mail_key.use_file()
        if once:
            while sending.send_due():
                pass
            jobs.run_due()
            return
        Worker().run()


class Worker:
    def __init__(self):
        self.is_stopping = False
        self.next_jobs = 0.0

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

    def stop(self, number, frame):
        self.is_stopping = True

    def work(self):
        close_old_connections()
        was_busy = sending.send_due(lambda: self.is_stopping) > 0
        if time.monotonic() >= self.next_jobs and not self.is_stopping:
            self.next_jobs = time.monotonic() + LOOK_FOR_JOBS_SECONDS
            jobs.run_due()
        return was_busy

    def rest(self, seconds):
        deadline = time.monotonic() + seconds
        while not self.is_stopping and time.monotonic() < deadline:
            time.sleep(NAP_SECONDS)
