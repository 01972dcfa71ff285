import pytest

from practice_site.bench import load

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"hello",
        b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    ],
)
def test_an_answer_is_whole_at_its_last_byte(data):
    assert load.reply_in(data).size == len(data)
    assert load.reply_in(data[:-1]) is None


def test_each_request_is_answered_and_counted(greeter):
    answer = load.answer(greeter, "/", {}, requests=10, connections=3)
    assert answer["statuses"] == {"200": 10}
    assert (answer["failed"], answer["bytes"]) == (0, 5)


def test_more_connections_than_requests_are_not_opened(greeter, monkeypatch):
    opened = []
    connect = load.Reader.connect
    monkeypatch.setattr(load.Reader, "connect", lambda self: opened.append(1) or connect(self))
    load.answer(greeter, "/", {}, requests=2, connections=50)
    assert len(opened) == 2


def test_a_connection_that_is_cut_off_has_failed_and_the_rest_goes_on(greeter, monkeypatch):
    receive = load.Reader.receive
    cut = []

    def once(self):
        if not cut:
            cut.append(self)
            raise ConnectionResetError
        return receive(self)

    monkeypatch.setattr(load.Reader, "receive", once)
    answer = load.answer(greeter, "/", {}, requests=6, connections=2)
    assert (answer["failed"], answer["statuses"]) == (1, {"200": 5})


def test_a_connection_that_is_over_is_replaced(monkeypatch, greeter):
    reply_in = load.reply_in
    last = lambda data: (found := reply_in(data)) and found._replace(is_last=True)  # noqa: E731
    monkeypatch.setattr(load, "reply_in", last)
    assert load.answer(greeter, "/", {}, requests=4, connections=2)["statuses"] == {"200": 4}


def test_whether_a_connection_goes_on_is_read_in_the_head():
    assert not load.reply_in(HEAD + b"hello").is_last
    assert load.reply_in(HEAD.replace(b"OK", b"OK\r\nConnection: close") + b"hello").is_last
