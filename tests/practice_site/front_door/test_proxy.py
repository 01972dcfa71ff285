"""The same site behind the documented proxy."""

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
