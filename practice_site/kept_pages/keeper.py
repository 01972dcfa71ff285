"""What the front door asks for finished pages: all of it on the event loop, but for ``Work``, which is done in
threads.

Before a page is given out, somebody asks whether anything was written (``watches``). If not, it goes out as it
is. If so, one look at the mark of all that pages show; with another mark each page is asked whether its rows
still say the same (``Page.basis``), and made anew only if they do not.
"""

import asyncio
import logging
from asyncio import Future
from time import monotonic, time

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http.request import split_domain_port, validate_host
from granian.rsgi import Scope

from practice_site.front_door.bodies import Body
from practice_site.front_door.files import Answer
from practice_site.front_door.requests import Environ
from practice_site.front_door.threads import Threads
from practice_site.kept_pages import watches
from practice_site.kept_pages.outgoing import Outgoing
from practice_site.kept_pages.page import Page
from practice_site.kept_pages.shelf import MOST_BYTES, MOST_BYTES_WITH_QUESTIONS, Shelf
from practice_site.kept_pages.which import address_of
from practice_site.kept_pages.work import Work

logger = logging.getLogger(__name__)
# The clock looks too, and not only visitors: when the database goes away, what was written a second ago is known.
LOOK_EVERY = 1.0
# Longer than this nobody waits to hear whether a finished page is still right.
PATIENCE = 2.0
# What is remembered of addresses and hosts, which anybody can think of.
MOST_REMEMBERED, LONGEST_REMEMBERED = 2000, 1000
SESSION = f"{settings.SESSION_COOKIE_NAME}="
STALE = [("age", "1"), ("cache-status", "practice-site; hit; fwd=stale; detail=database-away")]


class Keeper:
    def __init__(self, threads: Threads, look_thread: Threads) -> None:
        # Looks wait for nobody's page.
        self.threads, self.look_thread = threads, look_thread
        self.shelf, self.asked_shelf = Shelf(MOST_BYTES), Shelf(MOST_BYTES_WITH_QUESTIONS)
        self.watch = watches.for_database()
        self.work = Work()
        self.mark = ""
        # By a clock that nobody sets.
        self.looked_at = self.tried_at = -LOOK_EVERY
        self.is_away = False
        self.looking: Future | None = None
        self.making: dict[tuple[str, str], Future] = {}
        self.addresses: dict[tuple[str, str], str | None] = {}
        self.hosts: dict[str, bool] = {}

    async def keep_looking(self) -> None:
        """For as long as the process lives. Pages that nobody asks for meanwhile are asked whether they are right,
        so that they can go on without the database."""
        confirmed = ""
        while True:
            await asyncio.sleep(LOOK_EVERY / 2)
            await self.look(beside_visitors=True)
            if self.mark != confirmed and not self.is_away:
                confirmed = self.mark
                await self.confirm_all()

    async def confirm_all(self) -> None:
        mark = self.mark
        for shelf in (self.shelf, self.asked_shelf):
            for address, page in list(shelf.pages.items()):
                if self.mark != mark or self.is_away:
                    return
                if page.mark != mark:
                    await self.confirm(shelf, address, page)

    async def confirm(self, shelf: Shelf, address: str, page: Page) -> None:
        try:
            found = await self.look_thread.ask(self.work.confirm, page, self.mark)
        except Exception:  # noqa: BLE001  the database's; the next look says so
            return
        if shelf.pages.get(address) is not page:
            return  # whoever asked for it was faster
        if found:
            shelf.put(address, found)
        else:
            shelf.drop(address)

    def at_once(self, scope: Scope) -> Outgoing | None:
        """A page that is right and needs nobody to be asked. The path of nearly every view."""
        address = self.address_if_public(scope)
        if address is None or not self.is_still():
            return None
        page = self.shelf_of(address).pages.get(address)
        if page is None or not page.is_right(self.mark, time()):
            return None
        return page.for_visitor(scope.headers.get("accept-encoding") or "")

    def address_if_public(self, scope: Scope) -> str | None:
        """The address that is asked for, where the answer is the same for everybody."""
        headers = scope.headers
        if scope.method not in ("GET", "HEAD"):
            return None
        # Some browsers and proxies send several.
        for cookies in headers.get_all("cookie"):  # type: ignore[attr-defined]  # granian has it and does not say so
            if SESSION in cookies:
                return None
        if settings.SECURE_SSL_REDIRECT and headers.get("x-forwarded-proto") != "https":
            return None
        hosts = headers.get_all("host")  # type: ignore[attr-defined]
        # What two readers could read differently is looked at more closely (front_door.requests).
        if len(hosts) != 1 or "content-length" in headers or "transfer-encoding" in headers:
            return None
        if scope.authority not in (None, "", hosts[0]) or not self.is_our_host(hosts[0]):
            return None
        asked = scope.path, scope.query_string
        if asked in self.addresses:
            return self.addresses[asked]
        address = address_of(*asked)
        if len(asked[0]) + len(asked[1]) <= LONGEST_REMEMBERED:
            remember(self.addresses, asked, address)
        return address

    def is_our_host(self, host: str) -> bool:
        if host not in self.hosts:
            if len(host) > LONGEST_REMEMBERED:
                return False
            is_ours = validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)
            remember(self.hosts, host, is_ours)
        return self.hosts[host]

    def is_still(self, beside_visitors: bool = False) -> bool:
        # Beside them it is done a little sooner, so that none of them waits for it.
        seconds = LOOK_EVERY / 2 if beside_visitors else LOOK_EVERY
        return monotonic() - self.looked_at < seconds and self.watch.is_still()

    def shelf_of(self, address: str) -> Shelf:
        return self.shelf if address.endswith("?") else self.asked_shelf

    async def answer(self, scope: Scope, environ: Environ, body: Body) -> Outgoing | Answer | None:
        """The page after a look at what was written, made anew where it has to be. None where it is not of those
        that are kept."""
        address = self.address_if_public(scope)
        if address is None:
            return None
        await self.look()
        shelf = self.shelf_of(address)
        page = shelf.pages.get(address)
        accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
        if self.is_away:
            return await self.as_it_was(address, page, accepted)
        if page and page.is_right(self.mark, time()):
            return page.for_visitor(accepted)
        try:
            found = await self.finished(address, page, environ, body)
        except (OperationalError, InterfaceError):
            return None  # gone away in the middle: Django says so with a page that helps
        if not isinstance(found, Page):
            return found
        return found.for_visitor(accepted)

    async def as_it_was(self, address: str, page: Page | None, accepted: str) -> Outgoing | None:
        """While the database is away: what was right when it was last asked, and is not over by the clock. Nothing,
        if somebody wrote of whom no more than that was heard."""
        if self.watch.has_heard:
            return None
        if page is None or page.mark != self.mark:
            # Nobody may have asked this process for it since the last write, but another one.
            page = await self.threads.ask(self.work.from_shelf, address)
            if page and page.mark == self.mark:
                self.shelf_of(address).put(address, page)
        if page is None or page.mark != self.mark or not page.is_of(time()):
            return None
        if page.is_around_a_part:
            return None  # what is sent from it could not be taken
        found = page.for_visitor(accepted)
        return Outgoing(
            found.etag, found.headers + STALE, found.content, found.headers_when_known + STALE
        )

    async def look(self, *, beside_visitors: bool = False) -> None:
        """Sets ``mark`` and ``is_away``. However many ask at once, one look is made, or two: one that had begun
        before somebody came may not know what was written before they came."""
        if self.is_still(beside_visitors) and not self.is_away:
            return
        had_begun = self.looking is not None
        await self.next_look()
        if had_begun and not self.is_still():
            await self.next_look()

    async def next_look(self) -> None:
        if self.looking is None and (not self.is_away or monotonic() - self.tried_at > LOOK_EVERY):
            self.looking = asyncio.ensure_future(self.look_now())
        if self.is_away or self.looking is None:
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.shield(self.looking)
        except TimeoutError:
            self.is_away = True

    async def look_now(self) -> None:
        self.tried_at = monotonic()
        try:
            began = self.watch.begin()
            mark = await self.look_thread.ask(self.work.look, self.watch)
            self.watch.settle(began)
            self.mark, self.looked_at, self.is_away = mark, monotonic(), False
        except Exception as error:  # noqa: BLE001  the database's, its package's or the system's
            if not self.is_away:
                logger.warning("Pages are given out as they were: %s", type(error).__name__)
            self.is_away = True
        finally:
            self.looking = None

    async def finished(
        self, address: str, page: Page | None, environ: Environ, body: Body
    ) -> Page | Answer | None:
        """One of those who ask at the same mark makes it; the others wait for that."""
        key = address, self.mark
        making = self.making.get(key)
        if making is None:
            making = self.threads.ask(self.work.finish, address, page, environ, body, self.mark)
            self.making[key] = making
            making.add_done_callback(lambda done: self.put(key, done))
            return await asyncio.shield(making)
        found = await asyncio.shield(making)
        # What could not be kept was made for whoever asked first.
        return found if isinstance(found, Page) else None

    def put(self, key: tuple[str, str], done: Future) -> None:
        self.making.pop(key, None)
        address, _mark = key
        if done.cancelled() or done.exception():
            return
        found = done.result()
        if isinstance(found, Page):
            self.shelf_of(address).put(address, found)
        else:
            self.shelf_of(address).drop(address)


def remember(known: dict, key: object, value: object) -> None:
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value
