"""Keeps what error pages say as new as the database, on every host, while there is one."""

import logging
import threading
import time

from django.db import Error as DatabaseFault
from django.db import connection

from pages import error_page_facts

logger = logging.getLogger(__name__)
EVERY_SECONDS = 30


def start() -> None:
    threading.Thread(target=keep, name="facts for error pages", daemon=True).start()


def keep() -> None:
    while True:
        refresh()
        time.sleep(EVERY_SECONDS)


def refresh() -> None:
    try:
        error_page_facts.refresh()
    except DatabaseFault as error:
        # What was written last stands: this is the day it is for.
        logger.warning("The facts for error pages could not be read: %s", type(error).__name__)
    except Exception:
        logger.exception("The facts for error pages could not be renewed.")
    finally:
        connection.close()
