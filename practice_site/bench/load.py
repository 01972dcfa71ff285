"""The readers, in a process of their own: so many requests over so many connections that stay open.

A line of JSON asks (``port``, ``path``, ``headers``, ``requests``, ``connections``), a line answers. It costs
about as little as Python allows, and sends at once over all connections: a server that is asked one by one
sleeps in between, and waking costs more than many an answer.
"""

import json
import re
import resource
import select
import socket
import sys
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

CONNECT_SECONDS = 30
# Nothing has come for so long: what is missing then has failed.
PATIENCE_SECONDS = 60
MOST_CONNECTIONS = 4000


# What a head says of the body and of the connection.
TELLS = re.compile(rb"\r\n(?:content-length: *([0-9]+)|connection: *(close))", re.IGNORECASE)


class Reply(NamedTuple):
    status: int
    head: int
    size: int  # with the head
    is_last: bool  # on this connection


class Reader:
    """One connection, with one request at a time."""

    def __init__(self, port: int, request: bytes) -> None:
        self.port, self.request = port, request
        self.data = b""
        self.since = 0.0
        self.socket = self.connect()

    def connect(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), CONNECT_SECONDS)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def send(self) -> None:
        self.since = time.perf_counter()
        self.socket.sendall(self.request)

    def receive(self) -> Reply | None:
        """The whole answer, once it is here."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise ConnectionResetError
        self.data = self.data + part if self.data else part
        found = reply_in(self.data)
        if found:
            self.data = b""
        return found


def reply_in(data: bytes) -> Reply | None:
    end = data.find(b"\r\n\r\n")
    if end < 0:
        return None
    status, head = int(data[9:12]), end + 4
    length, is_last = None, False
    for found in TELLS.finditer(data, 0, head):
        if found[2]:
            is_last = True
        else:
            length = int(found[1])
    if status == 304:
        size = head
    elif length is not None:
        size = head + length
    elif data.endswith(b"0\r\n\r\n"):  # in chunks
        size = len(data)
    else:
        return None
    return Reply(status, head, size, is_last) if len(data) >= size else None


def request_of(port: int, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


class Run:
    def __init__(self, port: int, request: bytes, connections: int) -> None:
        self.readers = {}
        self.poll = select.epoll()
        for _number in range(connections):
            reader = Reader(port, request)
            self.readers[reader.socket.fileno()] = reader
            self.poll.register(reader.socket, select.EPOLLIN)
        self.seconds: list[float] = []
        self.statuses: dict[int, int] = {}
        self.failed = 0
        self.last = Reply(0, 0, 0, False)

    def make(self, requests: int) -> None:
        waiting = requests
        for reader in self.readers.values():
            if waiting:
                waiting -= 1
                reader.send()
        while len(self.seconds) + self.failed < requests:
            events = self.poll.poll(PATIENCE_SECONDS)
            if not events:
                self.failed = requests - len(self.seconds)
            for number, _event in events:
                reader = self.readers[number]
                if self.is_finished(reader) and waiting:
                    waiting -= 1
                    reader.send()

    def is_finished(self, reader: Reader) -> bool:
        """Whether the next request can go out on this connection."""
        try:
            reply = reader.receive()
        except OSError:
            self.failed += 1
            self.replace(reader)
            return True
        if reply is None:
            return False
        self.seconds.append(time.perf_counter() - reader.since)
        self.statuses[reply.status] = self.statuses.get(reply.status, 0) + 1
        self.last = reply
        if reply.is_last:
            self.replace(reader)
        return True

    def replace(self, reader: Reader) -> None:
        self.poll.unregister(reader.socket)
        del self.readers[reader.socket.fileno()]
        reader.socket.close()
        reader.socket, reader.data = reader.connect(), b""
        self.readers[reader.socket.fileno()] = reader
        self.poll.register(reader.socket, select.EPOLLIN)

    def close(self) -> None:
        for reader in self.readers.values():
            reader.socket.close()
        self.poll.close()


def answer(
    port: int, path: str, headers: Mapping[str, str], requests: int, connections: int
) -> dict[str, Any]:
    run = Run(port, request_of(port, path, headers), min(connections, requests))
    started = time.perf_counter()
    try:
        run.make(requests)
    finally:
        run.close()
    ordered = sorted(run.seconds) or [0.0]
    return {
        "seconds": time.perf_counter() - started,
        "p50": ordered[len(ordered) // 2] * 1000,
        "p99": ordered[len(ordered) * 99 // 100] * 1000,
        "failed": run.failed,
        "statuses": {str(status): count for status, count in run.statuses.items()},
        "head": run.last.head,
        "bytes": run.last.size - run.last.head,
    }


def main() -> None:
    _now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS if most == resource.RLIM_INFINITY else min(MOST_CONNECTIONS, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    for line in sys.stdin:
        print(json.dumps(answer(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
