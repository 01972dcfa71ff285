"""Bytes on a socket, as no client library sends them."""

import pytest

from tests.practice_site.front_door.sent import codes

HOST = b"Host: 127.0.0.1\r\n"
LAST = b"Connection: close\r\n\r\n"
POST = b"POST /get-started/ HTTP/1.1\r\n" + HOST


@pytest.mark.parametrize(
    ("network", "lines"),
    [
        ("one", ["X-Forwarded-For: 198.51.100.1"]),
        ("underscores", ["X-Forwarded-For: 198.51.100.2", "X_Forwarded_For: 3.3.3.{}"]),
        ("one underscore", ["X-Forwarded-For: 198.51.100.3", "X-Forwarded_For: 3.3.3.{}"]),
        ("before", ["x_forwarded_for: 3.3.3.{}", "X-Forwarded-For: 198.51.100.4"]),
        ("left part", ["X-Forwarded-For: 3.3.3.{}, 198.51.100.5"]),
        ("two lines", ["X-Forwarded-For: 3.3.3.{}", "X-Forwarded-For: 198.51.100.6"]),
        ("others", ["X-Real-IP: 3.3.3.{}", "Forwarded: for=3.3.3.{}", "X-Forwarded-For: 198.51.100.7"]),
        ("ports", ["X-Forwarded-For: 198.51.100.8:10{:02}"]),
        ("brackets", ["X-Forwarded-For: [2001:db8::1]:10{:02}"]),
        ("one household", ["X-Forwarded-For: 2001:db8:1:1::{}"]),
        ("no address", ["X-Forwarded-For: unknown-{}"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_nobody_is_somebody_new_each_time(door, network, lines):
    assert codes(door, *lines) == 20


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (POST + b"Content-Length: 3\r\nContent-Length: 4\r\n" + LAST + b"abcd", 400),
        (POST + b"Content-Length: +3\r\n" + LAST + b"abc", 400),
        (POST + b"Content-Length: 0x3\r\n" + LAST + b"abc", 400),
        (POST + b"Transfer-Encoding: xchunked\r\n" + LAST + b"3\r\nabc\r\n0\r\n\r\n", 400),
        (POST + b"Transfer-Encoding: chunked, identity\r\n" + LAST + b"0\r\n\r\n", 400),
        (POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" + LAST + b"0\r\n\r\n", 400),
        (POST + b"Transfer-Encoding : chunked\r\n" + LAST + b"0\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n" + LAST, 400),
        (b"GET / HTTP/1.1\r\n" + HOST + HOST + LAST, 400),
        (b"GET http://other.example/ HTTP/1.1\r\n" + HOST + LAST, 400),
        (b"CONNECT other.example:443 HTTP/1.1\r\n" + HOST + LAST, 400),
        (b"OPTIONS * HTTP/1.1\r\n" + HOST + LAST, 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X-A: a\r\n b\r\n" + LAST, 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X-A: a\x00b\r\n" + LAST, 400),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X-Forwarded-For : 1.1.1.1\r\n" + LAST, 400),
        (b"GET /\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 0),
        (b"GET /?" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + LAST, 431),
        (b"GET / HTTP/1.1\r\n" + HOST + b"X-A: " + b"a" * 2_000_000 + b"\r\n" + LAST, 431),
        (b"GET / HTTP/1.1\r\n" + HOST + b"".join(b"X-%d: 1\r\n" % n for n in range(150)) + LAST, 431),
    ],
)  # fmt: skip
def test_what_two_readers_could_read_differently_is_refused(door, data, status):
    assert door.say(data).status == status


def test_one_request_cannot_hide_in_another(door):
    inner = b"GET /nothing-here HTTP/1.1\r\n" + HOST + LAST
    outer = POST + b"Content-Length: %d\r\n\r\n" % len(inner) + inner
    answer = door.say(outer + b"GET /healthz HTTP/1.1\r\n" + HOST + LAST)
    assert answer.body.count(b"HTTP/1.1 ") == 1
    assert answer.body.endswith(b"ok")


@pytest.mark.parametrize(
    "path",
    ["/healthz", "/", "/static/plain.css", "/nothing/", "/readyz", "/admin/login/", "/robots.txt"],
)
def test_every_answer_tells_browsers_what_they_may(door, path):
    for method in ("GET", "HEAD"):
        protects(door.request(method, path))
    protects(door.request("POST", path, "Content-Length: 300000000"))


def protects(answer):
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "granian" not in answer.headers.get("server", "")


def test_files_come_whole_in_parts_or_not_at_all(door):
    whole = door.get("/static/large.css")
    assert whole.body == b"a" * 300_000
    etag = f"If-None-Match: {whole.headers['etag']}"
    assert (door.get("/static/large.css", etag).status, door.get("/static/large.css", etag).body) == (304, b"")  # fmt: skip
    part = door.get("/static/large.css", "Range: bytes=10-100019")
    assert (part.status, len(part.body)) == (206, 100_010)
    head = door.request("HEAD", "/static/large.css")
    assert (head.headers["content-length"], head.body) == ("300000", b"")
    small = door.get("/static/plain.css")
    assert (small.body, small.headers["content-length"]) == (b"body {}", "7")


def test_head_has_the_length_of_what_get_answers(door):
    for path in ("/", "/get-started/", "/nothing/", "/healthz"):
        got, head = door.get(path), door.request("HEAD", path)
        assert head.body == b""
        assert head.headers["content-length"] == got.headers["content-length"]
