import io
import json
import select
import sqlite3
from contextlib import ExitStack, closing

import pytest
from PIL import Image as Pillow

from practice_site.front_door.bodies import MOST_HELD
from tests.practice_site.front_door.sent import FORGED, MULTIPART, a_file, in_chunks


@pytest.mark.parametrize("path", ["/get-started/", "/admin/login/", "/nothing/"])
@pytest.mark.parametrize("number", [4, 40, 400])
def test_bodies_that_do_not_come_hold_no_thread(door, number, path):
    form = "Content-Type: application/x-www-form-urlencoded"
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{FORGED}\r\n{form}\r\nContent-Length: 200000\r\n\r\na=1"
    with ExitStack() as stack:
        slow = [stack.enter_context(door.connect(head.encode())) for _number in range(number)]
        # More than one, since the first could be quicker than the slow ones.
        assert [door.get("/robots.txt").status for _page in range(8)] == [200] * 8
        assert door.get("/healthz").body == b"ok"
        # They are still waited for.
        assert not select.select(slow, [], [], 0)[0]


@pytest.mark.parametrize("path", ["/healthz", "/static/plain.css", "/static/large.css"])
def test_health_and_style_sheets_need_no_thread_of_djangos(door, path):
    """All four wait for the database's lock, each with a wrong code to count."""
    with ExitStack() as stack:
        database = stack.enter_context(closing(sqlite3.connect(door.database)))
        database.execute("BEGIN IMMEDIATE")
        waiting = [
            stack.enter_context(
                door.connect(
                    b"GET /r/AAAA-BBBB-CCCC-%d/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % number
                )
            )
            for number in range(8)
        ]
        assert door.get(path).status == 200
        assert not select.select(waiting, [], [], 0)[0]
        database.rollback()
        assert all(connection.recv(12) for connection in waiting)


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("/admin/login/", [FORGED, MULTIPART]),
        ("/admin/pictures/image/add/", [FORGED, MULTIPART]),
        ("/admin/pictures/image/add/", [f"Cookie: csrftoken={'a' * 32}", MULTIPART]),
        ("/get-started/", []),
        ("/", []),
        ("/nothing/", [MULTIPART]),
    ],
)
def test_large_bodies_of_strangers_are_refused_unread(door, path, lines):
    answer = door.request("POST", path, "Content-Length: 300000000", *lines)
    assert answer.status == 413
    assert b"Nothing has been sent" in answer.body
    assert list(door.temporary.iterdir()) == []


def test_so_are_those_that_do_not_say_how_large_they_are(door):
    lines = [FORGED, MULTIPART, "Transfer-Encoding: chunked"]
    answers = [
        door.request("POST", "/admin/login/", *lines, body=in_chunks(a_file(size))).status
        for size in (200_000, 400_000)
    ]
    assert answers == [403, 413]


@pytest.mark.parametrize(
    ("role", "path", "size", "status"),
    [
        # Large files, from those who may send them there. 403 is Django's word: no form token.
        ("manager", "/admin/pictures/image/add/", 5_000_000, 403),
        ("manager", "/admin/pictures/image/1/change/", 5_000_000, 403),
        ("manager", "/admin/blog/article/pictures/add/", 5_000_000, 403),
        ("manager", "/admin/blog/article/start/", 5_000_000, 403),
        ("manager", "/admin/editing/redirect/fill/", 5_000_000, 403),
        ("manager", "/admin/pictures/image/add/", 32_000_000, 413),
        ("clinician", "/admin/editing/redirect/fill/", 5_000_000, 413),
        ("clinician", "/admin/pages/page/pictures/add/", 5_000_000, 413),
        # Elsewhere at the desk long texts, but no files; outside it what a form holds.
        ("manager", "/admin/blog/article/add/", 1_000_000, 403),
        ("manager", "/admin/blog/article/add/", 5_000_000, 413),
        ("manager", "/nothing/here/", 1_000_000, 413),
        ("manager", "/get-started/", 1_000_000, 413),
    ],
)
def test_larger_ones_come_only_from_who_may_send_them_there(door, role, path, size, status):
    assert door.post(path, a_file(size), MULTIPART, role=role).status == status


@pytest.mark.parametrize(
    ("token", "size", "status"),
    [("link", 5_000_000, 200), ("link", 32_000_000, 413), ("closed", 5_000_000, 413), ("none", 5_000_000, 413)],
)  # fmt: skip
def test_whoever_was_asked_for_a_text_may_send_a_file_as_long_as_the_link_is_open(
    door, token, size, status
):
    path = f"/t/{door.links.get(token, token)}/"
    assert door.post(path, a_file(size), MULTIPART).status == status


def test_a_refusal_helps_and_says_what_browsers_may(door):
    answer = door.request("POST", "/", "Content-Length: 300000000")
    facts = json.loads((door.directory / "facts.json").read_text())
    assert facts["phone"].encode() in answer.body
    assert answer.headers["connection"] == "close"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_whoever_waits_to_be_asked_for_a_body_is_refused_without_it(door):
    lines = ["Content-Length: 300000000", "Expect: 100-continue"]
    assert door.request("POST", "/get-started/", *lines).status == 413


def test_a_form_is_read_whole_and_then_answered(door):
    answer = door.post("/r/", b"a=1&" * 1000)
    assert answer.status == 404
    assert b"There is no page for this code" in answer.body


def test_a_large_picture_arrives_whole(door):
    out = io.BytesIO()
    Pillow.effect_noise((1200, 1200), 60).convert("RGB").save(out, "JPEG", quality=95)
    assert len(out.getvalue()) > MOST_HELD
    token = "a" * 32
    fields = {
        "csrfmiddlewaretoken": token,
        "alt": "Noise",
        "focal_x": "0.5",
        "focal_y": "0.5",
        "is_decorative": "False",
    }
    body = b"".join(
        b'--xx\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (name.encode(), value.encode())
        for name, value in fields.items()
    )
    body += (
        b'--xx\r\nContent-Disposition: form-data; name="upload"; filename="a.jpg"\r\n'
        b"Content-Type: image/jpeg\r\n\r\n" + out.getvalue() + b"\r\n--xx--\r\n"
    )
    cookie = f"Cookie: csrftoken={token}"
    answer = door.post("/admin/pictures/image/add/", body, MULTIPART, cookie, role="manager")
    assert answer.status == 302
    assert list((door.directory / "media" / "images").iterdir())
