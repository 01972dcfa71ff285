from types import SimpleNamespace

import pytest

from practice_site.front_door.requests import Malformed, environ_of, read


class Headers(list):
    def items(self):
        return list(self)


def environ(*headers, has_proxies=False, **scope):
    request = {
        "method": "GET", "path": "/", "query_string": "", "http_version": "1.1", "authority": None,
        "server": "127.0.0.1:8000", "client": "203.0.113.7:1234",
    } | scope  # fmt: skip
    headers = Headers([("host", "practice.example"), *headers])
    return environ_of(SimpleNamespace(**request, headers=headers), has_proxies)


@pytest.mark.parametrize(
    "name",
    [
        "x_forwarded_for", "x-forwarded_for", "x_forwarded-proto", "x_real_ip", "content_length", "http_host", "_host",
        "host_", "cookie_", "x.forwarded.for", "x-forwarded-for!", "x~a", "x'a", "x forwarded for", "x\tb", "",
        "x-forwarded-für", "ｘ-forwarded-for", "x-a\x00", "content-length ",
    ],
)  # fmt: skip
def test_names_that_could_be_taken_for_another_are_dropped(name):
    for has_proxies in (True, False):
        assert environ((name, "6.6.6.6"), has_proxies=has_proxies) == environ()


@pytest.mark.parametrize(
    "name",
    [
        "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "x-forwarded-server",
        "x-forwarded-prefix", "x-forwarded-ssl", "x-forwarded", "forwarded", "x-real-ip", "x-client-ip",
        "true-client-ip", "cf-connecting-ip", "x-original-url", "x-rewrite-url", "x-original-host", "x-host",
        "x-http-method-override", "proxy", "remote-addr", "remote-user", "front-end-https", "x-url-scheme",
    ],
)  # fmt: skip
def test_what_proxies_write_counts_only_where_there_are_some(name):
    assert environ((name, "https")) == environ()
    behind = environ((name, "https"), has_proxies=True)
    believed = name in ("x-forwarded-for", "x-forwarded-proto")
    assert (behind != environ()) == believed


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["https"], "https"),
        (["https", "http"], "http"),
        (["https, http"], "http"),
        (["http,https", "https , http"], "http"),
        (["https,"], ""),
    ],
)
def test_the_scheme_is_the_nearest_proxys(lines, expected):
    got = environ(*[("x-forwarded-proto", line) for line in lines], has_proxies=True)
    assert got["HTTP_X_FORWARDED_PROTO"] == expected


def test_the_chain_of_addresses_keeps_its_order():
    lines = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "198.51.100.7, 10.0.0.2")]
    got = environ(*lines, has_proxies=True)
    assert got["HTTP_X_FORWARDED_FOR"] == "6.6.6.6,198.51.100.7, 10.0.0.2"


@pytest.mark.parametrize("name", ["host", "content-length", "content-type", "authorization"])
def test_what_must_stand_once_is_refused_twice(name):
    with pytest.raises(Malformed):
        read([(name, "1"), (name, "1")], has_proxies=True)


@pytest.mark.parametrize(
    "scope",
    [
        {"authority": "other.example"},
        {"method": "CONNECT", "path": "", "authority": "other.example:443"},
        {"method": "OPTIONS", "path": "*"},
        {"path": "nothing"},
    ],
)
def test_requests_that_two_readers_could_read_differently_are_refused(scope):
    with pytest.raises(Malformed):
        environ(**scope)


def test_django_reads_what_wsgi_promises():
    got = environ(
        ("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y"), ("content-type", "text/plain"),
        path="/é/", client="[2001:db8::1]:99",
    )  # fmt: skip
    assert got["HTTP_COOKIE"] == "a=1; b=2"
    assert got["HTTP_ACCEPT"] == "x,y"
    assert got["CONTENT_TYPE"] == "text/plain"
    assert got["PATH_INFO"] == "/é/".encode().decode("latin-1")
    assert got["REMOTE_ADDR"] == "2001:db8::1"
    assert (got["SERVER_NAME"], got["SERVER_PORT"]) == ("127.0.0.1", "8000")
