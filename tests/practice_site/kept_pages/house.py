"""The page keeper in this process, as the front door asks it; and Django beside it, as it would answer now."""

import asyncio
import gzip
import threading
from contextlib import contextmanager

import brotli
from django.conf import settings
from django.test import Client

from freshness.kept import Kept
from practice_site.front_door.bodies import Body
from practice_site.front_door.requests import environ_of
from practice_site.front_door.threads import Threads, settle
from practice_site.kept_pages.keeper import Keeper
from practice_site.kept_pages.outgoing import Outgoing

OPENERS = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


class Headers(dict):
    def get_all(self, name):
        return [self[name]] if name in self else []


class Scope:
    """As much of a request as the server tells."""

    http_version, client, server = "1.1", "127.0.0.1:50000", "127.0.0.1:8000"
    authority = ""

    def __init__(self, address, method="GET", **headers):
        self.path, _mark, self.query_string = address.partition("?")
        self.method = method
        host = settings.ALLOWED_HOSTS[0]
        self.headers = Headers({"host": host, "accept-encoding": "br"} | headers)


class OneThread(Threads):
    """Whoever waits for an answer does the work: all of a test is one connection to the database."""

    def start(self):
        self.are_running = True

    def work_until(self, answer):
        """``answer`` is a future of another thread's event loop."""
        answer.add_done_callback(lambda done: self.questions.put(None))
        while question := self.questions.get():
            loop, future, function, arguments = question
            try:
                result, error = function(*arguments), None
            except Exception as raised:  # noqa: BLE001  it is raised where somebody waits for it
                result, error = None, raised
            loop.call_soon_threadsafe(settle, future, result, error)
        return answer.result()


class AlwaysMoved:
    """The database has to be asked each time, as in one connection nobody tells of one's own writes."""

    has_heard = False

    def is_still(self):
        return False

    def begin(self):
        return None

    def listen(self):
        pass

    def settle(self, began):
        pass


class House:
    def __init__(self):
        self.threads = OneThread(1, "test")
        self.loop = asyncio.new_event_loop()
        self.loop_thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.loop_thread.start()
        self.keeper = Keeper(self.threads, self.threads)
        self.keeper.watch = AlwaysMoved()
        self.made = []
        make = self.keeper.work.make

        def noted(address, *arguments):
            self.made.append(address)
            return make(address, *arguments)

        self.keeper.work.make = noted

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.loop_thread.join()
        self.loop.close()

    def ask(self, address, method="GET", **headers):
        """What the keeper gives: an ``Outgoing``, an answer of Django's, or None."""
        scope = Scope(address, method, **headers)

        async def ask():
            if found := self.keeper.at_once(scope):
                return found
            environ = environ_of(scope, has_proxies=False)
            return await self.keeper.answer(scope, environ, Body(None, 0))

        return self.threads.work_until(asyncio.run_coroutine_threadsafe(ask(), self.loop))

    def kept(self, address, coding="br"):
        """The text of a page that is kept; None where none is."""
        found = self.ask(address, **{"accept-encoding": coding})
        if not isinstance(found, Outgoing):
            return None
        return OPENERS[dict(found.headers).get("content-encoding", "")](found.content)


def fresh(address):
    """``(status, text)`` as Django answers now, in a process that has read nothing yet."""
    return all_fresh([address])[address]


def all_fresh(addresses, client=Client(raise_request_exception=False)):  # noqa: B008  one loads Django once
    with nothing_read():
        found = {address: client.get(address) for address in addresses}
    return {address: (answer.status_code, answer.content) for address, answer in found.items()}


@contextmanager
def nothing_read():
    held = {kept: kept.held for kept in Kept.every.values()}
    for kept in held:
        kept.held = {}
    try:
        yield
    finally:
        for kept, before in held.items():
            kept.held = before
