import socket
import sys
from contextlib import closing, suppress

import pytest

from practice_site.front_door import slow_readers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's kernel")


@pytest.fixture
def ends():
    """The server's end of a connection that cannot send all it has to say, and the reader's."""
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as listener,
        closing(socket.socket()) as reader,
    ):
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.connect(listener.getsockname())
        server, _address = listener.accept()
        with closing(server):
            server.setblocking(False)
            fill(server)
            yield server, reader


def fill(server):
    with suppress(BlockingIOError, BrokenPipeError):
        while True:
            server.send(b"x" * 65536)


def is_open(server):
    try:
        server.send(b"")
    except BrokenPipeError:
        return False
    return True


def looks(server, *moments, between=lambda: None):
    waiting = {}
    for moment in moments:
        waiting = slow_readers.look(server.getsockname()[1], waiting, moment)
        between()
    return is_open(server)


def test_an_answer_that_nobody_fetches_ends(ends):
    server, _reader = ends
    assert looks(server, 0, 5, 29)
    assert not looks(server, 0, 5, 31)


def test_one_that_is_fetched_goes_on_for_a_while(ends):
    server, reader = ends

    def fetch():
        for _time in range(20):
            reader.recv(65536)
        fill(server)

    assert looks(server, 0, 31, 62, 93, between=fetch)
    assert not looks(server, *range(0, 660, 31), between=fetch)


def test_a_connection_with_nothing_to_send_is_left_alone():
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as listener,
        closing(socket.create_connection(listener.getsockname())),
    ):
        server, _address = listener.accept()
        with closing(server):
            assert looks(server, 0, 31, 700)


def test_connections_to_other_ports_are_not_ours(ends):
    server, _reader = ends
    other = server.getpeername()[1]
    waiting = slow_readers.look(other, {}, 0)
    # Seen from there, it is the reader's own end; whichever it is, the server's stays open.
    slow_readers.look(other, waiting, 31)
    assert is_open(server)
