"""Ends connections whose answer is not fetched. They hold no thread, but memory and a place.

The server has no time limit for writing, so this looks at what the kernel still has to send.
"""

import os
import socket
import struct
import sys
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass

LOOK_SECONDS = 5
# Within each such while, this rate; and at some time an end.
WHILE_SECONDS = 30
LEAST_BYTES_A_SECOND = 1024
MOST_SECONDS = 600

# Of struct tcp_info in linux/tcp.h: bytes_acked, and notsent_bytes behind it.
ACKED, NOT_SENT = struct.Struct("=120xQ"), struct.Struct("=144xI")
TCP_INFO_BYTES = 160


@dataclass
class Waiting:
    """An answer that waits for its reader, since when, and what had arrived at the last reckoning."""

    since: float
    reckoned: float
    arrived: int

    def is_too_slow(self, now, arrived):
        if now - self.since > MOST_SECONDS:
            return True
        if now - self.reckoned < WHILE_SECONDS:
            return False
        is_slow = arrived - self.arrived < WHILE_SECONDS * LEAST_BYTES_A_SECOND
        self.reckoned, self.arrived = now, arrived
        return is_slow


def watch(port):
    """Look after the connections to ``port``, for as long as the process lives."""
    if sys.platform == "linux":
        threading.Thread(target=look_on, args=[port], name="slow readers", daemon=True).start()


def look_on(port):
    waiting = {}
    while True:
        time.sleep(LOOK_SECONDS)
        waiting = look(port, waiting, time.monotonic())


def look(port, waiting, now):
    """End what is too slow; returns what waits now."""
    still = {}
    for connection in connections(port):
        with closing(connection), suppress(OSError):
            # An odd process of the same kind of socket: our end of a database connection is not ours to judge.
            arrived, rest = progress(connection)
            if not rest:
                continue
            reader = connection.getpeername()
            still[reader] = waiting.get(reader) or Waiting(now, now, arrived)
            if still[reader].is_too_slow(now, arrived):
                connection.shutdown(socket.SHUT_RDWR)
    return still


def connections(port):
    """Own handles of the connections that visitors opened: their near end is the server's port."""
    for name in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            if not os.readlink(f"/proc/self/fd/{name}").startswith("socket:"):
                continue
            connection = socket.socket(fileno=os.dup(int(name)))
            if is_visitor(connection, port):
                yield connection
            else:
                connection.close()


def is_visitor(connection, port):
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return False
    listens = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    return not listens and connection.getsockname()[1] == port


def progress(connection):
    """Bytes that arrived so far, and bytes that the kernel could not send yet."""
    info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO_BYTES)
    return ACKED.unpack_from(info)[0], NOT_SENT.unpack_from(info)[0]
