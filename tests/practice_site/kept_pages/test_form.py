"""The inquiry form is kept around its token: each visitor gets one of their own, and nothing else is of one."""

import gzip
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import brotli
import pytest
import time_machine

from intake import tokens
from intake.models import PracticeKey
from pages.models import OpeningHours, Practice
from practice_site import after_answers
from practice_site.kept_pages.clicks import count_click
from practice_site.kept_pages.outgoing import Outgoing
from team.models import Therapist
from tests.factories import make_practice, make_therapist, open_intake
from tests.practice_site.kept_pages.house import Scope, fresh

TOKEN = re.compile(rb'name="token" value="([^"]+)"')
FORM = "/get-started/"
IN_PLAIN = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@pytest.fixture
def form(house):
    make_practice()
    make_therapist("Ines Calder")
    open_intake()
    return house


def given(house, address=FORM, coding="gzip"):
    found = house.ask(address, **{"accept-encoding": coding})
    assert isinstance(found, Outgoing)
    return IN_PLAIN[dict(found.headers).get("content-encoding", "")](found.content)


def but_for_the_token(page):
    return TOKEN.sub(b"", page)


@pytest.mark.parametrize("coding", ["", "gzip", "br, gzip", "br"])
def test_everybody_gets_a_token_of_their_own_in_a_page_made_once(form, coding):
    pages = [given(form, coding=coding) for _visitor in range(20)]
    texts = [TOKEN.search(page)[1].decode() for page in pages]
    assert len({*texts}) == 20
    assert all(tokens.read(text) for text in texts)
    assert len({but_for_the_token(page) for page in pages}) == 1
    assert form.made == [f"{FORM}?"]
    assert but_for_the_token(pages[0]) == but_for_the_token(fresh(FORM)[1])


def test_the_token_it_was_made_with_is_nobodys_and_kept_nowhere(form, monkeypatch, tmp_path):
    issued = []
    issue = tokens.issue
    monkeypatch.setattr(tokens, "issue", lambda **more: issued.append(issue(**more)) or issued[-1])
    first = TOKEN.search(given(form))[1].decode()
    assert issued.index(first) == 1
    kept = form.keeper.shelf.pages[f"{FORM}?"]
    assert issued[0] not in repr(kept)
    assert all(issued[0].encode() not in file.read_bytes() for file in tmp_path.rglob("*.djcache"))


def test_the_form_is_kept_by_no_browser_and_tagged_for_nobody(form):
    found = form.ask(FORM)
    headers = dict(found.headers)
    assert "no-store" in headers["cache-control"]
    assert "etag" not in headers
    assert not found.is_known("*", None)
    assert not found.is_known("", "")


def test_what_somebody_typed_is_never_kept(form):
    assert form.ask(FORM, "POST") is None


def test_a_form_that_is_shut_is_shut_at_once(form):
    assert b"<form" in given(form)
    PracticeKey.objects.all().update(takes_inquiries=False)
    shut = fresh(FORM)[1]
    found = form.kept(FORM)
    assert found is None or found == shut
    assert TOKEN.search(shut) is None


def test_without_the_database_nobody_is_given_a_form_that_could_not_be_taken(form, monkeypatch):
    given(form)

    def fail(watch):
        raise OSError

    monkeypatch.setattr(form.keeper.work, "look", fail)
    assert form.ask(FORM) is None


def test_a_choice_in_the_address_makes_a_page_of_its_own(form):
    assert b"selected" in given(form, f"{FORM}?therapist=ines-calder")
    assert given(form, f"{FORM}?from=some-article&utm=x")
    assert form.made == [f"{FORM}?therapist=ines-calder", f"{FORM}?"]


@pytest.mark.parametrize("shows_share", [False, True])
def test_its_sentences_are_true_at_every_time_of_the_day(form, shows_share):
    Practice.objects.update(time_zone="America/Denver", shows_answer_share=shows_share)
    practice = Practice.objects.get()
    for weekday in range(5):
        for opens, closes in (("09:00", "12:00"), ("13:30", "18:15")):
            OpeningHours.objects.create(
                practice=practice, weekday=weekday, opens=opens, closes=closes
            )
    start = datetime(2026, 11, 26, 3, 58, tzinfo=ZoneInfo("America/Denver"))
    with time_machine.travel(start, tick=False) as clock:
        for _quarter in range(200):
            clock.shift(timedelta(minutes=15, seconds=1))
            assert but_for_the_token(given(form)) == but_for_the_token(fresh(FORM)[1])
    assert len(form.made) < 60


@pytest.mark.parametrize(
    ("address", "numbers"), [(f"{FORM}?from=on-waking", 1), ("/blog/?from=on-waking", 0), (FORM, 0)]
)
def test_whoever_follows_an_article_to_the_kept_form_is_counted_once(
    form, monkeypatch, address, numbers
):
    counted = []
    monkeypatch.setattr(after_answers, "do", lambda *given: counted.append(given))
    for _visit in range(2):
        scope = Scope(address, **{"sec-fetch-site": "same-origin"})
        form.ask(address, **{"sec-fetch-site": "same-origin"})
        count_click(scope)
    assert len(counted) == 2 * numbers


def test_each_language_is_kept_for_itself_and_says_so_after_every_change(form):
    Practice.objects.update(answers_in_spanish=True)
    addresses = [
        FORM,
        f"/es{FORM}",
        f"/es{FORM}?therapist=ines-calder",
        f"{FORM}?therapist=ines-calder",
    ]
    for name in ("Lowmoor", "Larchmont"):
        for availability in ("closed", "accepting"):
            Practice.objects.update(short_name=name)
            Therapist.objects.update(availability=availability)
            for address in [*addresses, *reversed(addresses)]:
                page = but_for_the_token(given(form, address))
                assert page == but_for_the_token(fresh(address)[1])
                assert (b'<html lang="es">' in page) == address.startswith("/es/")
    assert {*form.made} == {"/get-started/?", "/es/get-started/?", f"{addresses[2]}", addresses[3]}


def test_a_form_in_a_language_that_nobody_answers_in_any_more_is_given_to_nobody(form):
    Practice.objects.update(answers_in_spanish=True)
    assert given(form, f"/es{FORM}")
    Practice.objects.update(answers_in_spanish=False)
    status, headers, _content = form.ask(f"/es{FORM}")
    assert (status, dict(headers)["location"]) == (302, FORM)
