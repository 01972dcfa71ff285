import json

import pytest
from django.db import connection

from practice_site.bench import bare, inside, session
from practice_site.bench.data import Size
from practice_site.bench.peers import Peer


def application(environ, start_response):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    start_response("404 Not Found" if environ["QUERY_STRING"] else "200 OK", [])
    return [environ.get("HTTP_ACCEPT_ENCODING", "").encode(), environ["PATH_INFO"].encode()]


@pytest.mark.django_db
def test_statements_bytes_and_status_are_of_one_page():
    answer = inside.answer(application, "/blog/", {"Accept-Encoding": "br"}, times=3)
    assert (answer["status"], answer["statements"]) == (200, 1)
    assert (answer["bytes"], answer["text"]) == (len("br/blog/"), len("/blog/"))
    assert answer["least"] <= answer["quartile"]


@pytest.mark.django_db
def test_what_stands_behind_the_question_mark_is_not_part_of_the_path():
    assert inside.call(application, "/blog/?page=2", {})[:2] == (404, b"/blog/")


def test_a_bare_target_gives_out_what_was_written_down(tmp_path, monkeypatch):
    answers = {"/blog/?page=2": [200, [["content-type", "text/plain"]], "aGVsbG8="]}
    (tmp_path / "answers").write_text(json.dumps(answers))
    monkeypatch.setenv("BENCH_ANSWERS", str(tmp_path / "answers"))
    bare.answers.cache_clear()
    assert inside.call(bare.wsgi, "/blog/?page=2", {})[:2] == (200, b"hello")
    bare.answers.cache_clear()


def test_a_peer_is_named_by_its_port_on_this_machine():
    assert Peer.read("Wagtail=http://127.0.0.1:9000/") == ("Wagtail", 9000)


def test_each_part_can_be_measured_alone(tmp_path, monkeypatch):
    """Without servers where none is asked."""
    monkeypatch.setattr(session, "ours", lambda *arguments: pytest.fail("A server was started."))
    monkeypatch.setattr(session, "site", lambda size, state, say: session.Site(size, state, {}, ""))
    monkeypatch.setattr(session, "makers", lambda sites, wagtails: session.ExitStack())
    monkeypatch.setattr(session, "inside", lambda *arguments: {"measured": True})
    plan = session.Plan(tmp_path, session.Effort(1, 1, 1), [1], [1], [], parts=["inside"])
    assert session.measure(plan, print)["inside"] == {"measured": True}
    assert Size(1, 1) == session.sizes([1], [1])[0]
