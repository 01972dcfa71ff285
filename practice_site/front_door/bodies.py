"""Bodies, read on the event loop: how much of one is held, for how long, and by whom."""

import asyncio
import io
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from granian.rsgi import HTTPProtocol

KB, MB = 1024, 1024 * 1024
# This much of any body is held before Django is asked anything about it.
MOST_HELD = 256 * KB
# Every body may begin: what a form holds fits in here, and the server bounds the connections.
ALWAYS_HELD = 16 * KB
# What is held beyond that, in one process; and of it by one network.
MOST_OF_ALL = 24 * MB
MOST_OF_ONE = 6 * MB
# A refused body is thrown away for a moment, since a browser that is cut off shows no page.
LINGER_BYTES, LINGER_SECONDS = 2 * MB, 2


@dataclass(frozen=True)
class Pace:
    """How slowly a body may arrive: some seconds for nothing, then a least rate, and an end."""

    grace: int
    bytes_a_second: int
    total: int

    def seconds(self, size: int) -> float:
        return min(self.grace + size / self.bytes_a_second, self.total)


ORDINARY = Pace(grace=15, bytes_a_second=2 * KB, total=90)
UPLOAD = Pace(grace=15, bytes_a_second=32 * KB, total=300)


class Refused(Exception):
    """The body is not taken; ``status`` says why."""

    def __init__(self, status: int) -> None:
        self.status = status


class Left(Exception):
    """The sender went away in the middle."""


class Memory:
    """The memory in which bodies are held."""

    def __init__(self, most_of_all: int = MOST_OF_ALL, most_of_one: int = MOST_OF_ONE) -> None:
        self.most_of_all, self.most_of_one = most_of_all, most_of_one
        self.held = Counter()
        self.total = 0

    @contextmanager
    def share(self, network: str) -> Iterator["Share"]:
        share = Share(self, network)
        try:
            yield share
        finally:
            share.leave()


class Share:
    """What one body holds of the memory, for the network it comes from."""

    def __init__(self, memory: Memory, network: str) -> None:
        self.memory, self.network, self.counted = memory, network, 0

    def take(self, size: int) -> None:
        """Count what a body of ``size`` holds by now. Raises ``Refused``."""
        more = max(size - ALWAYS_HELD, 0) - self.counted
        if more <= 0:
            return
        if self.memory.held[self.network] + more > self.memory.most_of_one:
            raise Refused(429)
        if self.memory.total + more > self.memory.most_of_all:
            raise Refused(503)
        self.add(more)

    def add(self, more: int) -> None:
        self.memory.held[self.network] += more
        self.memory.total += more
        self.counted += more

    def leave(self) -> None:
        self.add(-self.counted)
        if not self.memory.held[self.network]:
            del self.memory.held[self.network]


class Body:
    """The body of one request, as far as it was read. ``held`` is what WSGI calls the input."""

    def __init__(self, protocol: HTTPProtocol, length: int | None) -> None:
        # None for a body in chunks, which says nothing of its length.
        self.length = length
        self.held = io.BytesIO()
        self.size = 0
        self.is_over = length == 0
        self.protocol = protocol
        self.stream: AsyncIterator[bytes] | None = None

    async def part(self) -> bytes:
        """The next piece; none at the end. The server gives the stream out once."""
        if self.stream is None:
            self.stream = aiter(self.protocol)
        try:
            piece = await anext(self.stream)
        except StopAsyncIteration:
            self.is_over = True
            return b""
        self.size += len(piece)
        return piece

    async def read(self, most: int, pace: Pace, share: Share | None = None) -> bool:
        """Read on to the end; stops after more than ``most``. True when that was the end."""
        started = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(None) as limit:
                while not self.is_over:
                    limit.reschedule(started + pace.seconds(self.size))
                    self.held.write(await self.part())
                    if self.size > most:
                        return False
                    if share:
                        share.take(self.size)
        except TimeoutError:
            raise Refused(408) from None
        # The server ends a body that was cut off as if it were whole.
        if self.length is not None and self.size < self.length:
            raise Left
        return True

    async def throw_away(self) -> None:
        """After the answer: what still comes, for a moment."""
        self.held = io.BytesIO()
        with suppress(TimeoutError):
            async with asyncio.timeout(LINGER_SECONDS):
                while not self.is_over and self.size <= LINGER_BYTES:
                    await self.part()
