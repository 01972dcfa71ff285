"""The same site behind the documented proxy."""

import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from tests import needed
from tests.practice_site.front_door import proxy
from tests.practice_site.front_door.door import Door
from tests.practice_site.front_door.sent import FORGED, MULTIPART, a_file, codes, in_chunks


@pytest.fixture(scope="module")
def outside(door, tmp_path_factory):
    """The door as visitors see it: nginx's port."""
    if not proxy.nginx():
        needed.missing("nginx: apt install nginx")
    seen = Door(tmp_path_factory.mktemp("outside"))
    seen.sessions, seen.database = door.sessions, door.database
    with proxy.running(door.port, seen.directory) as seen.port:
        seen.wait_until_it_answers()
        yield seen


@pytest.mark.parametrize("path", ["/", "/healthz", "/static/large.css", "/get-started/"])
def test_pages_and_files_come_through(door, outside, path):
    assert outside.get(path).status == 200
    assert len(outside.get(path).body) == len(door.get(path).body)


@pytest.mark.parametrize("method", ["length", "chunks"])
def test_nobody_sends_more_through_it_either(outside, method):
    lines, body = [FORGED, MULTIPART], a_file(1_000_000)
    if method == "length":
        assert outside.post("/admin/login/", body, *lines).status == 413
    else:
        lines.append("Transfer-Encoding: chunked")
        answer = outside.request("POST", "/admin/login/", *lines, body=in_chunks(body))
        assert answer.status == 413
    assert outside.request("POST", "/", "Content-Length: 300000000").status == 413
    stored = outside.directory.glob("*/**/*")
    assert [file for file in stored if file.is_file()] == []


def test_staff_send_files_through_it(outside):
    path = "/admin/pictures/image/add/"
    assert outside.post(path, a_file(5_000_000), MULTIPART, role="manager").status == 403


def test_whoever_forges_an_address_is_still_themselves(outside):
    lines = ["X_Forwarded_For: 3.3.3.{}", "X-Forwarded-For: 4.4.4.{}", "X-Real-IP: 5.5.5.{}"]
    assert codes(outside, *lines) == 20


@contextmanager
def a_site_that_ends_its_first_connection():
    """As one does that is just being started anew; ``asked`` are the questions it got."""
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer():
            with suppress(OSError):
                for number in range(3):
                    connection, _address = listener.accept()
                    with connection:
                        asked.append(connection.recv(10_000).split()[0].decode())
                        if number:
                            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield listener.getsockname()[1], asked
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize(
    ("method", "status", "questions"), [("GET", 200, ["GET", "GET"]), ("POST", 502, ["POST"])]
)
def test_what_only_reads_is_asked_once_more_where_no_answer_came(
    tmp_path, method, status, questions
):
    if not proxy.nginx():
        needed.missing("nginx: apt install nginx")
    outside = Door(tmp_path)
    with (
        a_site_that_ends_its_first_connection() as (site, asked),
        proxy.running(site, tmp_path) as outside.port,
    ):
        wait_for(outside.port)
        assert outside.request(method, "/", "Content-Length: 0").status == status
    assert asked == questions


def wait_for(port):
    give_up = time.monotonic() + 30
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert time.monotonic() < give_up
        time.sleep(0.05)
