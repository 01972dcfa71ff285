"""Error pages carry phone and crisis help on every host, also after the database is gone."""

import json
import time

import pytest
from django.db import OperationalError

from pages import error_page_facts
from pages.models import CrisisResource, Practice
from practice_site import fresh_facts
from tests.factories import make_practice
from tests.mailbox import free_port
from tests.practice_site.front_door.door import Door


def written():
    return json.loads(error_page_facts.path().read_text())


@pytest.fixture
def another_host(settings, tmp_path, monkeypatch):
    settings.STATE_DIR = tmp_path
    monkeypatch.setattr(fresh_facts.connection, "close", lambda: None)


@pytest.mark.django_db
def test_what_another_host_changed_is_here_after_a_round(another_host):
    make_practice(phone="(555) 010-0123")
    error_page_facts.path().unlink(missing_ok=True)
    fresh_facts.refresh()
    assert written()["phone"] == "(555) 010-0123"
    Practice.objects.update(phone="(555) 010-0177")
    CrisisResource.objects.update(name="County line")
    fresh_facts.refresh()
    assert written()["phone"] == "(555) 010-0177"
    assert {help["name"] for help in written()["crisis_help"]} <= {"County line"}


@pytest.mark.django_db
def test_what_has_not_changed_is_not_written_again(another_host):
    fresh_facts.refresh()
    before = error_page_facts.path().stat().st_ino
    fresh_facts.refresh()
    assert error_page_facts.path().stat().st_ino == before
    assert list(error_page_facts.path().parent.glob("*.new")) == []


@pytest.mark.django_db
def test_without_the_database_the_last_facts_stand(another_host, monkeypatch):
    make_practice(phone="(555) 010-0123")
    fresh_facts.refresh()

    def gone(queryset):
        raise OperationalError

    monkeypatch.setattr(type(Practice.objects.all()), "current", gone)
    fresh_facts.refresh()
    assert written()["phone"] == "(555) 010-0123"


def test_a_round_comes_at_the_start_and_at_least_every_minute(monkeypatch):
    rounds = []

    class Enough(Exception):
        pass

    def sleep(seconds):
        assert seconds <= 60
        if len(rounds) == 3:
            raise Enough

    monkeypatch.setattr(fresh_facts.time, "sleep", sleep)
    monkeypatch.setattr(fresh_facts, "refresh", lambda: rounds.append(1))
    with pytest.raises(Enough):
        fresh_facts.keep()


def test_a_second_host_helps_although_nobody_saved_facts_there(tmp_path, migrated_file):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    database = f"sqlite:///{tmp_path}/a/db.sqlite3"
    Door(tmp_path / "a", DATABASE_URL=database).prepare(migrated_file)
    facts_of_b = tmp_path / "b/facts.json"
    (tmp_path / "b/static").mkdir()
    b = Door(tmp_path / "b", DATABASE_URL=database)
    with b.running():
        deadline = time.monotonic() + 30
        while not facts_of_b.exists() and time.monotonic() < deadline:
            b.get("/healthz")
        assert b.get("/nothing/").status == 404
    (tmp_path / "b/tmp").rmdir()
    gone = Door(tmp_path / "b", DATABASE_URL=f"postgres://x@127.0.0.1:{free_port()}/x")
    with gone.running():
        answer = gone.get("/")
        assert answer.status == 503
        assert "(555) 010-0199" in answer.body.decode()
