"""The door itself. Finished pages go out before anything else is read."""

import asyncio
import logging
from asyncio import AbstractEventLoop
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db import InterfaceError, OperationalError
from granian.rsgi import HTTPProtocol, Scope

from practice_site import fresh_facts
from practice_site.front_door import answers, django_threads, large
from practice_site.front_door.bodies import (
    MOST_HELD,
    ORDINARY,
    UPLOAD,
    Body,
    Left,
    Memory,
    Refused,
)
from practice_site.front_door.django_threads import threads
from practice_site.front_door.files import SERVER, Answer, Headers
from practice_site.front_door.requests import Environ, Malformed, environ_of
from practice_site.front_door.slow_readers import watch
from practice_site.front_door.static_files import StaticFiles
from practice_site.front_door.threads import Threads
from practice_site.kept_pages.clicks import count_click
from practice_site.kept_pages.keeper import Keeper
from practice_site.kept_pages.outgoing import Outgoing
from staff import networks

logger = logging.getLogger(__name__)

# Large bodies that are read at once, in one process, and how long another one waits for its turn.
LARGE_AT_ONCE = 2
WAIT_SECONDS = 30


class FrontDoor:
    def __init__(self) -> None:
        self.memory = Memory()
        self.static = StaticFiles()
        self.keeper = Keeper(threads, Threads(1, "looks")) if settings.KEEP_PAGES else None
        self.is_watching = False

    def __rsgi_init__(self, loop: AbstractEventLoop) -> None:
        self.large = asyncio.Semaphore(LARGE_AT_ONCE)
        fresh_facts.start()
        if self.keeper:
            self.looks = loop.create_task(self.keeper.keep_looking())

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if not self.is_watching:
            self.is_watching = True
            watch(int(scope.server.rpartition(":")[2]))
        if scope.path == "/healthz":
            send(protocol, scope.method, *answers.health())
            return
        body = None
        try:
            if self.keeper and (page := self.keeper.at_once(scope)):
                give(page, scope, protocol)
                count_click(scope)
                return
            environ = environ_of(scope, bool(settings.TRUSTED_PROXY_COUNT))
            body = body_of(environ, protocol)
            answer = await self.from_keeper(scope, environ, body)
            if answer:
                count_click(scope)
            if isinstance(answer, Outgoing):
                give(answer, scope, protocol)
                return
            status, headers, content = answer or await self.answer(environ, body)
        except Left:
            return
        except Malformed:
            status, headers, content = answers.refusal(400, scope.path)
        except Refused as refused:
            status, headers, content = answers.refusal(refused.status, scope.path)
        except Exception:
            logger.exception("The front door failed.")
            status, headers, content = answers.refusal(500, scope.path)
        send(protocol, scope.method, status, headers, content)
        if body and not body.is_over and "HTTP_EXPECT" not in environ:
            await body.throw_away()

    async def from_keeper(
        self, scope: Scope, environ: Environ, body: Body
    ) -> Outgoing | Answer | None:
        if self.keeper and body.is_over:
            return await self.keeper.answer(scope, environ, body)
        return None

    async def answer(self, environ: Environ, body: Body) -> Answer:
        if body.is_over and (found := self.static.answer(environ)):
            return found
        with self.memory.share(network_of(environ)) as share:
            is_large = body.length is not None and body.length > MOST_HELD
            if is_large or not await body.read(MOST_HELD, ORDINARY, share):
                return await self.answer_large(environ, body)
            return await threads.ask(django_threads.answer, environ, body, monotonic())

    async def answer_large(self, environ: Environ, body: Body) -> Answer:
        if not large.is_worth_asking(environ):
            raise Refused(413)
        asked = environ | {"wsgi.input": BytesIO()}
        try:
            most = await threads.ask(large.most_bytes, asked)
        except (OperationalError, InterfaceError):
            raise Refused(503) from None
        if max(body.length or 0, body.size) > most:
            raise Refused(413)
        async with self.turn():
            if not await body.read(most, UPLOAD):
                raise Refused(413)
            return await threads.ask(django_threads.answer, environ, body, monotonic())

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self.large.acquire()
        except TimeoutError:
            raise Refused(503) from None
        try:
            yield
        finally:
            self.large.release()


def network_of(environ: Environ) -> str:
    return networks.network(
        environ["REMOTE_ADDR"],
        environ.get("HTTP_X_FORWARDED_FOR", ""),
        settings.TRUSTED_PROXY_COUNT,
    )


def body_of(environ: Environ, protocol: HTTPProtocol) -> Body:
    length = environ.get("CONTENT_LENGTH")
    if length is None:
        return Body(protocol, None if "HTTP_TRANSFER_ENCODING" in environ else 0)
    if not (length.isascii() and length.isdecimal()):
        raise Malformed
    return Body(protocol, int(length))


def give(page: Outgoing, scope: Scope, protocol: HTTPProtocol) -> None:
    asked = scope.headers
    time = asked.get("if-modified-since") if page.last_modified else None
    if page.is_known(asked.get("if-none-match"), time):
        protocol.response_empty(304, page.headers_when_known)
    elif scope.method == "HEAD":
        length = ("content-length", str(len(page.content)))
        protocol.response_empty(200, [*page.headers, length])
    else:
        protocol.response_bytes(200, page.headers, page.content)


def send(
    protocol: HTTPProtocol, method: str, status: int, headers: Headers, content: Path | bytes
) -> None:
    is_head = method == "HEAD"
    if isinstance(content, Path):
        if not is_head:
            protocol.response_file(status, [*headers, SERVER], str(content))
            return
        content = b""
    if not is_head:
        # The server counts for itself.
        headers = [(name, value) for name, value in headers if name != "content-length"]
    elif content and "content-length" not in dict(headers):
        headers = [*headers, ("content-length", str(len(content)))]
    protocol.response_bytes(status, [*headers, SERVER], b"" if is_head else content)


app = FrontDoor()
