"""A finished page: its bytes in each coding, as they go out."""

import gzip
from dataclasses import dataclass

import brotli

from freshness.basis import Basis
from practice_site.compression import LEAST_BYTES, TEXT, best_coding
from practice_site.front_door.files import SERVER, Headers

# The best level takes half a second for a feed of a quarter of a megabyte, and saves a tenth of it.
LONG, BROTLI_LEVEL, BROTLI_LEVEL_OF_LONG, GZIP_LEVEL = 100_000, 11, 9, 9
# What an answer says again that sends nothing, since whoever asked has it (RFC 9110, 15.4.5).
SAID_AGAIN = {"etag", "vary", "cache-control", "last-modified", "server"}
# These are of one coding.
OF_A_CODING = {"content-length", "content-encoding", "etag"}


@dataclass(slots=True)
class Outgoing:
    etag: str
    headers: Headers
    content: bytes
    headers_when_known: Headers
    # As a header, which feeds have; empty on pages.
    last_modified: str = ""

    def is_known(self, tags: str | None, time: str | None) -> bool:
        """By an ``If-None-Match``, or where there is none by an ``If-Modified-Since`` (RFC 9110, 13.2.2)."""
        if tags is not None:
            return self.etag in tags or tags == "*"
        return bool(self.last_modified) and time == self.last_modified


@dataclass(slots=True)
class Page:
    """``mark`` is the last one at which the page was what Django would make, and ``reading`` what its basis said.

    ``until`` is when the clock makes another page of the same rows; ``asks_at`` when the rows are to be asked
    again because the clock may have. Both in seconds since 1970.
    """

    outgoing: dict[str, Outgoing]
    basis: Basis
    reading: bytes
    mark: str
    until: float
    asks_at: float

    @property
    def size(self) -> int:
        return sum(len(one.content) for one in {id(o): o for o in self.outgoing.values()}.values())

    def is_right(self, mark: str, now: float) -> bool:
        return mark == self.mark and now < self.until and now < self.asks_at

    def for_visitor(self, accepted: str) -> Outgoing:
        return self.outgoing[best_coding(accepted)]


def outgoing_of(headers: Headers, plain: bytes) -> dict[str, Outgoing]:
    """Coding -> what goes out. ``headers`` are those of any of them."""
    of_all = [(name, value) for name, value in headers if name not in OF_A_CODING] + [SERVER]
    etag = etag_of_plain(dict(headers))
    codings = {"": plain}
    if dict(headers).get("content-type", "").split(";")[0] in TEXT and len(plain) >= LEAST_BYTES:
        level = BROTLI_LEVEL if len(plain) < LONG else BROTLI_LEVEL_OF_LONG
        codings["gzip"] = gzip.compress(plain, compresslevel=GZIP_LEVEL, mtime=0)
        codings["br"] = brotli.compress(plain, quality=level)
    return {
        name: outgoing(of_all, etag, name if name in codings else "", codings.get(name, plain))
        for name in ("", "gzip", "br")
    }


def outgoing(of_all: Headers, etag: str, coding: str, content: bytes) -> Outgoing:
    # A weak one is of all codings together.
    own = etag if etag.startswith("W/") or not coding else f'{etag[:-1]}-{coding}"'
    headers = [*of_all, ("etag", own), *[("content-encoding", coding)] * bool(coding)]
    again = [(name, value) for name, value in headers if name in SAID_AGAIN]
    return Outgoing(own, headers, content, again, dict(headers).get("last-modified", ""))


def etag_of_plain(headers: dict[str, str]) -> str:
    etag, coding = headers["etag"], headers.get("content-encoding", "")
    return etag.removesuffix(f'-{coding}"') + '"' if etag.endswith(f'-{coding}"') else etag
