"""Small things that are done once an answer is on its way, or not at all.

Nobody waits for them: a thread of its own does one after the other, however long the database keeps it
waiting. Nobody is told of one that is lost, because too many wait or the process ends.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from queue import Full, Queue

from django.db import Error as DatabaseFault
from django.db import connection

logger = logging.getLogger(__name__)
MOST_WAITING = 200
waiting: Queue = Queue(MOST_WAITING)


def do(function: Callable[..., object], *arguments: object) -> None:
    start()
    with suppress(Full):
        waiting.put_nowait((function, arguments))


@cache
def start() -> None:
    # Asked for twice at the same moment there would be two of them, which does no harm.
    threading.Thread(target=work, name="after answers", daemon=True).start()


def work() -> None:
    while True:
        function, arguments = waiting.get()
        try:
            function(*arguments)
        except DatabaseFault:
            pass
        except Exception:
            logger.exception("Something that was to be done after an answer failed.")
        finally:
            connection.close()
            waiting.task_done()
