"""What of a request's head reaches Django. Two readers of one request must read the same."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from granian.rsgi import Scope

NAME = re.compile(r"[a-z0-9-]+")
# Written by proxies, and by whoever wants to be taken for one.
FORWARDING = re.compile(
    r"forwarded|x-forwarded.*|x-real-.*|x-client-ip|x-cluster-client-ip|true-client-ip|"
    r"cf-connecting-ip|fastly-client-ip|x-original-.*|x-rewrite-.*|x-host|x-http-method.*|"
    r"x-method-override|x-url-scheme|front-end-https|proxy|remote-.*|ssl-.*"
)
BELIEVED = {"x-forwarded-for", "x-forwarded-proto"}
# Of these a second one would be read by one side and not by the other.
ONCE = {"host", "content-length", "content-type", "authorization", "transfer-encoding"}
WITHOUT_HTTP = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}

# What WSGI calls one: texts of the request, and some objects of the server.
Environ = dict[str, Any]


class Malformed(Exception):
    pass


def environ_of(scope: Scope, has_proxies: bool) -> Environ:
    """The head as a WSGI ``environ`` without its body. Raises ``Malformed``."""
    headers = read(scope.headers.items(), has_proxies)
    refuse_ambiguous(scope, headers)
    host, _colon, port = scope.server.rpartition(":")
    visitor, _colon, visitor_port = scope.client.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        # The server has taken the percent signs out; WSGI wants the bytes as latin-1.
        "PATH_INFO": scope.path.encode(errors="replace").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.0" if scope.http_version == "1" else "HTTP/1.1",
        "REMOTE_ADDR": visitor.strip("[]"),
        "REMOTE_PORT": visitor_port,
    }
    for name, value in headers.items():
        environ[key_of(name)] = value
    return environ


def read(items: Iterable[tuple[str, str]], has_proxies: bool) -> dict[str, str]:
    """``{name: value}`` of the headers that mean the same to everybody who reads them."""
    headers = {}
    for name, value in items:
        if not is_taken(name, has_proxies):
            continue
        if name not in headers:
            headers[name] = value
        elif name in ONCE:
            raise Malformed
        elif name == "cookie":
            headers[name] += f"; {value}"
        else:
            headers[name] += f",{value}"
    if "x-forwarded-proto" in headers:
        # The nearest proxy writes last; Django would believe the first.
        headers["x-forwarded-proto"] = headers["x-forwarded-proto"].rpartition(",")[2].strip()
    return headers


@lru_cache(maxsize=1024)
def is_taken(name: str, has_proxies: bool) -> bool:
    # In an environ "_" and "-" are one letter, so a name with "_" could stand in for another.
    if not NAME.fullmatch(name):
        return False
    return (name in BELIEVED and has_proxies) or not FORWARDING.fullmatch(name)


def refuse_ambiguous(scope: Scope, headers: Mapping[str, str]) -> None:
    if not scope.path.startswith("/") or scope.method == "CONNECT":
        raise Malformed
    if scope.authority and scope.authority != headers.get("host"):
        raise Malformed
    if "host" not in headers and scope.http_version != "1":
        raise Malformed


@lru_cache(maxsize=1024)
def key_of(name: str) -> str:
    return WITHOUT_HTTP.get(name) or "HTTP_" + name.upper().replace("-", "_")
