"""Who comes in the middle of something, a clock that is set, and addresses made up to fill what is remembered."""

import asyncio
from datetime import timedelta
from pickle import PicklingError

import brotli
import time_machine
from django.core.cache.backends.filebased import FileBasedCache
from django.utils import timezone

from blog.models import Article
from pages.models import Practice
from practice_site.front_door.bodies import Body
from practice_site.front_door.requests import environ_of
from practice_site.front_door.threads import settle
from practice_site.kept_pages import work
from practice_site.kept_pages.outgoing import Outgoing
from practice_site.kept_pages.page import outgoing_of
from practice_site.kept_pages.shelf import code_of_the_site
from tests.practice_site.kept_pages.house import Headers, Scope


async def ask(house, address):
    scope = Scope(address)
    return await house.keeper.answer(scope, environ_of(scope, has_proxies=False), Body(None, 0))


def come_now(house, address):
    """Another visitor, while this thread is at work; its look at the mark is answered."""
    visitor = asyncio.run_coroutine_threadsafe(ask(house, address), house.loop)
    for _turn in range(20):
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), house.loop).result()
        while not house.threads.questions.empty():
            loop, future, function, arguments = house.threads.questions.get()
            loop.call_soon_threadsafe(settle, future, function(*arguments), None)
    return visitor


def text_of(found):
    return brotli.decompress(found.content) if isinstance(found, Outgoing) else found[2]


def test_whoever_comes_after_a_write_is_not_given_what_was_begun_before_it(site, monkeypatch):
    visitors = []

    def compress(*arguments):
        monkeypatch.setattr(work, "outgoing_of", outgoing_of)
        found = outgoing_of(*arguments)
        Practice.objects.update(phone="555-0142")
        visitors.append(come_now(site, "/contact/"))
        return found

    monkeypatch.setattr(work, "outgoing_of", compress)
    site.kept("/contact/")
    assert b"555-0142" in text_of(site.threads.work_until(visitors[0]))


def test_whoever_comes_after_a_write_does_not_go_by_a_look_before_it(site, monkeypatch):
    site.kept("/contact/")
    look, visitors = site.keeper.work.look, []

    def slow(watch):
        monkeypatch.setattr(site.keeper.work, "look", look)
        mark = look(watch)
        Practice.objects.update(phone="555-0142")
        visitors.append(come_now(site, "/contact/"))
        return mark

    monkeypatch.setattr(site.keeper.work, "look", slow)
    site.kept("/contact/")
    assert b"555-0142" in text_of(site.threads.work_until(visitors[0]))


def test_a_clock_that_was_put_back_finds_no_page_of_a_time_to_come(site):
    now = timezone.now()
    in_an_hour = now + timedelta(hours=1)
    Article.objects.filter(slug="the-drawer").update(publish_at=in_an_hour - timedelta(minutes=1))
    with time_machine.travel(in_an_hour, tick=False):
        assert site.kept("/blog/the-drawer/")
    with time_machine.travel(now, tick=False):
        assert site.kept("/blog/the-drawer/") is None


def test_a_question_mark_in_a_path_is_not_that_before_a_query(site):
    assert site.ask("/?x?")
    scope = Scope("")
    scope.path, scope.query_string = "/?x", ""
    assert site.keeper.address_if_public(scope) is None


def test_what_is_remembered_of_addresses_and_hosts_is_bounded(site):
    for number in range(2100):
        site.keeper.address_if_public(Scope(f"/blog/?x={number}"))
        site.keeper.is_our_host(f"{number}.example")
    long = "x" * 2000
    for scope in [Scope(f"/{long}"), Scope(f"/blog/?{long}"), Scope("/", host=long)]:
        assert site.keeper.address_if_public(scope) is None
    assert max(len(site.keeper.addresses), len(site.keeper.hosts)) <= 2000
    assert all(len(path + query) < 2000 for path, query in site.keeper.addresses)
    assert all(len(host) < 2000 for host in site.keeper.hosts)


def test_a_session_is_seen_in_whichever_header_it_comes(site, monkeypatch):
    scope = Scope("/")
    headers = {"cookie": ["a=b", "c=d"], "host": [scope.headers["host"]]}
    monkeypatch.setattr(Headers, "get_all", lambda _headers, name: headers[name])
    assert site.keeper.address_if_public(scope)
    headers["cookie"][1] = "sessionid=x"
    assert site.keeper.address_if_public(scope) is None


def test_what_the_shared_shelf_cannot_write_down_is_kept_here(site, monkeypatch):
    def fail(cache, *arguments, **more):
        raise PicklingError

    monkeypatch.setattr(FileBasedCache, "set", fail)
    assert site.kept("/") == site.kept("/")
    assert site.made == ["/?"]


def test_pages_of_other_settings_are_nobodys(settings):
    code = code_of_the_site.__wrapped__
    found = {code()}
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    found.add(code())
    settings.TIME_ZONE = "Asia/Tokyo"
    found.add(code())
    assert len(found) == 3
