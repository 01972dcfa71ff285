"""Ends connections whose answer is not fetched. They hold no thread, but memory and a place.

The server has no time limit for writing, so this looks at what the kernel still has to send.
"""

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

from practice_site.front_door import connections

LOOK_SECONDS = 5
# Within each such while, this rate; and at some time an end.
WHILE_SECONDS = 30
LEAST_BYTES_A_SECOND = 1024
MOST_SECONDS = 600


@dataclass
class Waiting:
    """An answer that waits for its reader, since when, and what had arrived at the last reckoning."""

    since: float
    reckoned: float
    arrived: int

    def is_too_slow(self, now: float, arrived: int) -> bool:
        if now - self.since > MOST_SECONDS:
            return True
        if now - self.reckoned < WHILE_SECONDS:
            return False
        is_slow = arrived - self.arrived < WHILE_SECONDS * LEAST_BYTES_A_SECOND
        self.reckoned, self.arrived = now, arrived
        return is_slow


def watch(port: int) -> None:
    """Look after the connections to ``port``, for as long as the process lives."""
    if connections.IS_KNOWN:
        threading.Thread(target=look_on, args=[port], name="slow readers", daemon=True).start()


def look_on(port: int) -> None:
    waiting = {}
    while True:
        time.sleep(LOOK_SECONDS)
        waiting = look(port, waiting, time.monotonic())


def look(
    port: int, waiting: dict[tuple[str, int], Waiting], now: float
) -> dict[tuple[str, int], Waiting]:
    """End what is too slow; returns what waits now."""
    still = {}
    for connection in connections.to_port(port):
        with suppress(OSError):
            arrived, rest = connections.progress(connection)
            if not rest:
                continue
            reader = connection.getpeername()
            still[reader] = waiting.get(reader) or Waiting(now, now, arrived)
            if still[reader].is_too_slow(now, arrived):
                connection.shutdown(socket.SHUT_RDWR)
    return still
