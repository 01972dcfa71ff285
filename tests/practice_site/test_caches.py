"""A Redis that hangs: it takes connections and never answers."""

import socket
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from practice_site import caches
from practice_site.caches import LEFT_ALONE_SECONDS, ForgivingRedis
from practice_site.environment import cache_from_url


class Hanging:
    """``tries`` is how often somebody has come since they were counted last."""

    def __init__(self, listener, held):
        self.listener, self.held = listener, held
        self.url = f"redis://127.0.0.1:{listener.getsockname()[1]}/0"

    def tries(self):
        number = 0
        while True:
            try:
                self.held.enter_context(self.listener.accept()[0])
            except BlockingIOError:
                return number
            number += 1


@pytest.fixture
def hanging(monkeypatch):
    monkeypatch.setattr(caches, "left_alone_until", {})
    with socket.create_server(("127.0.0.1", 0)) as listener, ExitStack() as held:
        listener.setblocking(False)
        yield Hanging(listener, held)


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(caches, "monotonic", lambda: now[0])
    return now


def cache(url):
    """Each thread has one of its own."""
    quick = {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 0.05}}
    return ForgivingRedis(url, cache_from_url(urlsplit(url)) | quick)


def test_a_server_that_hangs_is_left_alone_by_every_thread(hanging, clock):
    assert cache(hanging.url).get("x", "nothing") == "nothing"
    assert hanging.tries() == 1
    for _page in range(5):
        cache(hanging.url).set("x", 1)
        assert cache(hanging.url).get("x", "nothing") == "nothing"
    assert hanging.tries() == 0


def test_it_is_asked_again_after_a_while_and_by_one_alone(hanging, clock, monkeypatch):
    first, others = cache(hanging.url), cache(hanging.url)
    first.get("x")
    clock[0] += LEFT_ALONE_SECONDS
    hanging.tries()

    def ask(*arguments):
        others.get("x")
        assert hanging.tries() == 0
        return "back"

    assert first.attempt(ask, (), {}, None) == "back"
    others.get("x")
    assert hanging.tries() == 1


def test_another_server_is_asked_all_the_same(hanging, clock):
    cache("redis://127.0.0.1:1/0").get("x")
    cache(hanging.url).get("x")
    assert hanging.tries() == 1


def test_a_server_that_answers_no_is_asked_again(hanging, clock):
    from redis.exceptions import ResponseError

    def refuse():
        raise ResponseError("OOM command not allowed")

    assert cache(hanging.url).attempt(refuse, (), {}, "nothing") == "nothing"
    cache(hanging.url).get("x")
    assert hanging.tries() == 1
