"""What Linux's kernel knows of the connections that visitors opened, and the server does not tell."""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress

IS_KNOWN = sys.platform == "linux"
ESTABLISHED = 1
# Of struct tcp_info in linux/tcp.h: tcpi_state; tcpi_bytes_acked; tcpi_notsent_bytes.
STATE, ACKED, NOT_SENT = struct.Struct("=B"), struct.Struct("=120xQ"), struct.Struct("=144xI")
TCP_INFO_BYTES = 160


def to_port(port: int) -> Iterator[socket.socket]:
    """Handles of the connections whose near end is ``port``, each good until the next is taken."""
    for name in os.listdir("/proc/self/fd"):
        try:
            # What it is is said here, so that the kernel is not asked three times.
            connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0, fileno=int(name))
        except OSError:
            continue  # a file, or closed meanwhile
        try:
            if is_visitor(connection, port):
                yield connection
        finally:
            # It is the server's to close.
            connection.detach()


def is_visitor(connection: socket.socket, port: int) -> bool:
    try:
        near = connection.getsockname()
        return isinstance(near, tuple) and near[1] == port and bool(connection.getpeername())
    except OSError:
        return False


def progress(connection: socket.socket) -> tuple[int, int]:
    """Bytes that arrived so far, and bytes that the kernel could not send yet."""
    info = info_of(connection)
    return ACKED.unpack_from(info)[0], NOT_SENT.unpack_from(info)[0]


def is_there(port: int, visitor: tuple[str, int]) -> bool:
    """Whether ``visitor``, an address and a port, still listens for an answer; yes where that is not known."""
    if not IS_KNOWN:
        return True
    for connection in to_port(port):
        if peer_of(connection) == visitor:
            return STATE.unpack_from(info_of(connection))[0] == ESTABLISHED
    return False


def peer_of(connection: socket.socket) -> tuple[str, int] | None:
    with suppress(OSError):
        return connection.getpeername()[:2]
    return None


def info_of(connection: socket.socket) -> bytes:
    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO_BYTES)
