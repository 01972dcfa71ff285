"""Two web processes, a browser's worth of requests, and somebody who writes beside them."""

import os
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from tests.practice_site.front_door.door import Door

MAKE = """
import django; django.setup()
from tests.factories import make_published_article, make_therapist
ines = make_therapist("Ines Calder")
make_published_article("The drawer", [ines])
make_published_article("The lantern", [ines])
"""
ASKED = 40


@pytest.fixture(scope="module")
def site(tmp_path_factory, migrated_file):
    door = Door(tmp_path_factory.mktemp("kept"), WEB_WORKERS="2")
    door.prepare(migrated_file)
    door.python("-c", MAKE)
    with door.running():
        yield door


def by_hand(site, statement):
    with closing(sqlite3.connect(site.database, timeout=30)) as database, database:
        database.execute(statement)


def statuses(site, path):
    """Each on a connection of its own, so that both processes are asked."""
    return {site.get(path).status for _number in range(ASKED)}


def test_what_is_withdrawn_is_served_by_no_process_again(site):
    assert statuses(site, "/blog/the-drawer/") == {200}
    by_hand(site, "UPDATE blog_article SET state = 'withdrawn' WHERE slug = 'the-drawer'")
    assert statuses(site, "/blog/the-drawer/") == {410}
    by_hand(site, "UPDATE blog_article SET state = 'approved' WHERE slug = 'the-drawer'")
    assert statuses(site, "/blog/the-drawer/") == {200}


def test_each_process_shows_each_change_at_once(site):
    for number in range(10):
        by_hand(
            site, f"UPDATE blog_article SET title = 'Title {number}' WHERE slug = 'the-lantern'"
        )
        for _ask in range(6):
            assert f"Title {number}".encode() in site.get("/blog/the-lantern/").body


def test_a_page_comes_in_few_bytes_and_as_known(site):
    found = site.get("/contact/", "Accept-Encoding: br")
    assert found.headers["content-encoding"] == "br"
    for _ask in range(6):
        known = site.get(
            "/contact/", "Accept-Encoding: br", f"If-None-Match: {found.headers['etag']}"
        )
        assert (known.status, known.body) == (304, b"")
    head = site.request("HEAD", "/contact/", "Accept-Encoding: br")
    assert int(head.headers["content-length"]) == len(found.body)
    assert head.body == b""


def test_what_is_kept_survives_a_new_start(site):
    before = site.get("/team/ines-calder/")
    kept = {path.stat().st_ino for path in (site.directory / "kept_pages").iterdir()}
    other = Door(site.directory, is_prepared=True)
    other.environment = site.environment
    with other.running():
        assert other.get("/team/ines-calder/").headers["etag"] == before.headers["etag"]
    assert kept == {path.stat().st_ino for path in (site.directory / "kept_pages").iterdir()}


def test_a_process_that_is_killed_is_started_anew_while_the_other_goes_on(site):
    killed, other = site.web_processes()
    give_up = time.monotonic() + 60
    while site.listening() < 2:
        assert time.monotonic() < give_up
    os.kill(killed, signal.SIGKILL)
    while killed in (now := site.web_processes()) or len(now) < 2:
        # Who came while it was going may have been cut off.
        assert site.get("/").status in ((0, 200) if killed in now else (200,))
        assert time.monotonic() < give_up
    assert other in now
    assert statuses(site, "/") == {200}
