import io
import socket
from contextlib import closing
from types import SimpleNamespace

import pytest

from practice_site.front_door import connections, django_threads
from practice_site.front_door.bodies import Left


@pytest.fixture
def pair():
    with (
        closing(socket.create_server(("127.0.0.1", 0))) as listener,
        closing(socket.create_connection(listener.getsockname())) as visitor,
    ):
        server, _address = listener.accept()
        with closing(server):
            yield server, visitor


@pytest.mark.skipif(not connections.IS_KNOWN, reason="asks Linux's kernel")
def test_who_is_there_is_known_until_they_leave(pair):
    server, visitor = pair
    port, address = server.getsockname()[1], visitor.getsockname()
    assert connections.is_there(port, address)
    assert not connections.is_there(port, ("127.0.0.1", 1))
    visitor.close()
    # The end has arrived before anything can be read.
    assert server.recv(1) == b""
    assert not connections.is_there(port, address)


@pytest.mark.parametrize(
    ("method", "length", "waited", "is_answered"),
    [
        ("GET", 0, 0, True),
        ("GET", 0, 60, False),
        ("HEAD", 0, 60, False),
        # What somebody sent whole is taken, whether they waited for the thanks or not.
        ("POST", 3, 60, True),
        # Without a length nobody knows whether it is whole.
        ("POST", None, 0, False),
    ],
)
def test_nothing_is_made_for_who_has_left(monkeypatch, method, length, waited, is_answered):
    monkeypatch.setattr(connections, "is_there", lambda port, visitor: False)
    monkeypatch.setattr(django_threads, "monotonic", lambda: waited)
    monkeypatch.setattr(django_threads, "application", hello)
    environ = {
        "REQUEST_METHOD": method, "REMOTE_ADDR": "127.0.0.1", "REMOTE_PORT": "1", "SERVER_PORT": "2",
    }  # fmt: skip
    body = SimpleNamespace(length=length, size=length or 0, held=io.BytesIO())
    if is_answered:
        assert django_threads.answer(environ, body, 0)[2] == b"hello"
    else:
        with pytest.raises(Left):
            django_threads.answer(environ, body, 0)


def hello(environ, start_response):
    start_response("200 OK", [])
    return [b"hello"]
